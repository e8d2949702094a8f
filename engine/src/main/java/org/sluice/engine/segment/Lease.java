package org.sluice.engine.segment;

/// The right to write `[frontier, to)` of the file, and nothing else.
///
/// The leases of a plan never overlap. Bytes are written at the frontier only, so the owner never
/// needs to ask before it writes, and a cut beyond the frontier never takes a byte that is written.
///
/// **Units**: bytes from the start of the file.
///
/// @param id its number
/// @param from where it began
/// @param to offset after its last byte; [#OPEN_END] while nobody knows where the file ends
/// @param frontier the next byte to be written
public record Lease(LeaseId id, long from, long to, long frontier) {
  /// Beyond the end of every file: up to wherever the file ends.
  public static final long OPEN_END = Long.MAX_VALUE;

  public Lease {
    if (from < 0 || frontier < from || to < frontier) {
      throw new IllegalArgumentException(
          id + " cannot be [" + from + ", " + to + ") with the frontier at " + frontier);
    }
  }

  /// Bytes that are still to be written.
  public long remaining() {
    return to - frontier;
  }

  public boolean isOpen() {
    return to == OPEN_END;
  }

  Lease to(long value) {
    return new Lease(id, from, value, frontier);
  }

  Lease frontier(long value) {
    return new Lease(id, from, to, value);
  }
}
