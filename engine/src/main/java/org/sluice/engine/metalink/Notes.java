package org.sluice.engine.metalink;

import java.util.ArrayList;
import java.util.List;

/// What was passed by, in words for a person; no more of it than anybody reads.
final class Notes {
  private static final int MOST_SHOWN_CHARS = 80;

  private final int most;
  private final List<String> all = new ArrayList<>();

  Notes(int most) {
    this.most = most;
  }

  void add(String note) {
    if (all.size() < most) {
      all.add(note);
    }
  }

  List<String> all() {
    return List.copyOf(all);
  }

  /// A stranger's text, short enough and on one line.
  static String shown(String text) {
    String line =
        text.codePoints()
            .limit(MOST_SHOWN_CHARS)
            .map(
                c ->
                    Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return line.length() < text.length() ? line + "…" : line;
  }
}
