package org.sluice.app.monitor;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.loop.TransferView;

/// The rows of the transfer list, in the order in which they were added. **Threads**: JavaFX.
public final class TransferRows {
  private final ObservableList<TransferRow> rows = FXCollections.observableArrayList();
  private final Map<Long, TransferRow> byId = new HashMap<>();
  private final Set<Long> removed = new HashSet<>();

  public ObservableList<TransferRow> rows() {
    return rows;
  }

  public @Nullable TransferRow find(long id) {
    return byId.get(id);
  }

  /// The host that a transfer was started for; empty if it is not known.
  String hostOf(long id) {
    TransferRow row = byId.get(id);
    if (row == null) {
      return "";
    }
    String host = URI.create(row.url()).getHost();
    return host == null ? "" : host;
  }

  /// Shows a transfer at once, before the first snapshot that has it.
  TransferRow added(long id, String url, EngineFeed feed) {
    TransferRow row = new TransferRow(id, url, feed.fileOf(id));
    byId.put(id, row);
    rows.add(row);
    return row;
  }

  /// Hides a transfer for good, also in snapshots that are still on the way.
  void remove(TransferRow row) {
    removed.add(row.id());
    byId.remove(row.id());
    rows.remove(row);
  }

  void update(LoopSnapshot snapshot, EngineFeed feed) {
    for (TransferView view : snapshot.transfers()) {
      if (removed.contains(view.id())) {
        continue;
      }
      TransferRow row = byId.get(view.id());
      if (row == null) {
        row = added(view.id(), view.url(), feed);
      }
      row.update(view, feed.resultOf(view.id()));
    }
  }
}
