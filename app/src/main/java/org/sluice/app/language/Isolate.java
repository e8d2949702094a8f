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
  /// direction after each blank no run is longer than a word.
  public static String wrapped(String text) {
    return text.length() <= LONGEST_LABEL || !RIGHT_TO_LEFT_LETTER.matcher(text).find()
        ? text
        : text.replace(" " + MARK, " ").replace(" ", " " + MARK);
  }

  /// Without the marks; to search in.
  public static String plain(String text) {
    return text.replace(MARK, "");
  }
}
