package org.sluice.engine.metalink;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What was passed by, in words for a person; no more of it than anybody reads.
final class Notes {
  private static final int MOST_SHOWN_CHARS = 80;

  private static final Pattern USER_INFO = Pattern.compile("//[^/?#\\s]*@");

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

  /// A stranger's text, short enough, on one line and without a password.
  static String shown(String text) {
    String open = withoutSecrets(text);
    String line =
        open.codePoints()
            .limit(MOST_SHOWN_CHARS)
            .map(c -> isPrintable(c) ? c : ' ')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return line.length() < open.length() ? line + "…" : line;
  }

  private static boolean isPrintable(int c) {
    return !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT;
  }

  /// Addresses may have a name and a password before an `@`.
  static String withoutSecrets(String text) {
    return USER_INFO.matcher(text).replaceAll("//…@");
  }
}
