package org.sluice.app.language;

import java.util.regex.Pattern;

/// Keeps words of one direction of writing together among those of the other.
///
/// Without it a path in an Arabic sentence ends with the stroke that it begins with.
///
/// The newer isolates would be the better marks, but JavaFX 26 draws them as boxes.
///
/// **Source**: UAX #9, 2.2, explicit directional embeddings.
public final class Isolate {
  private static final char LEFT_TO_RIGHT = '\u202a';
  private static final char RIGHT_TO_LEFT = '\u202b';
  private static final char END = '\u202c';
  private static final String MARK = "\u200e";
  private static final Pattern MARKS = Pattern.compile("[\u200e\u202a-\u202c]");
  private static final Pattern RIGHT_TO_LEFT_LETTER =
      Pattern.compile("[\\p{IsArabic}\\p{IsHebrew}\\p{IsSyriac}\\p{IsThaana}\\p{IsNko}]");

  private Isolate() {}

  /// `text` with its own direction, where the language needs it said.
  static String own(Language language, String text) {
    if (!language.isRightToLeft() || text.isEmpty()) {
      return text;
    }
    boolean same = RIGHT_TO_LEFT_LETTER.matcher(text).find();
    return (same ? RIGHT_TO_LEFT : LEFT_TO_RIGHT) + text + END;
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
