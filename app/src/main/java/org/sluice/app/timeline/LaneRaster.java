package org.sluice.app.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.multi.Poll;

/// Draws lanes into an array of pixels: IN in the lower half, OUT in the upper, INOUT both, NONE a
/// dashed line in the middle, REMOVE an end mark; a hairline for each `socketAction`, and above
/// [#DENSE] calls a pixel a strip along the foot whose depth tells how many.
///
/// It goes over pixels, not over events: its cost is the picture's, however much has happened. What
/// is shorter than a pixel is one pixel wide, so no state is lost. **Threads**: any, one at a time.
final class LaneRaster {
  /// Height of a lane, in pixels at scale 1.
  static final double LANE = 22;

  static final int DENSE = 4;

  private static final double TOP = 3;
  private static final double HALF = 8;
  private static final double MARK = 12;
  private static final double STRIP = 3;
  private static final int DASH = 3;

  /// The letter R in a square of 16, as strokes.
  private static final double[][] LETTER = {
    {5.9, 11.2, 5.9, 4.8},
    {5.9, 4.8, 8.6, 4.8},
    {8.6, 4.8, 10.0, 6.4},
    {10.0, 6.4, 8.6, 8.2},
    {8.6, 8.2, 5.9, 8.2},
    {8.2, 8.2, 10.2, 11.2}
  };

  private static final double LETTER_HALF = 0.75;

  private final Pixels pixels;

  LaneRaster(Pixels pixels) {
    this.pixels = pixels;
  }

  /// What to draw.
  ///
  /// @param lanes all of them
  /// @param scrolled how far the first one is above the upper edge, at scale 1
  /// @param selected null for none
  record Scene(List<Lane> lanes, double scrolled, @Nullable Lane selected, TimeScale time) {}

  @SuppressWarnings("ReferenceEquality") // a lane is selected, not one like it
  void paint(Scene scene, LaneColours colours) {
    pixels.clear(colours.background());
    int first = (int) (scene.scrolled() / LANE);
    for (int i = first; i < scene.lanes().size(); i++) {
      int top = (int) Math.round((i * LANE - scene.scrolled()) * pixels.scale());
      if (top >= pixels.height()) {
        break;
      }
      Lane lane = scene.lanes().get(i);
      if (lane == scene.selected()) {
        int bottom = (int) Math.round(((i + 1) * LANE - scene.scrolled()) * pixels.scale());
        pixels.fill(0, top, pixels.width(), bottom - top, colours.selected());
      }
    }
    pixels.grid(scene.time(), 0, colours.grid());
    for (int i = first; i < scene.lanes().size(); i++) {
      int top = (int) Math.round((i * LANE - scene.scrolled()) * pixels.scale());
      if (top >= pixels.height()) {
        break;
      }
      Lane lane = scene.lanes().get(i);
      int behind = lane == scene.selected() ? colours.selected() : colours.background();
      lane(lane, top, scene.time(), colours, behind);
    }
  }

  /// @param behind what the hairlines let be seen
  private void lane(Lane lane, int top, TimeScale time, LaneColours colours, int behind) {
    PollHistory history = lane.history();
    int first = Math.max(0, history.indexAt(time.fromNanos()) - 1);
    int half = pixels.px(HALF);
    int upper = top + pixels.px(TOP);
    for (int i = first; i < history.size() && history.nanosAt(i) <= time.toNanos(); i++) {
      long until =
          Math.min(
              i + 1 < history.size() ? history.nanosAt(i + 1) : Long.MAX_VALUE, time.toNanos());
      int left = Math.max(0, pixels.column(time, Math.max(history.nanosAt(i), time.fromNanos())));
      int wide = Math.max(1, pixels.column(time, until) - left);
      switch (history.stateAt(i)) {
        case IN -> pixels.fill(left, upper + half, wide, half, colours.polls().in());
        case OUT -> pixels.fill(left, upper, wide, half, colours.polls().out());
        case INOUT -> pixels.fill(left, upper, wide, 2 * half, colours.polls().inout());
        case NONE -> dashes(left, upper + half, wide, colours.polls().none());
        case REMOVE -> {}
      }
    }
    ticks(lane.ticks(), upper, time, behind, colours.strip());
    for (int i = first; i < history.size() && history.nanosAt(i) <= time.toNanos(); i++) {
      if (history.stateAt(i) == Poll.REMOVE && history.nanosAt(i) >= time.fromNanos()) {
        endMark(pixels.column(time, history.nanosAt(i)), upper + half, colours.polls());
      }
    }
  }

  /// Goes from pixel to pixel, so a million calls cost no more than a thousand.
  private void ticks(TickTimes ticks, int upper, TimeScale time, int behind, int dense) {
    int half = pixels.px(HALF);
    int strip = pixels.px(STRIP);
    int at = ticks.before(time.fromNanos());
    int end = ticks.before(time.toNanos() + 1, at);
    boolean lineBefore = false;
    double nanosPerPixel = (double) (time.toNanos() - time.fromNanos()) / pixels.width();
    while (at < end) {
      int x =
          Math.min(
              pixels.width() - 1, (int) ((ticks.nanosAt(at) - time.fromNanos()) / nanosPerPixel));
      long next = time.fromNanos() + (long) Math.ceil((x + 1) * nanosPerPixel);
      int after = Math.max(at + 1, ticks.before(next, at));
      int count = after - at;
      if (count <= DENSE && !lineBefore) {
        pixels.mix(x, upper, 1, 2 * half, behind, 217);
        lineBefore = true;
      } else {
        int depth = (int) Math.min(230, 64 + 40 * (Math.log(count) / Math.log(2)));
        pixels.mix(x, upper + 2 * half - strip, 1, strip, dense, depth);
        lineBefore = false;
      }
      if (after < end && ticks.nanosAt(after) > next + nanosPerPixel) {
        lineBefore = false;
      }
      at = after;
    }
  }

  private void dashes(int left, int middle, int wide, int colour) {
    int dash = pixels.px(DASH);
    int thick = Math.max(1, pixels.px(1.5));
    for (int x = left; x < left + wide; x++) {
      if (x / dash % 2 == 0) {
        pixels.fill(x, middle - thick / 2, 1, thick, colour);
      }
    }
  }

  /// An octagon with the letter R, four by four looks a pixel. At the beginning it is seen whole too: a
  /// record can begin with it.
  private void endMark(int at, int middle, LaneColours.PollColours colours) {
    int size = pixels.px(MARK);
    int centre = Math.max(at, size / 2);
    double unit = 16.0 / size;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int body = 0;
        int letter = 0;
        for (int look = 0; look < 16; look++) {
          int row = look / 4;
          double u = (x + (look % 4 + 0.5) / 4) * unit;
          double v = (y + (row + 0.5) / 4) * unit;
          if (isInOctagon(u, v)) {
            body++;
            letter += isInLetter(u, v) ? 1 : 0;
          }
        }
        int px = centre - size / 2 + x;
        int py = middle - size / 2 + y;
        if (body > 0) {
          pixels.mix(px, py, 1, 1, colours.remove(), body * 255 / 16);
        }
        if (letter > 0) {
          pixels.mix(px, py, 1, 1, colours.removeOn(), letter * 255 / 16);
        }
      }
    }
  }

  private static boolean isInOctagon(double u, double v) {
    double du = Math.abs(u - 8);
    double dv = Math.abs(v - 8);
    return du <= 7.2 && dv <= 7.2 && du + dv <= 10.2;
  }

  private static boolean isInLetter(double u, double v) {
    for (double[] stroke : LETTER) {
      double dx = stroke[2] - stroke[0];
      double dy = stroke[3] - stroke[1];
      double along =
          Math.clamp(((u - stroke[0]) * dx + (v - stroke[1]) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
      if (Math.hypot(u - stroke[0] - along * dx, v - stroke[1] - along * dy) <= LETTER_HALF) {
        return true;
      }
    }
    return false;
  }
}
