package org.sluice.app.language;

import java.util.regex.Pattern;

/// Keeps words of one direction of writing together among those of the other.
///
/// Without it a path in an Arabic sentence ends with the stroke that it begins with.
///
/// **Source**: UAX #9, 2.4, explicit directional isolates.
public final class Isolate {
  private static final char FIRST_STRONG = '\u2068';
  private static final char LEFT_TO_RIGHT = '\u2066';
  private static final char RIGHT_TO_LEFT = '\u2067';
  private static final char END = '\u2069';
  private static final String MARK = "\u200e";
  private static final Pattern MARKS = Pattern.compile("[\u200e\u2066-\u2069]");
  private static final Pattern RIGHT_TO_LEFT_LETTER =
      Pattern.compile("[\\p{IsArabic}\\p{IsHebrew}\\p{IsSyriac}\\p{IsThaana}\\p{IsNko}]");

  private Isolate() {}

  /// `text` with its own direction, where the language needs it said.
  static String own(Language language, String text) {
    return language.isRightToLeft() && !text.isEmpty() ? FIRST_STRONG + text + END : text;
  }

  /// A name that may be of any language.
  public static String own(String text) {
    return own(Language.spoken(), wrapped(text));
  }

  /// A path, an address, a range of bytes: from the left to the right in every language.
  public static String leftToRight(String text) {
    return Language.spoken().isRightToLeft() && !text.isEmpty() ? LEFT_TO_RIGHT + text + END : text;
  }

  /// Text that may be wrapped: a mark between its words.
  ///
  /// JavaFX 26.0.2 fails when a line ends inside of a run of right-to-left text
  /// (`PrismTextLayout.computeTrailingSpaceWidth` reads before the array). With a mark of the other
  /// direction after each blank no run is longer than a word.
  public static String wrapped(String text) {
    if (text.indexOf(' ') < 0 || !RIGHT_TO_LEFT_LETTER.matcher(text).find()) {
      return text;
    }
    return RIGHT_TO_LEFT + text.replace(" " + MARK, " ").replace(" ", " " + MARK) + END;
  }

  /// Without all that is not seen; to search in.
  public static String plain(String text) {
    return MARKS.matcher(text).replaceAll("");
  }
}
