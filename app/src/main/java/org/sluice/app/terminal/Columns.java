package org.sluice.app.terminal;

/// How many columns of a terminal text takes, and text that takes a certain number.
///
/// Characters of East Asian scripts and emoji take two columns, combining ones none. What would move
/// the cursor or turn the direction of the text is shown as `?`, so that no name and no server can
/// write anywhere else than where it belongs.
public final class Columns {
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3041, 0x33FF},
    {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF},
    {0x1F900, 0x1F9FF},
    {0x20000, 0x3FFFD}
  };

  private Columns() {}

  /// The columns that `text` takes.
  public static int of(String text) {
    return text.codePoints().map(Columns::of).sum();
  }

  /// `text` without anything that a terminal would obey.
  public static String harmless(String text) {
    if (text.codePoints().noneMatch(Columns::isObeyed)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(c -> isObeyed(c) ? '?' : c).forEach(out::appendCodePoint);
    return out.toString();
  }

  /// `text` in exactly `width` columns: filled with spaces, or with its beginning cut off, as the end
  /// of a name tells more.
  public static String fitted(String text, int width) {
    int wide = of(text);
    return wide <= width ? text + " ".repeat(width - wide) : "…" + end(text, width - 1);
  }

  /// The end of `text` in exactly `width` columns.
  private static String end(String text, int width) {
    int from = text.length();
    int used = 0;
    while (from > 0) {
      int c = text.codePointBefore(from);
      if (used + of(c) > width) {
        break;
      }
      used += of(c);
      from -= Character.charCount(c);
    }
    return " ".repeat(width - used) + text.substring(from);
  }

  private static int of(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    for (int[] range : WIDE) {
      if (c >= range[0] && c <= range[1]) {
        return 2;
      }
    }
    return 1;
  }

  private static boolean isObeyed(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
