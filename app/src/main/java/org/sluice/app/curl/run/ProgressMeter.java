package org.sluice.app.curl.run;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.sluice.app.curl.CurlCommand;

/// Shows beside the answer how far the transfers are: curl's table, its bar with `-#`, one line for
/// all with `-Z`.
///
/// **Threads**: the one that runs the command line. **Source**: curl's manual, "PROGRESS METER".
final class ProgressMeter {
  private static final long BAR_NANOS = 100_000_000;
  private static final long TABLE_NANOS = 1_000_000_000;
  private static final long PARALLEL_NANOS = 500_000_000;

  /// Samples for the speed of now: about five seconds of the table.
  private static final int SAMPLES = 6;

  private static final String BALL = "-=O=-";

  private final Kind kind;
  private final PrintStream to;
  private final int columns;
  private final Deque<Sample> samples = new ArrayDeque<>();
  private boolean headed;
  private long shownNanos;
  private long started;
  private long endedDown;
  private long endedUp;
  private long endedTotal;
  private long firstNanos;
  private int ball;

  /// How it is shown.
  enum Kind {
    NONE,
    TABLE,
    BAR,
    PARALLEL
  }

  private record Sample(long nanos, long bytes) {}

  ProgressMeter(Kind kind, PrintStream to, int columns) {
    this.kind = kind;
    this.to = to;
    this.columns = columns;
  }

  static Kind kindOf(CurlCommand command) {
    boolean wanted =
        !command.isOn("silent")
            && (command.allOf("progress-meter").isEmpty() || command.isOn("progress-meter"));
    return !wanted
        ? Kind.NONE
        : command.isOn("progress-bar")
            ? Kind.BAR
            : command.isOn("parallel") ? Kind.PARALLEL : Kind.TABLE;
  }

  /// How long at most until [#tick]; [Long#MAX_VALUE] if nothing is shown.
  long everyMillis() {
    return kind == Kind.NONE ? Long.MAX_VALUE : everyNanos() / 1_000_000;
  }

  private long everyNanos() {
    return switch (kind) {
      case NONE -> Long.MAX_VALUE;
      case TABLE -> TABLE_NANOS;
      case BAR -> BAR_NANOS;
      case PARALLEL -> PARALLEL_NANOS;
    };
  }

  /// A transfer begins.
  void begins(Moved moved) {
    started++;
    if (started == 1) {
      firstNanos = moved.startNanos();
    }
    if (kind == Kind.TABLE) {
      samples.clear();
      headed = false;
      table(moved, moved.startNanos());
    }
  }

  /// Shows how far those are that run, if it is time.
  void tick(Collection<Moved> running, long nowNanos) {
    if (kind == Kind.NONE || running.isEmpty() || nowNanos - shownNanos < everyNanos()) {
      return;
    }
    switch (kind) {
      case NONE -> {}
      case TABLE -> table(running.iterator().next(), nowNanos);
      case BAR -> bar(running.iterator().next());
      case PARALLEL -> all(running, nowNanos, "");
    }
    shownNanos = nowNanos;
  }

  /// A transfer has ended; the last word about it.
  void ends(Moved moved, long nowNanos) {
    endedDown += moved.down();
    endedUp += moved.up();
    endedTotal += Math.max(moved.down(), moved.downTotal());
    if (kind == Kind.TABLE) {
      table(moved, nowNanos);
      to.print("\n");
      to.flush();
    } else if (kind == Kind.BAR) {
      bar(moved);
      to.print("\n");
      to.flush();
    }
  }

  /// All transfers have ended.
  void closes(long nowNanos) {
    if (kind == Kind.PARALLEL && started > 0) {
      all(List.of(), nowNanos, "\n");
    }
  }

  private void table(Moved moved, long nowNanos) {
    if (!headed) {
      headed = true;
      if (moved.before() > 0) {
        to.print("** Resuming transfer from byte position " + moved.before() + "\n");
      }
      to.print(ProgressText.HEAD);
    }
    long spentNanos = nowNanos - moved.startNanos();
    long down = speed(moved.down(), spentNanos);
    long up = speed(moved.up(), spentNanos);
    boolean downKnown = moved.downTotal() >= 0;
    boolean upKnown = moved.upTotal() > 0;
    long seconds = spentNanos / 1_000_000_000;
    long whole =
        Math.max(
            downKnown && down > 0 ? moved.downTotal() / down : 0,
            upKnown && up > 0 ? moved.upTotal() / up : 0);
    long total =
        (downKnown ? moved.downTotal() : moved.down()) + (upKnown ? moved.upTotal() : moved.up());
    to.print(
        String.format(
            Locale.ROOT,
            "\r%3d %s %3d %s %3d %s %s %s %s %s %s %s",
            ProgressText.percent(moved.down() + moved.up(), total),
            ProgressText.six(total),
            downKnown ? ProgressText.percent(moved.down(), moved.downTotal()) : 0,
            ProgressText.six(moved.down()),
            upKnown ? ProgressText.percent(moved.up(), moved.upTotal()) : 0,
            ProgressText.six(moved.up()),
            ProgressText.six(down),
            ProgressText.six(up),
            ProgressText.seven(whole),
            ProgressText.seven(seconds),
            ProgressText.seven(whole > 0 ? whole - seconds : 0),
            ProgressText.six(current(moved.down() + moved.up(), nowNanos))));
    to.flush();
    shownNanos = nowNanos;
  }

  private void bar(Moved moved) {
    long total =
        moved.downTotal() < 0 && moved.upTotal() <= 0
            ? -1
            : Math.max(0, moved.downTotal()) + Math.max(0, moved.upTotal()) + moved.before();
    long now = moved.down() + moved.up() + moved.before();
    if (total > 0) {
      to.print(ProgressText.bar(now, total, columns));
    } else if (total < 0 && now > 0) {
      int room = Math.max(1, columns - BALL.length());
      int at = ball++ % (2 * room);
      to.print("\r" + " ".repeat(at < room ? at : 2 * room - at) + BALL + " ");
    }
    to.flush();
  }

  private void all(Collection<Moved> running, long nowNanos, String end) {
    if (!headed) {
      headed = true;
      to.print(ProgressText.PARALLEL_HEAD);
    }
    long down = endedDown;
    long up = endedUp;
    long total = endedTotal;
    boolean known = true;
    for (Moved one : running) {
      down += one.down();
      up += one.up();
      total += Math.max(0, one.downTotal());
      known &= one.downTotal() > 0;
    }
    long spent = (nowNanos - firstNanos) / 1_000_000_000;
    long speed = current(down + up, nowNanos);
    boolean tells = known && speed > 0;
    to.print(
        String.format(
            Locale.ROOT,
            "\r%-3s %-3s %s %s %5d %5d  %s %s %s %s %5s",
            known && total > 0 ? String.format(Locale.ROOT, "%3d", down * 100 / total) : "--",
            "--",
            ProgressText.five(down),
            ProgressText.five(up),
            started,
            running.size(),
            ProgressText.eight(tells ? total / speed : 0),
            ProgressText.eight(spent),
            ProgressText.eight(tells ? (total - down) / speed : 0),
            ProgressText.five(speed),
            end));
    to.flush();
  }

  /// Over the last samples.
  private long current(long bytes, long nowNanos) {
    samples.addLast(new Sample(nowNanos, bytes));
    if (samples.size() > SAMPLES) {
      samples.removeFirst();
    }
    Sample oldest = samples.getFirst();
    return speed(bytes - oldest.bytes(), nowNanos - oldest.nanos());
  }

  private static long speed(long bytes, long nanos) {
    return nanos <= 0 ? 0 : (long) (bytes * 1e9 / nanos);
  }
}
