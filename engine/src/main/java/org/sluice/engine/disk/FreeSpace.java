package org.sluice.engine.disk;

/// When downloads on a volume may start, have to stop, and may go on.
///
/// A cushion is left free, for the journal and for everything else that runs on the machine. What
/// stops at half of the cushion goes on only at a whole one with room for the rest, so that a disk
/// that is nearly full does not make downloads stop and go.
///
/// **Threads**: pure. **Limits**: [#MOST_CUSHION_BYTES], [#CUSHION_PERCENT], [#MORE_THAN_THEN].
public final class FreeSpace {
  public static final long MOST_CUSHION_BYTES = 500L << 20;

  /// Of the whole volume, where that is less.
  public static final int CUSHION_PERCENT = 5;

  /// After a write was refused for want of room there must be so much more than there was, since the
  /// number of free bytes is not always the truth (quotas, reserved blocks).
  public static final long MORE_THAN_THEN = 16L << 20;

  /// What a file system adds to the bytes of a file.
  public static final long SPARE_BYTES = 1L << 20;

  /// For a volume on which no write was refused.
  public static final long NEVER_FULL = -1;

  /// Whether to go on, and why.
  public sealed interface Verdict {
    /// A sentence for a person.
    String reason();

    /// There is room.
    record Go(String reason) implements Verdict {}

    /// There is not.
    ///
    /// @param missingBytes so many have to become free at least; more than 0
    record Wait(String reason, long missingBytes) implements Verdict {
      public Wait {
        if (missingBytes <= 0) {
          throw new IllegalArgumentException("nothing is missing: " + missingBytes);
        }
      }
    }
  }

  private FreeSpace() {}

  /// What is left free.
  public static long cushionBytes(Volume volume) {
    return Math.min(MOST_CUSHION_BYTES, volume.totalBytes() / 100 * CUSHION_PERCENT);
  }

  /// Whether one more may start.
  ///
  /// @param runningBytes room that those at work still have to take; not what is preallocated
  /// @param nextBytes room that the next one has to take; 0 if unknown
  public static Verdict mayStart(Volume volume, long runningBytes, long nextBytes) {
    return mayGoOn(volume, runningBytes, nextBytes, NEVER_FULL);
  }

  /// Whether one whose length is known fits beside those at work. A small one needs no large cushion.
  ///
  /// @param runningBytes as for [#mayStart]
  /// @param nextBytes room that it has to take
  public static Verdict fits(Volume volume, long runningBytes, long nextBytes) {
    long cushion = Math.min(cushionBytes(volume), Math.max(nextBytes, SPARE_BYTES));
    long needed = saturated(saturated(runningBytes, nextBytes), cushion);
    if (volume.usableBytes() >= needed) {
      return new Verdict.Go("There is room");
    }
    long missing = needed - volume.usableBytes();
    return new Verdict.Wait(
        "The disk has too little room beside the others: "
            + mebibytes(missing)
            + " have to become free; it then goes on by itself",
        missing);
  }

  /// Whether those at work have to stop.
  ///
  /// @param runningBytes room that they still have to take; 0 if all of it is preallocated, or less
  ///   than 0 if one does not know its length
  public static Verdict keepOn(Volume volume, long runningBytes) {
    long least = cushionBytes(volume) / 2;
    if (runningBytes == 0) {
      return new Verdict.Go("All room is taken already");
    }
    if (volume.usableBytes() >= least) {
      return new Verdict.Go("There is room");
    }
    return new Verdict.Wait(
        "The disk is nearly full, and its last " + mebibytes(least) + " are left to others",
        least - volume.usableBytes());
  }

  /// Whether one that was stopped may go on.
  ///
  /// @param runningBytes as for [#mayStart]
  /// @param nextBytes as for [#mayStart]
  /// @param fullAtBytes what was free when a write was refused; [#NEVER_FULL] if none was
  public static Verdict mayGoOn(
      Volume volume, long runningBytes, long nextBytes, long fullAtBytes) {
    long needed =
        saturated(
            saturated(Math.max(0, runningBytes), Math.max(0, nextBytes)), cushionBytes(volume));
    if (fullAtBytes != NEVER_FULL) {
      needed = Math.max(needed, saturated(fullAtBytes, MORE_THAN_THEN));
    }
    if (volume.usableBytes() >= needed) {
      return new Verdict.Go("There is room");
    }
    long missing = needed - volume.usableBytes();
    return new Verdict.Wait(
        "The disk has too little room: " + mebibytes(missing) + " have to become free", missing);
  }

  private static String mebibytes(long bytes) {
    return Math.ceilDiv(bytes, 1L << 20) + " MiB";
  }

  private static long saturated(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
