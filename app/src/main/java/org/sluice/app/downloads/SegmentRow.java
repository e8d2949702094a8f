package org.sluice.app.downloads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.download.SegmentView;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.loop.SocketView;
import org.sluice.engine.loop.TransferView;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.multi.TransferState;

/// One segment of a download that works, with the transfer that feeds it and its socket.
///
/// @param number from 1, in the order of the bytes
/// @param to the byte after its last; -1 while that is unknown
/// @param socket 0 for none
/// @param poll null without a socket
/// @param handle number of the transfer; 0 for none
/// @param state null without a transfer
record SegmentRow(
    int number,
    long from,
    long to,
    long received,
    long bytesPerSecond,
    long socket,
    @Nullable Poll poll,
    long handle,
    @Nullable TransferState state,
    String reason) {

  /// All of a download, in the order of their bytes.
  ///
  /// @param history knows how fast each is; null if it was not seen at work
  static List<SegmentRow> of(
      ItemView item, @Nullable LoopSnapshot loop, @Nullable RowHistory history) {
    Map<Long, TransferView> transfers = new HashMap<>();
    Map<Long, SocketView> sockets = new HashMap<>();
    if (loop != null) {
      loop.transfers().forEach(view -> transfers.put(view.id(), view));
      loop.sockets().forEach(view -> sockets.put(view.serial(), view));
    }
    List<SegmentView> segments = new ArrayList<>(item.segments());
    segments.sort(java.util.Comparator.comparingLong(segment -> segment.span().from()));
    List<SegmentRow> rows = new ArrayList<>();
    for (SegmentView segment : segments) {
      long speed = history == null ? 0 : history.speedOf(segment);
      if (segment.transfers().isEmpty()) {
        rows.add(row(rows.size() + 1, item, segment, speed, 0, null, null));
      }
      for (long handle : segment.transfers()) {
        TransferView view = transfers.get(handle);
        SocketView socket = view == null ? null : sockets.get(view.info().socketSerial());
        rows.add(row(rows.size() + 1, item, segment, speed, handle, view, socket));
      }
    }
    return rows;
  }

  private static SegmentRow row(
      int number,
      ItemView item,
      SegmentView segment,
      long speed,
      long handle,
      @Nullable TransferView view,
      @Nullable SocketView socket) {
    long length = item.amount().length();
    long to = segment.span().to() == Long.MAX_VALUE ? length : segment.span().to();
    return new SegmentRow(
        number,
        segment.span().from(),
        to,
        Math.max(0, segment.frontier() - segment.span().from()),
        speed,
        socket == null ? 0 : socket.serial(),
        socket == null ? null : socket.poll(),
        handle,
        view == null ? null : view.info().state(),
        segment.reason());
  }

  /// Hundredths; 0 while its end is unknown.
  int percent() {
    return to <= from ? 0 : CellTexts.percent(received, to - from);
  }

  /// `0 – 665 845 759`.
  String range() {
    return CellTexts.count(from) + " – " + (to < 0 ? "…" : CellTexts.count(to - 1));
  }
}
