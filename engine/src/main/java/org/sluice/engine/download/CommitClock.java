package org.sluice.engine.download;

/// When the bytes of one file are forced to the disk and told to the journal: after a second or 32
/// MiB ([CommitPace#DEFAULT]), whichever is first; less often if the disk is slow, but not for more
/// bytes.
///
/// So a crash costs at most what came in one second, or 32 MiB. Where the disk cannot keep up with
/// even that, [#mustHold] stops the network.
///
/// **Threads**: confined to the loop. **Units**: nanoseconds of the loop's clock.
final class CommitClock {
  static final long SLOWEST_INTERVAL_NANOS = 5_000_000_000L;

  /// A force that takes longer than this is not asked for every second.
  static final long SLOW_FORCE_NANOS = 200_000_000L;

  /// A slow force may take this part of the time.
  private static final long SHARE = 5;

  private final CommitPace pace;
  private long intervalNanos;
  private long waitingBytes;
  private long waitingSinceNanos;
  private long movingBytes;
  private long movingSinceNanos;
  private boolean moving;

  CommitClock(CommitPace pace) {
    this.pace = pace;
    intervalNanos = pace.intervalNanos();
  }

  /// Bytes were given to the disk.
  void taken(long bytes, long nowNanos) {
    if (waitingBytes == 0) {
      waitingSinceNanos = nowNanos;
    }
    waitingBytes += bytes;
  }

  /// Whether a commit is to begin now.
  boolean isDue(long nowNanos) {
    return !moving
        && waitingBytes > 0
        && (waitingBytes >= pace.mostBytes() || nowNanos - waitingSinceNanos >= intervalNanos);
  }

  /// A commit of everything that was taken begins.
  void begins() {
    moving = true;
    movingBytes = waitingBytes;
    movingSinceNanos = waitingSinceNanos;
    waitingBytes = 0;
  }

  /// The journal has it.
  ///
  /// @param forceNanos how long the disk took
  void done(long forceNanos) {
    moving = false;
    movingBytes = 0;
    intervalNanos =
        forceNanos <= SLOW_FORCE_NANOS
            ? pace.intervalNanos()
            : Math.clamp(
                forceNanos * SHARE,
                pace.intervalNanos(),
                Math.max(pace.intervalNanos(), SLOWEST_INTERVAL_NANOS));
  }

  /// Whether a commit is under way.
  boolean isMoving() {
    return moving;
  }

  /// Whether more bytes would be more than a crash may cost.
  boolean mustHold(long nowNanos) {
    return moving
        && waitingBytes + movingBytes >= pace.mostBytes()
        && nowNanos - movingSinceNanos >= pace.intervalNanos();
  }
}
