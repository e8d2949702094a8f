package org.sluice.app.said;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sluice.app.fx.Amounts;
import org.sluice.app.language.Language;
import org.sluice.app.language.MessageBundle;

/// Amounts, hours and answers of servers as the engine writes them, as the window writes them: `1.5 MiB` is
/// `1,6 Mo` in French.
final class SaidAmount {
  private static final Pattern BYTES =
      Pattern.compile("(\\d+(?:\\.\\d+)?) (bytes|B|[kKMGTPE]i?B)(/s)?");
  private static final Pattern TIME = Pattern.compile("(\\d+)(\\.\\d+)? (ms|s|min|h|d)");
  private static final Pattern STATUS = Pattern.compile("([1-5]\\d\\d) [A-Z][A-Za-z' -]*");
  private static final Pattern DAY =
      Pattern.compile("(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\\d\\d:\\d\\d)");
  private static final long SECOND = 1_000_000_000L;
  private static final MessageBundle WORDS = MessageBundle.of(SaidAmount.class);
  private static final String DAYS = "MonTueWedThuFriSatSun";
  private static final String PREFIXES = "KMGTPE";

  private SaidAmount() {}

  static Optional<String> of(String english) {
    Matcher bytes = BYTES.matcher(english);
    if (bytes.matches()) {
      String amount = Amounts.bytes(Double.parseDouble(bytes.group(1)) * unit(bytes.group(2)));
      return Optional.of(bytes.group(3) == null ? amount : Amounts.perSecond(amount));
    }
    Matcher time = TIME.matcher(english);
    if (time.matches()) {
      if (time.group(3).equals("s") && time.group(2) == null && time.group(1).length() > 2) {
        return Optional.of(Amounts.age(Long.parseLong(time.group(1)) * SECOND));
      }
      int places = time.group(2) == null ? 0 : time.group(2).length() - 1;
      double value = Double.parseDouble(time.group(1) + (places == 0 ? "" : time.group(2)));
      return Optional.of(Amounts.with(value, places, time.group(3)));
    }
    Matcher status = STATUS.matcher(english);
    if (status.matches()) {
      return Optional.of(status(english, status.group(1)));
    }
    Matcher day = DAY.matcher(english);
    return day.matches()
        ? Optional.of(
            DayOfWeek.of(DAYS.indexOf(day.group(1)) / 3 + 1)
                    .getDisplayName(TextStyle.SHORT, Language.spoken().locale())
                + " "
                + day.group(2))
        : Optional.empty();
  }

  /// What the server calls its answer is English, and may be anything.
  private static String status(String english, String code) {
    String key = Said.STATUS + code;
    return WORDS.has(key)
        ? WORDS.text(key)
        : Language.spoken() == Language.ENGLISH ? english : code;
  }

  private static double unit(String unit) {
    int power = PREFIXES.indexOf(unit.toUpperCase(Locale.ROOT).charAt(0)) + 1;
    return unit.equals("bytes") ? 1 : Math.pow(unit.contains("i") ? 1024 : 1000, power);
  }
}
