package org.sluice.app.main;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a test's source says in code, and not in comments.
///
/// **Threads**: pure functions.
final class TestCode {
  /// A comment, a text block, a string or a character, whichever begins first.
  private static final Pattern PIECE =
      Pattern.compile(
          "//[^\\n]*|/\\*.*?\\*/|\"\"\".*?\"\"\"|\"((?:[^\"\\\\]|\\\\.)*+)\"|'(?:[^'\\\\]|\\\\.)+'",
          Pattern.DOTALL);

  private TestCode() {}

  /// The strings in the order in which they stand, as they are written.
  static List<String> strings(String source) {
    List<String> found = new ArrayList<>();
    Matcher piece = PIECE.matcher(source);
    while (piece.find()) {
      if (piece.group(1) != null) {
        found.add(piece.group(1));
      }
    }
    return found;
  }
}
