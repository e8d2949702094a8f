package org.sluice.app.timeline;

/// How many `socketAction` calls fell into each slot of the last seconds: a bounded picture of any
/// number of calls.
///
/// **Units**: slots of [#SLOT_NANOS]. **Limits**: [#SLOTS] slots, 255 calls each.
public final class TickDensity {
  /// Half a pixel of a ten-second window on a large screen.
  public static final long SLOT_NANOS = 5_000_000L;

  static final int SLOTS = 2400;

  private final byte[] counts = new byte[SLOTS];
  private long newest = Long.MIN_VALUE;

  /// A call at a moment; one that is older than all slots is left out.
  public void add(long atNanos) {
    long slot = Math.floorDiv(atNanos, SLOT_NANOS);
    if (newest == Long.MIN_VALUE || slot - newest >= SLOTS) {
      java.util.Arrays.fill(counts, (byte) 0);
      newest = slot;
    }
    while (newest < slot) {
      newest++;
      counts[index(newest)] = 0;
    }
    if (slot <= newest - SLOTS) {
      return;
    }
    int index = index(slot);
    if (counts[index] != (byte) 0xff) {
      counts[index]++;
    }
  }

  /// Calls between two moments, rounded outwards to slots.
  public int count(long fromNanos, long toNanos) {
    if (newest == Long.MIN_VALUE) {
      return 0;
    }
    long first = Math.max(Math.floorDiv(fromNanos, SLOT_NANOS), newest - SLOTS + 1);
    long last = Math.min(Math.floorDiv(toNanos - 1, SLOT_NANOS), newest);
    int sum = 0;
    for (long slot = first; slot <= last; slot++) {
      sum += counts[index(slot)] & 0xff;
    }
    return sum;
  }

  private static int index(long slot) {
    return (int) Math.floorMod(slot, (long) SLOTS);
  }
}
