package org.sluice.app.curl.run;

import java.nio.charset.StandardCharsets;

/// Bytes as `--trace` and `--trace-ascii` show them: pure functions.
///
/// **Source**: curl's manual, `--trace`; the lines are those that its tests compare.
final class TraceText {
  private static final int BYTES_WIDTH = 16;
  private static final int TEXT_WIDTH = 64;
  private static final char UNPRINTABLE = '.';

  private TraceText() {}

  /// Numbers and text, sixteen bytes a line.
  static String bytes(byte[] data) {
    StringBuilder out = new StringBuilder();
    for (int start = 0; start < data.length; start += BYTES_WIDTH) {
      int end = Math.min(data.length, start + BYTES_WIDTH);
      out.append("%04x: ".formatted(start));
      for (int i = start; i < start + BYTES_WIDTH; i++) {
        out.append(i < end ? "%02x ".formatted(data[i] & 0xff) : "   ");
      }
      for (int i = start; i < end; i++) {
        out.append(shown(data[i]));
      }
      out.append('\n');
    }
    return out.toString();
  }

  /// Text, sixty-four characters a line or to the end of a line of the data.
  static String text(byte[] data) {
    String all = new String(data, StandardCharsets.ISO_8859_1);
    StringBuilder out = new StringBuilder();
    int start = 0;
    while (start < data.length) {
      int full = Math.min(data.length, start + TEXT_WIDTH);
      int lineEnd = all.indexOf("\r\n", start);
      boolean ends = lineEnd >= 0 && lineEnd <= full;
      int end = ends ? lineEnd : full;
      out.append("%04x: ".formatted(start));
      for (int i = start; i < end; i++) {
        out.append(shown(data[i]));
      }
      out.append('\n');
      start = ends ? end + 2 : end;
    }
    return out.toString();
  }

  private static char shown(byte b) {
    return b >= 0x20 && b < 0x7f ? (char) b : UNPRINTABLE;
  }
}
