package org.sluice.app.pattern;

/// Something that looks like a pattern of addresses and is none.
public final class PatternException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /// What is wrong, in the words of curl.
  private final String curlsWord;

  /// Where, counted as curl counts; 0 for nowhere.
  private final int position;

  PatternException(String message, String curlsWord, int position) {
    super(message);
    this.curlsWord = curlsWord;
    this.position = position;
  }

  /// The sentence that curl says: what is wrong, then the text, then an arrow below the place.
  ///
  /// **Limits**: 511 characters, as there.
  public String inCurlsWords(String text) {
    String all =
        position == 0
            ? curlsWord
            : curlsWord
                + " in position "
                + position
                + ":\n"
                + text
                + "\n"
                + " ".repeat(Math.max(1, position - 1))
                + "^";
    return all.substring(0, Math.min(all.length(), 511));
  }
}
