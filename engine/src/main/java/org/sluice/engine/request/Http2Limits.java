package org.sluice.engine.request;

/// What one connection of HTTP/2 may cost.
///
/// What arrives for a stream and is not taken waits in memory: at most its window. Windows start
/// small and grow for streams that are read, as long as all windows of the connection together stay
/// below `bufferBytes`.
///
/// @param headerBytes of one header list, counted as RFC 9113, 6.5.2 does
/// @param headerCount field lines of one header list
/// @param streamWindowBytes what the server may send on a new stream before any of it is taken
/// @param streamWindowMostBytes what a stream's window grows to
/// @param connectionWindowBytes what may be on its way on all streams together
/// @param bufferBytes up to which windows grow
/// @param floodBurst frames of no use that are taken at once: PING, SETTINGS, RST_STREAM, PRIORITY,
///   unknown, empty ones
/// @param floodPerSecond of them that are taken in the long run
/// @param interim responses 1xx before the real one
/// @param fragments of one header list: CONTINUATION frames, and their pieces as they arrive
public record Http2Limits(
    int headerBytes,
    int headerCount,
    int streamWindowBytes,
    int streamWindowMostBytes,
    int connectionWindowBytes,
    long bufferBytes,
    int floodBurst,
    int floodPerSecond,
    int interim,
    int fragments) {
  public static final Http2Limits DEFAULT =
      new Http2Limits(
          300 * 1024,
          500,
          256 * 1024,
          8 * 1024 * 1024,
          64 * 1024 * 1024,
          48L * 1024 * 1024,
          1_000,
          100,
          100,
          4_096);

  /// @throws IllegalArgumentException for a limit that no connection could live with
  public Http2Limits {
    if (headerBytes < 1_024 || headerCount < 1 || interim < 1 || fragments < 1) {
      throw new IllegalArgumentException("too little for any header list");
    }
    if (streamWindowBytes < 1
        || streamWindowMostBytes < streamWindowBytes
        || connectionWindowBytes < 65_535
        || bufferBytes < 0) {
      throw new IllegalArgumentException("windows that nothing passes through");
    }
    if (floodBurst < 1 || floodPerSecond < 1) {
      throw new IllegalArgumentException("even a well-behaved server sends a PING");
    }
  }
}
