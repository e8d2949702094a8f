package org.sluice.app.downloads;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.SegmentView;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.loop.TransferView;
import org.sluice.engine.multi.TransferInfo;

/// What rows are told that does not stand in their item: the last answer of a server, and the place in
/// the queue.
final class WatchedRows {
  private WatchedRows() {}

  /// Keeps the last answer to each download that works.
  static void listen(Collection<DownloadRow> rows, @Nullable LoopSnapshot now) {
    if (now == null || now.transfers().isEmpty()) {
      return;
    }
    Map<Long, TransferView> transfers = new HashMap<>();
    now.transfers().forEach(view -> transfers.put(view.id(), view));
    for (DownloadRow row : rows) {
      for (SegmentView segment : row.item().segments()) {
        for (long handle : segment.transfers()) {
          TransferView view = transfers.get(handle);
          RowHistory.Exchange seen = view == null ? null : exchange(view.info());
          if (seen != null) {
            row.said(seen);
          }
        }
      }
    }
  }

  private static RowHistory.@Nullable Exchange exchange(TransferInfo info) {
    return info.requestHead() == null || info.head() == null
        ? null
        : new RowHistory.Exchange(info.effectiveUrl(), info.requestHead(), info.head());
  }

  /// Says of each queued download where it stands in its queue.
  static void line(Collection<DownloadRow> rows) {
    Map<String, List<DownloadRow>> lines = new HashMap<>();
    for (DownloadRow row : rows) {
      if (row.item().state() == ItemState.QUEUED) {
        lines.computeIfAbsent(row.item().place().queue(), _ -> new ArrayList<>()).add(row);
      } else {
        row.queuePlace("");
      }
    }
    Comparator<DownloadRow> inLine =
        Comparator.comparingInt((DownloadRow row) -> -row.item().place().priority())
            .thenComparingLong(row -> row.item().place().number());
    for (List<DownloadRow> line : lines.values()) {
      line.sort(inLine);
      for (int i = 0; i < line.size(); i++) {
        line.get(i).queuePlace(QueueNames.ordinal(i + 1));
      }
    }
  }
}
