package org.sluice.engine.download;

import java.util.List;
import org.sluice.engine.range.Span;

/// One segment of a running download at the moment of a snapshot.
///
/// @param lease number of the segment within its download
/// @param span what it has to fetch; to [Long#MAX_VALUE] while the length is unknown
/// @param frontier offset of the next byte that comes
/// @param transfers numbers of the transfers that feed it; two while the last bytes are raced for
/// @param bytesPerSecond over the last seconds
/// @param reason why it was opened
public record SegmentView(
    long lease,
    Span span,
    long frontier,
    List<Long> transfers,
    long bytesPerSecond,
    String reason) {
  public SegmentView {
    transfers = List.copyOf(transfers);
  }
}
