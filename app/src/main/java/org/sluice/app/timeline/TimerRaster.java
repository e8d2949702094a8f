package org.sluice.app.timeline;

import org.sluice.app.timeline.TimerHistory.Kind;

/// Draws the timer into an array of pixels: a slope from arming down to the deadline, cut where it
/// was armed anew, and a mark where it fired.
///
/// **Threads**: any, one at a time.
final class TimerRaster {
  private static final double TOP = 26;
  private static final double FOOT = 47;
  private static final double MARK_HALF = 3.5;
  private static final double MARK_HIGH = 6;

  private final Pixels pixels;
  private final TimeScale time;

  TimerRaster(Pixels pixels, TimeScale time) {
    this.pixels = pixels;
    this.time = time;
  }

  /// @param mark of the timer's firing
  record Colours(int background, int grid, int slope, int mark) {}

  void paint(TimerHistory timer, Colours colours) {
    pixels.clear(colours.background());
    pixels.grid(time, pixels.px(4), colours.grid());
    slopes(timer, colours);
    int last = -1;
    for (int i = timer.indexAt(time.fromNanos());
        i < timer.size() && timer.nanosAt(i) <= time.toNanos();
        i++) {
      int x = pixels.column(time, timer.nanosAt(i));
      if (timer.kindAt(i) == Kind.FIRED && x > last) {
        last = x;
        mark(x, colours.mark());
      }
    }
  }

  private void slopes(TimerHistory timer, Colours colours) {
    int drawnTo = -1;
    for (int i = Math.max(0, timer.indexAt(time.fromNanos()) - 1);
        i < timer.size() && timer.nanosAt(i) <= time.toNanos();
        i++) {
      long armed = timer.nanosAt(i);
      long deadline = timer.deadlineAt(i);
      if (timer.kindAt(i) != Kind.ARMED || deadline <= armed) {
        continue;
      }
      long next = i + 1 < timer.size() ? timer.nanosAt(i + 1) : Long.MAX_VALUE;
      long end = Math.min(Math.min(deadline, next), time.toNanos());
      int right = Math.min(pixels.width(), pixels.column(time, end));
      if (right <= drawnTo) {
        continue;
      }
      slope(armed, deadline, right, colours.slope());
      boolean replaced = next < deadline && timer.kindAt(i + 1) == Kind.ARMED;
      if (replaced && next <= time.toNanos()) {
        pixels.fill(right - 1, pixels.px(TOP), 1, pixels.px(FOOT) - pixels.px(TOP), colours.grid());
      }
      drawnTo = right;
    }
  }

  private void slope(long armed, long deadline, int right, int colour) {
    int foot = pixels.px(FOOT);
    double full = (FOOT - TOP) * pixels.scale();
    double nanosPerPixel = (double) (time.toNanos() - time.fromNanos()) / pixels.width();
    for (int x = Math.max(0, pixels.column(time, armed)); x < right; x++) {
      double at = time.fromNanos() + (x + 0.5) * nanosPerPixel;
      double high = Math.clamp((deadline - at) / (deadline - armed), 0.0, 1.0) * full;
      int whole = (int) high;
      pixels.fill(x, foot - whole, 1, whole, colour);
      pixels.mix(x, foot - whole - 1, 1, 1, colour, (int) ((high - whole) * 255));
    }
  }

  private void mark(int centre, int colour) {
    int high = pixels.px(MARK_HIGH);
    for (int row = 0; row < high; row++) {
      double half = MARK_HALF * pixels.scale() * (row + 0.5) / high;
      int whole = (int) half;
      int y = pixels.px(FOOT) - high + row;
      pixels.fill(centre - whole, y, 2 * whole + 1, 1, colour);
      int rest = (int) ((half - whole) * 255);
      pixels.mix(centre - whole - 1, y, 1, 1, colour, rest);
      pixels.mix(centre + whole + 1, y, 1, 1, colour, rest);
    }
  }
}
