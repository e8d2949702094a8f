package org.sluice.app.pattern;

import java.util.ArrayList;
import java.util.List;

/// The name of a file with `#1`, `#2` … for what a pattern puts in their place.
///
/// A number that no part of the pattern has stays as it is written, as in curl.
public final class NameTemplate {
  private static final int MOST_DIGITS = 3;

  /// Text, or the number of a part.
  ///
  /// @param number from 1; 0 for text
  record Piece(String text, int number) {}

  private NameTemplate() {}

  /// `template` with the values in it.
  public static String fill(String template, List<String> values) {
    if (template.indexOf('#') < 0) {
      return template;
    }
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
