package org.sluice.app.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import org.sluice.app.fx.Listed;
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
  private final Listed<DownloadRows> downloads = new Listed<>();
  private final Set<ItemId> removed = new HashSet<>();
  private @Nullable Instant begun;
  private @Nullable TransferRow failed;

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
    DownloadRows found = shown(id);
    return found == null ? null : found.whole();
  }

  /// A download as the list had it last; null if it is not in the list.
  public @Nullable ItemView view(ItemId id) {
    DownloadRows found = shown(id);
    return found == null ? null : found.item();
  }

  private @Nullable DownloadRows shown(ItemId id) {
    return removed.contains(id) ? null : downloads.find(id);
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

  /// Hides a download for good, also in snapshots that are still on the way.
  void remove(ItemId id) {
    removed.add(id);
    TransferRow chosen = selected.get();
    if (chosen != null && chosen.item().equals(id)) {
      selected.set(null);
    }
    rows.removeIf(row -> row.item().equals(id));
    count();
  }

  /// Shows it again: it could not be taken out of the list.
  void restore(ItemId id) {
    removed.remove(id);
  }

  /// With nothing selected, what fails shows its words by itself.
  void selectFailure() {
    if (selected.get() == null && failed != null) {
      selected.set(failed);
    }
  }

  void update(DownloadsSnapshot list, LoopSnapshot loop) {
    Instant since = begun == null ? list.taken() : begun;
    begun = since;
    Map<Long, TransferView> views = new HashMap<>();
    loop.transfers().forEach(view -> views.put(view.id(), view));
    List<TransferRow> wanted = new ArrayList<>();
    failed = null;
    boolean left =
        downloads.take(
            list.items(),
            DownloadRows::new,
            (item, of) -> {
              if (removed.isEmpty() || !removed.contains(item.id())) {
                of.update(item, views, list.taken(), since, wanted);
                failed = failed == null && of.failedHere() ? of.whole() : failed;
              }
            });
    if (left) {
      removed.removeIf(id -> downloads.find(id) == null);
    }
    arrange(wanted);
    count();
  }

  private void count() {
    long hidden = removed.stream().filter(id -> downloads.find(id) != null).count();
    count.set((int) (downloads.all().size() - hidden));
  }

  /// Changes as little as possible, so that the list keeps its place and its selection.
  private void arrange(List<TransferRow> wanted) {
    TransferRow chosen = selected.get();
    if (chosen != null && !wanted.contains(chosen)) {
      selected.set(find(chosen.item())); // its transfer has ended, not what was meant by it
    }
    Arrangement.of(rows, wanted);
  }
}
