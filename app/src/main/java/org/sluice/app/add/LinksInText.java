package org.sluice.app.add;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds links between other words, as they stand in a page or a letter that was dragged or pasted.
///
/// **Threads**: pure functions.
final class LinksInText {
  private static final Pattern LINK =
      Pattern.compile("(?i)(?<![A-Za-z0-9])(?:https?://|magnet:\\?)[^\\s<>\"“”„«»]+");
  private static final String ENDS = ".,;:!?'’…";

  private LinksInText() {}

  /// The lines to be read as an address each. A line that is one address stays as it is, with its
  /// blanks; of one with other words the links are taken, and lines of words only are passed over
  /// where there are links.
  static List<String> lines(String text) {
    List<String> given = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (!LINK.matcher(text).find()) {
      return given;
    }
    List<String> lines = new ArrayList<>();
    for (String line : given) {
      List<String> links = line.startsWith("#") ? List.of() : in(line);
      if (links.size() > 1 || (links.size() == 1 && !isOne(line))) {
        lines.addAll(links);
      } else if (!links.isEmpty() || !isWords(line)) {
        lines.add(line);
      }
    }
    return lines;
  }

  /// The links in a line, without the marks that end a sentence.
  static List<String> in(String line) {
    List<String> links = new ArrayList<>();
    Matcher found = LINK.matcher(line);
    while (found.find()) {
      links.add(bare(found.group()));
    }
    return links;
  }

  /// Whether it begins as an address; a blank in it is part of it then.
  private static boolean isOne(String line) {
    return LINK.matcher(line).lookingAt() || !line.contains(" ");
  }

  private static boolean isWords(String line) {
    return !line.startsWith("#")
        && (line.contains(" ") || line.chars().noneMatch(c -> c == '.' || c == '/' || c == ':'));
  }

  private static String bare(String link) {
    String left = link;
    while (!left.isEmpty() && (ENDS.indexOf(left.charAt(left.length() - 1)) >= 0 || closes(left))) {
      left = left.substring(0, left.length() - 1);
    }
    return left;
  }

  /// Whether it ends with a bracket that was opened before it.
  private static boolean closes(String link) {
    char last = link.charAt(link.length() - 1);
    int pair = ")]}".indexOf(last);
    if (pair < 0) {
      return false;
    }
    char opening = "([{".charAt(pair);
    return link.chars().filter(c -> c == last).count()
        > link.chars().filter(c -> c == opening).count();
  }
}
