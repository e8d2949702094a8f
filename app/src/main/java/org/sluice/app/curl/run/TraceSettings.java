package org.sluice.app.curl.run;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sluice.app.curl.CurlCommand;
import org.sluice.app.curl.Given;

/// How much `-v`, `--trace` and their friends want to be told: a pure reading of the options, the
/// later over the earlier.
///
/// **Source**: curl's manual, `--verbose`, `--trace`, `--trace-ascii`, `--trace-config`.
///
/// @param file where it goes; null for where messages go, `-` for the standard output
/// @param time whether each line has the time before it
/// @param ids whether each line has the numbers of transfer and connection before it
record TraceSettings(Form form, @Nullable String file, boolean time, boolean ids) {
  /// How bytes are shown.
  enum Form {
    /// Nothing is shown.
    NONE,
    /// Heads as they are, bodies as their size: `-v`.
    PLAIN,
    /// All as text: `--trace-ascii`.
    TEXT,
    /// All as numbers and text: `--trace`.
    BYTES
  }

  static final TraceSettings NONE = new TraceSettings(Form.NONE, null, false, false);

  static TraceSettings of(CurlCommand command) {
    TraceSettings settings = NONE;
    int verbosity = 0;
    for (Given given :
        command.allOf(
            "verbose", "trace", "trace-ascii", "trace-time", "trace-ids", "trace-config")) {
      switch (given.option().name()) {
        case "verbose" -> {
          verbosity = !given.on() ? 0 : given.value().equals(Given.AGAIN) ? verbosity + 1 : 1;
          settings = settings.verbose(verbosity);
        }
        case "trace" -> settings = settings.with(Form.BYTES, given.value());
        case "trace-ascii" -> settings = settings.with(Form.TEXT, given.value());
        case "trace-time" -> settings = settings.withTime(given.on());
        case "trace-ids" -> settings = settings.withIds(given.on());
        default -> settings = settings.configured(given.value());
      }
    }
    return settings;
  }

  boolean isOn() {
    return form != Form.NONE;
  }

  private TraceSettings verbose(int verbosity) {
    return switch (verbosity) {
      case 0 -> NONE;
      case 1 -> new TraceSettings(Form.PLAIN, null, time, ids);
      case 2 -> new TraceSettings(form, file, true, true);
      default -> new TraceSettings(Form.TEXT, file, true, true);
    };
  }

  /// `ids,time,all`, each with a sign before it; the parts of curl itself have no meaning here.
  private TraceSettings configured(String text) {
    TraceSettings settings = this;
    for (String word : text.split(",", -1)) {
      String bare = word.strip().toLowerCase(Locale.ROOT);
      boolean on = !bare.startsWith("-");
      String name = bare.startsWith("-") || bare.startsWith("+") ? bare.substring(1) : bare;
      settings =
          switch (name) {
            case "all" -> settings.withTime(on).withIds(on);
            case "ids" -> settings.withIds(on);
            case "time" -> settings.withTime(on);
            default -> settings;
          };
    }
    return settings;
  }

  /// `%` is curl's word for where messages go.
  private TraceSettings with(Form how, String where) {
    return new TraceSettings(how, where.equals("%") ? null : where, time, ids);
  }

  private TraceSettings withTime(boolean on) {
    return new TraceSettings(form, file, on, ids);
  }

  private TraceSettings withIds(boolean on) {
    return new TraceSettings(form, file, time, on);
  }
}
