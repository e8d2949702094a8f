package org.sluice.app.preferences;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sluice.app.fx.Amounts;
import org.sluice.app.language.Isolate;
import org.sluice.app.language.MessageBundle;

/// The words of this package.
final class PreferencesWords {
  private static final MessageBundle BUNDLE = MessageBundle.of(PreferencesWords.class);

  private PreferencesWords() {}

  static String text(String key) {
    return BUNDLE.text(key);
  }

  static String text(String key, Object... arguments) {
    return BUNDLE.text(key, arguments);
  }

  static String title(Section section) {
    return text("section." + section.key());
  }

  static String title(Setting<?> setting) {
    return text(setting.key());
  }

  /// What stands over it, where it is the first of several; empty for nothing.
  static String group(Setting<?> setting) {
    String key = setting.key() + ".group";
    return BUNDLE.has(key) ? text(key) : "";
  }

  /// What it does.
  static String more(Setting<?> setting) {
    return text(setting.key() + ".more");
  }

  /// A value as a person reads it.
  static <T> String value(Setting<T> setting, T value) {
    return switch (setting.kind()) {
      case SettingKind.Flag _ -> text("value." + setting.kind().write(value));
      case SettingKind.Choice<?> _ -> text(setting.key() + "." + setting.kind().write(value));
      case SettingKind.Whole _ -> count(setting, value.toString());
      case SettingKind.Categories _ ->
          value.equals(setting.initial())
              ? text("value.usual")
              : setting.kind().write(value).isEmpty() ? text("value.none") : titles(value);
      case SettingKind.Time _ -> time((Duration) value);
      case SettingKind.Place _, SettingKind.Text _, SettingKind.Trusted _ -> {
        String written = setting.kind().write(value);
        yield written.isEmpty() ? text("value.none") : written;
      }
    };
  }

  /// A time in the largest unit of which it is a whole number: 10 min and not 600 s.
  static String time(Duration value) {
    long seconds = value.toSeconds();
    if (seconds > 0 && seconds % 3_600 == 0) {
      return Amounts.with(seconds / 3_600, "h");
    }
    return seconds > 0 && seconds % 60 == 0
        ? Amounts.with(seconds / 60, "min")
        : Amounts.with(seconds, "s");
  }

  private static String titles(Object rules) {
    return ((CategoryRules) rules)
        .all().stream().map(Category::title).collect(Collectors.joining(", "));
  }

  /// A number that stands for "no limit" where it is 0, and has a unit where it has one.
  private static String count(Setting<?> setting, String number) {
    String own = setting.key() + "." + number;
    String unit = setting.key() + ".unit";
    return BUNDLE.has(own) ? text(own) : BUNDLE.has(unit) ? text(unit, number) : number;
  }

  /// Whether what a user looks for is said of a setting, in any order of the words.
  static boolean speaks(Setting<?> setting, String sought) {
    String all = title(setting) + " " + more(setting) + " " + title(setting.section());
    String lower = Isolate.plain(all).toLowerCase(Locale.ROOT);
    return List.of(sought.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)).stream()
        .allMatch(lower::contains);
  }
}
