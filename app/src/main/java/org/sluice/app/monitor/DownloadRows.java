package org.sluice.app.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.download.SegmentView;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.loop.TransferView;

/// The rows of one download: its own, and under it those of its transfers if there are several.
///
/// **Threads**: JavaFX.
final class DownloadRows {
  private final TransferRow whole;
  private Map<Long, TransferRow> parts = Map.of();
  private @Nullable ItemView item;
  private boolean failedHere;

  DownloadRows(ItemView item) {
    whole = new TransferRow(item.id(), TransferRow.WHOLE);
  }

  TransferRow whole() {
    return whole;
  }

  /// As the list had it last; null before the first time.
  @Nullable ItemView item() {
    return item;
  }

  /// Whether it has failed, or stopped, while somebody could see it.
  boolean failedHere() {
    return failedHere && whole.phaseProperty().get().isBad();
  }

  /// An item that has not changed is the same object, so most are passed over at once.
  ///
  /// @param transfers of the loop, by number
  /// @param begun since when somebody could see it
  /// @param rows where its rows are put
  @SuppressWarnings("ReferenceEquality")
  void update(
      ItemView next,
      Map<Long, TransferView> transfers,
      Instant now,
      Instant begun,
      List<TransferRow> rows) {
    rows.add(whole);
    if (next == item && next.state() != ItemState.WAITING && next.segments().isEmpty()) {
      return; // nothing has changed, and no time is counted down
    }
    Phase before = item == null ? null : whole.phaseProperty().get();
    item = next;
    List<Long> handles =
        next.segments().stream().flatMap(segment -> segment.transfers().stream()).toList();
    List<TransferView> known = new ArrayList<>();
    for (long handle : handles) {
      TransferView view = transfers.get(handle);
      if (view != null) {
        known.add(view);
      }
    }
    whole.show(TransferFaces.whole(next, handles, known, now));
    boolean news = before == null ? next.place().added().isAfter(begun) : !before.isBad();
    failedHere = whole.phaseProperty().get().isBad() && (failedHere || news);
    showParts(next, handles.size(), transfers, rows);
  }

  private void showParts(
      ItemView next, int count, Map<Long, TransferView> transfers, List<TransferRow> rows) {
    Map<Long, TransferRow> now = new HashMap<>();
    whole.partsProperty().set(count > 1 ? count : 0);
    if (count > 1) {
      for (SegmentView segment : next.segments()) {
        for (long handle : segment.transfers()) {
          TransferRow row = parts.get(handle);
          row = row == null ? new TransferRow(next.id(), handle) : row;
          row.show(TransferFaces.part(next, segment, handle, transfers.get(handle)));
          now.put(handle, row);
          if (whole.openProperty().get()) {
            rows.add(row);
          }
        }
      }
    }
    parts = now;
  }
}
