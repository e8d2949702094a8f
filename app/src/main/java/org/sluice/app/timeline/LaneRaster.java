package org.sluice.app.timeline;

import java.util.Arrays;
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
  private static final long OPAQUE = 0xff000000L;

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

  private final int[] pixels;
  private final int width;
  private final int height;
  private final double scale;

  /// @param scale pixels of the screen for each of the window
  LaneRaster(int[] pixels, int width, int height, double scale) {
    if ((long) width * height > pixels.length) {
      throw new IllegalArgumentException(width + " × " + height + " in " + pixels.length);
    }
    this.pixels = pixels;
    this.width = width;
    this.height = height;
    this.scale = scale;
  }

  /// What to draw.
  ///
  /// @param lanes all of them
  /// @param scrolled how far the first one is above the upper edge, at scale 1
  /// @param selected null for none
  record Scene(List<Lane> lanes, double scrolled, @Nullable Lane selected, TimeScale time) {}

  @SuppressWarnings("ReferenceEquality") // a lane is selected, not one like it
  void paint(Scene scene, LaneColours colours) {
    Arrays.fill(pixels, 0, width * height, colours.background());
    int first = (int) (scene.scrolled() / LANE);
    for (int i = first; i < scene.lanes().size(); i++) {
      int top = (int) Math.round((i * LANE - scene.scrolled()) * scale);
      if (top >= height) {
        break;
      }
      Lane lane = scene.lanes().get(i);
      if (lane == scene.selected()) {
        int bottom = (int) Math.round(((i + 1) * LANE - scene.scrolled()) * scale);
        fill(0, top, width, bottom - top, colours.selected());
      }
    }
    grid(scene.time(), colours.grid());
    for (int i = first; i < scene.lanes().size(); i++) {
      int top = (int) Math.round((i * LANE - scene.scrolled()) * scale);
      if (top >= height) {
        break;
      }
      lane(scene.lanes().get(i), top, scene.time(), colours);
    }
  }

  private void grid(TimeScale time, int colour) {
    for (long at = time.firstMark(); at <= time.toNanos(); at += time.markNanos()) {
      fill(column(time, at), 0, 1, height, colour);
    }
  }

  private void lane(Lane lane, int top, TimeScale time, LaneColours colours) {
    PollHistory history = lane.history();
    int first = Math.max(0, history.indexAt(time.fromNanos()) - 1);
    int half = px(HALF);
    int upper = top + px(TOP);
    for (int i = first; i < history.size() && history.nanosAt(i) <= time.toNanos(); i++) {
      long until =
          Math.min(
              i + 1 < history.size() ? history.nanosAt(i + 1) : Long.MAX_VALUE, time.toNanos());
      int left = Math.max(0, column(time, Math.max(history.nanosAt(i), time.fromNanos())));
      int wide = Math.max(1, column(time, until) - left);
      switch (history.stateAt(i)) {
        case IN -> fill(left, upper + half, wide, half, colours.polls().in());
        case OUT -> fill(left, upper, wide, half, colours.polls().out());
        case INOUT -> fill(left, upper, wide, 2 * half, colours.polls().inout());
        case NONE -> dashes(left, upper + half, wide, colours.polls().none());
        case REMOVE -> {}
      }
    }
    ticks(lane.ticks(), upper, time, colours);
    for (int i = first; i < history.size() && history.nanosAt(i) <= time.toNanos(); i++) {
      if (history.stateAt(i) == Poll.REMOVE && history.nanosAt(i) >= time.fromNanos()) {
        endMark(column(time, history.nanosAt(i)), upper + half, colours.polls());
      }
    }
  }

  /// Goes from pixel to pixel, so a million calls cost no more than a thousand.
  private void ticks(TickTimes ticks, int upper, TimeScale time, LaneColours colours) {
    int half = px(HALF);
    int strip = px(STRIP);
    int at = ticks.before(time.fromNanos());
    int end = ticks.before(time.toNanos() + 1, at);
    boolean lineBefore = false;
    double nanosPerPixel = (double) (time.toNanos() - time.fromNanos()) / width;
    while (at < end) {
      int x = Math.min(width - 1, (int) ((ticks.nanosAt(at) - time.fromNanos()) / nanosPerPixel));
      long next = time.fromNanos() + (long) Math.ceil((x + 1) * nanosPerPixel);
      int after = Math.max(at + 1, ticks.before(next, at));
      int count = after - at;
      if (count <= DENSE && !lineBefore) {
        mix(x, upper, 1, 2 * half, colours.tick(), 217);
        lineBefore = true;
      } else {
        int depth = (int) Math.min(230, 64 + 40 * (Math.log(count) / Math.log(2)));
        mix(x, upper + 2 * half - strip, 1, strip, colours.strip(), depth);
        lineBefore = false;
      }
      if (after < end && ticks.nanosAt(after) > next + nanosPerPixel) {
        lineBefore = false;
      }
      at = after;
    }
  }

  private void dashes(int left, int middle, int wide, int colour) {
    int dash = px(DASH);
    int thick = Math.max(1, px(1.5));
    for (int x = left; x < left + wide; x++) {
      if (x / dash % 2 == 0) {
        fill(x, middle - thick / 2, 1, thick, colour);
      }
    }
  }

  /// An octagon with the letter R, four by four looks a pixel.
  private void endMark(int centre, int middle, LaneColours.PollColours colours) {
    int size = px(MARK);
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
          mix(px, py, 1, 1, colours.remove(), body * 255 / 16);
        }
        if (letter > 0) {
          mix(px, py, 1, 1, colours.removeOn(), letter * 255 / 16);
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

  private int column(TimeScale time, long nanos) {
    return (int)
        Math.floor(
            (double) (nanos - time.fromNanos()) / (time.toNanos() - time.fromNanos()) * width);
  }

  private int px(double size) {
    return (int) Math.round(size * scale);
  }

  private void fill(int x, int y, int wide, int high, int colour) {
    int left = Math.max(0, x);
    int right = Math.min(width, x + wide);
    if (left >= right) {
      return;
    }
    for (int row = Math.max(0, y); row < Math.min(height, y + high); row++) {
      Arrays.fill(pixels, row * width + left, row * width + right, colour);
    }
  }

  /// @param depth 0 to 255
  private void mix(int x, int y, int wide, int high, int colour, int depth) {
    for (int row = Math.max(0, y); row < Math.min(height, y + high); row++) {
      for (int at = Math.max(0, x); at < Math.min(width, x + wide); at++) {
        int i = row * width + at;
        pixels[i] = mixed(pixels[i], colour, depth);
      }
    }
  }

  private static int mixed(int below, int above, int depth) {
    int result = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int a = below >> shift & 0xff;
      int b = above >> shift & 0xff;
      result |= (a + (b - a) * depth / 255 & 0xff) << shift;
    }
    return (int) (OPAQUE | result);
  }
}
