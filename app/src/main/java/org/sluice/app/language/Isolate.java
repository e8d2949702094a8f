package org.sluice.app.language;

/// Keeps words of one direction of writing together among those of the other.
///
/// Without it a path in an Arabic sentence ends with the stroke that it begins with.
///
/// **Source**: UAX #9, 2.4, explicit directional isolates.
public final class Isolate {
  private static final char FIRST_STRONG = '\u2068';
  private static final char LEFT_TO_RIGHT = '\u2066';
  private static final char END = '\u2069';

  private Isolate() {}

  /// `text` with its own direction, where the language needs it said.
  static String own(Language language, String text) {
    return language.isRightToLeft() && !text.isEmpty() ? FIRST_STRONG + text + END : text;
  }

  /// A path, an address, a range of bytes: from the left to the right in every language.
  public static String leftToRight(String text) {
    return Language.spoken().isRightToLeft() && !text.isEmpty() ? LEFT_TO_RIGHT + text + END : text;
  }
}
