package org.sluice.app.timeline;

import java.nio.IntBuffer;
import java.util.Arrays;

/// A picture as an array of opaque ARGB pixels, to fill and to mix into. What lies outside is cut.
///
/// **Threads**: any, one at a time. **Units**: pixels of the screen; `scale` of them for each of the
/// window.
final class Pixels {
  private static final int OPAQUE = 0xff000000;

  private final int[] argb;
  private final int width;
  private final int height;
  private final double scale;

  Pixels(int width, int height, double scale) {
    this.argb = new int[width * height];
    this.width = width;
    this.height = height;
    this.scale = scale;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  double scale() {
    return scale;
  }

  /// The pixels themselves, row by row, for an image that shows them.
  IntBuffer buffer() {
    return IntBuffer.wrap(argb);
  }

  /// A size of the window in pixels of the screen.
  int px(double size) {
    return (int) Math.round(size * scale);
  }

  /// In which column a moment stands.
  int column(TimeScale time, long nanos) {
    return (int)
        Math.floor(
            (double) (nanos - time.fromNanos()) / (time.toNanos() - time.fromNanos()) * width);
  }

  void clear(int colour) {
    Arrays.fill(argb, 0, width * height, colour);
  }

  /// Draws the marks of the clock.
  void grid(TimeScale time, int top, int colour) {
    for (long at = time.firstMark(); at <= time.toNanos(); at += time.markNanos()) {
      fill(column(time, at), top, 1, height - top, colour);
    }
  }

  void fill(int x, int y, int wide, int high, int colour) {
    int left = Math.max(0, x);
    int right = Math.min(width, x + wide);
    if (left >= right) {
      return;
    }
    for (int row = Math.max(0, y); row < Math.min(height, y + high); row++) {
      Arrays.fill(argb, row * width + left, row * width + right, colour);
    }
  }

  /// @param depth 0 to 255
  void mix(int x, int y, int wide, int high, int colour, int depth) {
    for (int row = Math.max(0, y); row < Math.min(height, y + high); row++) {
      for (int at = Math.max(0, x); at < Math.min(width, x + wide); at++) {
        int i = row * width + at;
        argb[i] = mixed(argb[i], colour, depth);
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
    return OPAQUE | result;
  }
}
