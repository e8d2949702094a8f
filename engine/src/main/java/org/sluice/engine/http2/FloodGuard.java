package org.sluice.engine.http2;

import org.eclipse.jetty.http2.frames.ContinuationFrame;
import org.eclipse.jetty.http2.frames.HeadersFrame;
import org.eclipse.jetty.io.RateControl;
import org.sluice.engine.request.Http2Limits;

/// Counts the frames that cost work and bring nothing, and says when there are too many.
///
/// A bucket of permits: each such frame takes one; time and useful bytes give them back.
///
/// **Threads**: confined to the thread of its multi. **Limits**: [Http2Limits#floodBurst],
/// [Http2Limits#floodPerSecond], [Http2Limits#fragments]. **Source**: RFC 9113, 10.5;
/// CVE-2019-9511 to 9518, CVE-2023-44487, CVE-2024-24549.
final class FloodGuard implements RateControl {
  /// Bytes of bodies that are worth one permit: peers that measure the line send a PING for each
  /// few reads.
  private static final int USEFUL_BYTES = 1_024;

  private static final double NANOS_PER_SECOND = 1e9;

  private final int most;
  private final int perSecond;
  private final int fragmentsMost;
  private double permits;
  private int fragments;
  private long atNanos;
  private boolean started;

  FloodGuard(Http2Limits limits) {
    most = limits.floodBurst();
    perSecond = limits.floodPerSecond();
    fragmentsMost = limits.fragments();
    permits = most;
  }

  void timeIs(long nowNanos) {
    if (started && nowNanos - atNanos > 0) {
      add((nowNanos - atNanos) * perSecond / NANOS_PER_SECOND);
    }
    started = true;
    atNanos = nowNanos;
  }

  void useful(int bytes) {
    add((double) bytes / USEFUL_BYTES);
  }

  /// A header list is complete.
  void headersComplete() {
    fragments = 0;
  }

  private void add(double more) {
    permits = Math.min(most, permits + more);
  }

  /// Takes the permit for one frame.
  boolean admit() {
    permits -= 1;
    return permits >= 0;
  }

  /// Jetty asks for each frame of that kind.
  @Override
  public boolean onEvent(Object frame) {
    return switch (frame) {
      // A piece as it came from the network counts too, so this is no matter of time.
      case ContinuationFrame ignored -> ++fragments <= fragmentsMost;
      case HeadersFrame ignored -> {
        headersComplete();
        yield admit();
      }
      default -> admit();
    };
  }
}
