package org.sluice.app.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a file with `#1`, `#2` or `#<name>` for what a pattern puts in their place.
///
/// A number that no part of the pattern has stays as it is written, as in curl.
public final class NameTemplate {
  private static final int MOST_DIGITS = 3;
  private static final Pattern NAME = Pattern.compile("#<([^>]{1,64})>");

  /// Text, or the number of a part.
  ///
  /// @param number from 1; 0 for text
  record Piece(String text, int number) {}

  private NameTemplate() {}

  /// `template` with the values in it.
  ///
  /// @param named values that `#<name>` stands for
  /// @throws PatternException if it asks for a name that there is not
  public static String fill(String template, List<String> values, Map<String, String> named) {
    if (template.indexOf('#') < 0) {
      return template;
    }
    Matcher names = NAME.matcher(template);
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (names.find()) {
      String value = named.get(names.group(1));
      if (value == null) {
        throw new PatternException(
            "no range or choice is named \"" + names.group(1) + "\"",
            "no glob exists with this name",
            names.end());
      }
      out.append(numbered(template.substring(from, names.start()), values)).append(value);
      from = names.end();
    }
    return out.append(numbered(template.substring(from), values)).toString();
  }

  /// The names that `template` asks for.
  static List<String> names(String template) {
    return NAME.matcher(template).results().map(found -> found.group(1)).toList();
  }

  private static String numbered(String template, List<String> values) {
    StringBuilder out = new StringBuilder();
    for (Piece piece : pieces(template)) {
      boolean known = piece.number >= 1 && piece.number <= values.size();
      out.append(known ? values.get(piece.number - 1) : piece.text);
    }
    return out.toString();
  }

  static List<Piece> pieces(String template) {
    List<Piece> pieces = new ArrayList<>();
    int textFrom = 0;
    int at = template.indexOf('#');
    while (at >= 0) {
      int end = at + 1;
      while (end < template.length()
          && end <= at + MOST_DIGITS
          && Character.digit(template.charAt(end), 10) >= 0) {
        end++;
      }
      if (end > at + 1) {
        pieces.add(new Piece(template.substring(textFrom, at), 0));
        String mark = template.substring(at, end);
        pieces.add(new Piece(mark, Integer.parseInt(mark, 1, mark.length(), 10)));
        textFrom = end;
      }
      at = template.indexOf('#', end);
    }
    pieces.add(new Piece(template.substring(textFrom), 0));
    return pieces;
  }
}
