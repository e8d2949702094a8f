package org.sluice.app.language;

import java.util.Locale;

/// Numbers as a language writes them.
///
/// All use the digits 0 to 9, Arabic too: rates, addresses and constants stand beside them, and a table
/// with two kinds of digits cannot be read down a column.
///
/// **Threads**: pure functions.
public final class Figures {
  private static final int GROUP = 3;

  private Figures() {}

  /// A whole number, its thousands apart.
  public static String whole(Language language, long number) {
    String digits = Long.toString(number);
    String sign = number < 0 ? "-" : "";
    return sign + grouped(language, digits.substring(sign.length()));
  }

  /// A number with so many places after the point.
  public static String decimal(Language language, double number, int places) {
    String text = String.format(Locale.ROOT, "%." + places + "f", number);
    String sign = text.startsWith("-") ? "-" : "";
    int point = text.indexOf('.');
    return point < 0
        ? sign + grouped(language, text.substring(sign.length()))
        : sign
            + grouped(language, text.substring(sign.length(), point))
            + language.point()
            + text.substring(point + 1);
  }

  private static String grouped(Language language, String digits) {
    if (digits.length() < GROUP + language.leastBeforeThousands()) {
      return digits;
    }
    StringBuilder out = new StringBuilder(digits);
    for (int at = digits.length() - GROUP; at > 0; at -= GROUP) {
      out.insert(at, language.thousands());
    }
    return out.toString();
  }
}
