package org.sluice.engine.lab;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The parameters of a target, and sizes such as `64k`.
///
/// **Units** `k`, `m` and `g` are 1024, 1024² and 1024³.
final class Query {
  private static final int MOST_DIGITS = 9;

  private final Map<String, String> values = new HashMap<>();

  Query(String target) {
    int mark = target.indexOf('?');
    int position = mark < 0 ? target.length() : mark + 1;
    while (position < target.length()) {
      int ampersand = target.indexOf('&', position);
      int end = ampersand < 0 ? target.length() : ampersand;
      int equals = target.indexOf('=', position);
      if (equals > position && equals < end) {
        values.put(target.substring(position, equals), target.substring(equals + 1, end));
      }
      position = end + 1;
    }
  }

  /// A text, or the default when it is not there.
  String text(String name, String defaultValue) {
    return values.getOrDefault(name, defaultValue);
  }

  /// A number or size between two bounds, or the default when it is not there.
  long number(String name, long defaultValue, long least, long most) throws BadRequestException {
    String text = values.get(name);
    long value = text == null ? defaultValue : size(text);
    if (value < least || value > most) {
      throw new BadRequestException(name + " is " + least + " to " + most);
    }
    return value;
  }

  /// Reads `500`, `64k`, `20m` or `3g`; at most nine digits.
  static long size(String text) throws BadRequestException {
    String lower = text.toLowerCase(Locale.ROOT);
    int shift =
        switch (lower.isEmpty() ? ' ' : lower.charAt(lower.length() - 1)) {
          case 'k' -> 10;
          case 'm' -> 20;
          case 'g' -> 30;
          default -> 0;
        };
    String digits = shift == 0 ? lower : lower.substring(0, lower.length() - 1);
    if (digits.isEmpty()
        || digits.length() > MOST_DIGITS
        || !digits.chars().allMatch(Query::isDigit)) {
      throw new BadRequestException("a size is digits and perhaps k, m or g");
    }
    return Math.multiplyExact(Long.parseLong(digits), 1L << shift);
  }

  static boolean isDigit(int sign) {
    return sign >= '0' && sign <= '9';
  }
}
