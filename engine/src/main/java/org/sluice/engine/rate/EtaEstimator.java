package org.sluice.engine.rate;

import org.sluice.engine.rate.Eta.Left;
import org.sluice.engine.rate.Eta.Limited;
import org.sluice.engine.rate.Eta.Unknown;
import org.sluice.engine.rate.Eta.Why;

/// Says when a download will be there, and does not dance while it says so.
///
/// What is missing, divided by a mean speed that fades with a time constant of 15 s. Times of a pause
/// or of a speed limit are left out of the mean. It is shown after 3 s of measuring and when 1 % is
/// there, changes once a second at most, and jumps to more than twice or less than half of what was
/// to be expected only after 2 s of evidence; until then it counts down.
///
/// **Threads**: confined to one thread. **Units**: nanoseconds of one monotonic clock, bytes.
public final class EtaEstimator {
  static final double TIME_CONSTANT_NANOS = 15e9;
  static final long SHOWN_AFTER_NANOS = 3_000_000_000L;
  static final int SHOWN_AFTER_PERCENT = 1;
  static final long CHANGE_NANOS = 1_000_000_000L;
  static final double JUMP = 2;
  static final long EVIDENCE_NANOS = 2_000_000_000L;

  /// Longer than this is as good as never.
  static final double MOST_SECONDS = 100.0 * 24 * 3600;

  private boolean begun;
  private long lastNanos;
  private long lastBytes;

  /// The fading mean, and how much of its weight there is so far.
  private double bytesPerNano;

  private double weight;
  private long measuredNanos;

  private boolean shown;

  /// What was last decided, counted down since.
  private double shownSeconds;

  /// And as it is shown.
  private long displayedSeconds;

  private long changedNanos;

  /// In which direction the estimate wants to jump, and since when; 0 for none.
  private int jump;

  private long jumpNanos;

  /// Brings the estimate up to date; to be called a few times a second.
  ///
  /// @param doneBytes of the whole file that are there
  /// @param totalBytes of the whole file; negative if nobody knows
  /// @param flow what has set the speed since the call before
  public Eta update(long nowNanos, long doneBytes, long totalBytes, Flow flow) {
    if (!begun || doneBytes < lastBytes) {
      restart(nowNanos, doneBytes);
    }
    long passed = nowNanos - lastNanos;
    long came = doneBytes - lastBytes;
    lastNanos = nowNanos;
    lastBytes = doneBytes;
    return switch (flow) {
      case PAUSED -> {
        jump = 0;
        yield new Unknown(Why.PAUSED);
      }
      case LIMITED -> {
        shown = false;
        jump = 0;
        yield new Limited();
      }
      case RUNNING -> {
        measure(passed, came);
        yield estimate(nowNanos, passed, doneBytes, totalBytes);
      }
    };
  }

  /// How a time is shown: by the second below a minute, by five below five minutes, else by the
  /// minute.
  public static long round(double seconds) {
    int step = seconds < 60 ? 1 : seconds < 300 ? 5 : 60;
    return Math.max(1, Math.round(seconds / step) * step);
  }

  private void restart(long nowNanos, long doneBytes) {
    begun = true;
    lastNanos = nowNanos;
    lastBytes = doneBytes;
    bytesPerNano = 0;
    weight = 0;
    measuredNanos = 0;
    shown = false;
    jump = 0;
  }

  private void measure(long passed, long came) {
    if (passed <= 0) {
      // These count with the next step.
      lastBytes -= came;
      return;
    }
    double old = Math.exp(-passed / TIME_CONSTANT_NANOS);
    bytesPerNano = bytesPerNano * old + (double) came / passed * (1 - old);
    weight = weight * old + 1 - old;
    measuredNanos += passed;
  }

  private Eta estimate(long nowNanos, long passed, long doneBytes, long totalBytes) {
    if (totalBytes < 0) {
      return new Unknown(Why.LENGTH_UNKNOWN);
    }
    if (doneBytes >= totalBytes) {
      return new Left(0);
    }
    shownSeconds -= passed / 1e9;
    if (measuredNanos < SHOWN_AFTER_NANOS || doneBytes < totalBytes / 100.0 * SHOWN_AFTER_PERCENT) {
      return new Unknown(Why.TOO_EARLY);
    }
    double seconds = (totalBytes - doneBytes) / (bytesPerNano / weight) / 1e9;
    if (!(seconds < MOST_SECONDS)) {
      shown = false;
      return new Unknown(Why.STALLED);
    }
    return show(nowNanos, seconds);
  }

  private Eta show(long nowNanos, double seconds) {
    double expected = Math.max(1, shownSeconds);
    int wanted = !shown ? 0 : seconds > expected * JUMP ? 1 : seconds < expected / JUMP ? -1 : 0;
    if (wanted != jump) {
      jump = wanted;
      jumpNanos = nowNanos;
    }
    boolean proven = jump == 0 || nowNanos - jumpNanos >= EVIDENCE_NANOS;
    if (!shown || nowNanos - changedNanos >= CHANGE_NANOS) {
      shownSeconds = proven ? seconds : expected;
      jump = proven ? 0 : jump;
      changedNanos = nowNanos;
      shown = true;
      displayedSeconds = round(shownSeconds);
    }
    return new Left(displayedSeconds);
  }
}
