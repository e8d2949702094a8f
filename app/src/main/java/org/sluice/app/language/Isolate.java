package org.sluice.app.language;

import java.util.regex.Pattern;

/// Keeps words of one direction of writing together among those of the other.
///
/// Without it a path in an Arabic sentence ends with the stroke that it begins with. The marks for
/// embeddings and isolates would say it better, but JavaFX 26 draws them as boxes; the left-to-right
/// mark it does not draw.
///
/// **Source**: UAX #9, 2.6, implicit directional marks.
public final class Isolate {
  /// Shorter text is not wrapped: what wraps is at least as wide as `fx.WrapGuard` says.
  private static final int LONGEST_LABEL = 24;

  private static final char NO_BREAK = '\u00a0';
  private static final String MARK = "\u200e";
  private static final Pattern RIGHT_TO_LEFT_LETTER =
      Pattern.compile("[\\p{IsArabic}\\p{IsHebrew}\\p{IsSyriac}\\p{IsThaana}\\p{IsNko}]");

  private Isolate() {}

  /// `text` with its own direction, where the language needs it said.
  static String own(Language language, String text) {
    boolean other = language.isRightToLeft() && !RIGHT_TO_LEFT_LETTER.matcher(text).find();
    return other && !text.isEmpty() ? MARK + text + MARK : text;
  }

  /// A name that may be of any language.
  public static String own(String text) {
    return own(Language.spoken(), wrapped(text));
  }

  /// A path, an address, a range of bytes: from the left to the right in every language.
  public static String leftToRight(String text) {
    return Language.spoken().isRightToLeft() && !text.isEmpty() ? MARK + text + MARK : text;
  }

  /// Text that may be wrapped: a mark between its words.
  ///
  /// JavaFX 26.0.2 fails when a line ends inside of a run of right-to-left text
  /// (`PrismTextLayout.computeTrailingSpaceWidth` reads before the array). With a mark of the other
  /// direction after each blank no run is longer than a word. After words from the left to the right a
  /// mark would take the blank to their wrong side: there the blank is one at which no line ends.
  public static String wrapped(String text) {
    if (text.length() <= LONGEST_LABEL || !RIGHT_TO_LEFT_LETTER.matcher(text).find()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() * 5 / 4);
    boolean afterLeftToRight = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c != ' ' && c != NO_BREAK) {
        afterLeftToRight =
            c == MARK.charAt(0) || (Character.isLetter(c) ? !isRightToLeft(c) : afterLeftToRight);
        out.append(c);
      } else if (!afterLeftToRight && isWord(text, at + 1)) {
        out.append(' ').append(MARK);
        afterLeftToRight = true; // a number follows the mark
      } else if (!afterLeftToRight) {
        out.append(NO_BREAK); // after a mark a bracket would turn around
      } else if (goesOn(text, at + 1)) {
        latin(out);
        out.append(' ');
      } else {
        out.append(NO_BREAK);
      }
    }
    return out.toString();
  }

  /// Between words from the left to the right an Arabic comma would be one of theirs, and JavaFX draws
  /// the marks of a run with such a letter as boxes.
  private static void latin(StringBuilder out) {
    int last = out.length() - 1;
    char mark = last < 0 ? ' ' : out.charAt(last);
    if (mark == '\u060c' || mark == '\u061b') {
      out.setCharAt(last, mark == '\u060c' ? ',' : ';');
    }
  }

  /// Whether what follows runs from the left to the right, as what is before it does.
  private static boolean goesOn(String text, int at) {
    return isWord(text, at) && !isRightToLeft(text.charAt(at));
  }

  private static boolean isWord(String text, int at) {
    return at < text.length()
        && (text.charAt(at) == MARK.charAt(0) || Character.isLetterOrDigit(text.charAt(at)));
  }

  private static boolean isRightToLeft(char c) {
    return RIGHT_TO_LEFT_LETTER.matcher(String.valueOf(c)).find();
  }

  /// Without the marks; to search in.
  public static String plain(String text) {
    return text.replace(MARK, "");
  }
}
