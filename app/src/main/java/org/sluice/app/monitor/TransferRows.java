package org.sluice.app.monitor;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Arrangement;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.loop.TransferView;

/// The rows of the list: the downloads in the order in which they were added, each with its
/// transfers. **Threads**: JavaFX.
public final class TransferRows {
  private final ObservableList<TransferRow> rows = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable TransferRow> selected = new SimpleObjectProperty<>();
  private final IntegerProperty count = new SimpleIntegerProperty();
  private final Map<ItemId, DownloadRows> downloads = new HashMap<>();
  private final Set<ItemId> removed = new HashSet<>();
  private Map<Long, TransferView> transfers = Map.of();
  private @Nullable Instant begun;

  public ObservableList<TransferRow> rows() {
    return rows;
  }

  /// How many downloads there are.
  public ReadOnlyIntegerProperty countProperty() {
    return count;
  }

  /// The row that the buttons mean.
  public ObjectProperty<@Nullable TransferRow> selectedProperty() {
    return selected;
  }

  /// The row of a whole download; null if it is not in the list.
  public @Nullable TransferRow find(ItemId id) {
    DownloadRows found = downloads.get(id);
    return found == null ? null : found.whole();
  }

  /// A download as the list had it last; null if it is not in the list.
  public @Nullable ItemView view(ItemId id) {
    DownloadRows found = downloads.get(id);
    return found == null ? null : found.item();
  }

  /// The row of the transfer that uses a socket; null if none of the rows does.
  @Nullable TransferRow withSocket(long serial) {
    String number = Long.toString(serial);
    for (TransferRow row : rows) {
      if (row.socketProperty().get().equals(number)) {
        return row;
      }
    }
    return null;
  }

  /// The host that a transfer was started for; empty if it is not known.
  String hostOf(long transfer) {
    TransferView view = transfers.get(transfer);
    if (view == null) {
      return "";
    }
    try {
      String host = URI.create(view.url()).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException notAUri) {
      return "";
    }
  }

  /// Hides a download for good, also in snapshots that are still on the way.
  void remove(ItemId id) {
    removed.add(id);
    downloads.remove(id);
    TransferRow chosen = selected.get();
    if (chosen != null && chosen.item().equals(id)) {
      selected.set(null);
    }
    rows.removeIf(row -> row.item().equals(id));
    count.set(downloads.size());
  }

  /// Shows it again: it could not be taken out of the list.
  void restore(ItemId id) {
    removed.remove(id);
  }

  /// With nothing selected, what fails shows its words by itself.
  void selectFailure() {
    if (selected.get() == null) {
      rows.stream()
          .filter(TransferRow::isWhole)
          .filter(this::failedHere)
          .findFirst()
          .ifPresent(selected::set);
    }
  }

  private boolean failedHere(TransferRow row) {
    DownloadRows of = downloads.get(row.item());
    return of != null && of.failedHere();
  }

  void update(DownloadsSnapshot list, LoopSnapshot loop) {
    if (begun == null) {
      begun = list.taken();
    }
    Map<Long, TransferView> views = new HashMap<>();
    loop.transfers().forEach(view -> views.put(view.id(), view));
    transfers = views;
    Set<ItemId> present = new HashSet<>();
    List<TransferRow> wanted = new ArrayList<>();
    for (ItemView item : list.items()) {
      present.add(item.id());
      if (!removed.contains(item.id())) {
        downloads
            .computeIfAbsent(item.id(), _ -> new DownloadRows(item))
            .update(item, views, list.taken(), begun, wanted);
      }
    }
    downloads.keySet().retainAll(present);
    removed.retainAll(present);
    arrange(wanted);
    count.set(downloads.size());
  }

  /// Changes as little as possible, so that the list keeps its place and its selection.
  private void arrange(List<TransferRow> wanted) {
    Set<TransferRow> staying = Collections.newSetFromMap(new IdentityHashMap<>());
    staying.addAll(wanted);
    TransferRow chosen = selected.get();
    if (chosen != null && !staying.contains(chosen)) {
      selected.set(find(chosen.item())); // its transfer has ended, not what was meant by it
    }
    Arrangement.of(rows, wanted);
  }
}
