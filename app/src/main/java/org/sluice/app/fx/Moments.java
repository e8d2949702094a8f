package org.sluice.app.fx;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.sluice.app.language.Isolate;
import org.sluice.app.language.Language;

/// Days and times of day as the language that is spoken writes them; 24 hours in all of them.
///
/// The patterns stand among the words (`date.*`), the names of months and days come from Java.
///
/// **Threads**: any.
public final class Moments {
  private Moments() {}

  /// `13:58`.
  public static String time(ZonedDateTime at) {
    return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(at);
  }

  /// `12 Nov 09:30`.
  public static String day(ZonedDateTime at) {
    return written("date.day", at);
  }

  /// `12 Nov 2025`.
  public static String year(ZonedDateTime at) {
    return written("date.year", at);
  }

  /// `Wed 12 Nov 2025, 09:30`.
  public static String whole(ZonedDateTime at) {
    return written("date.whole", at);
  }

  private static String written(String pattern, ZonedDateTime at) {
    return Isolate.wrapped(
        DateTimeFormatter.ofPattern(
                Isolate.plain(Messages.text(pattern)), Language.spoken().locale())
            .format(at));
  }
}
