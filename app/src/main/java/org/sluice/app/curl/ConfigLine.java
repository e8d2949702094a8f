package org.sluice.app.curl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One option of a config file.
///
/// `option value`, `option=value`, `option: value`, `--option value`; a value with spaces stands in
/// double quotes, with `\"`, `\\`, `\t`, `\n`, `\r` and `\v` in it.
///
/// @param number of the line, from 1
/// @param value null where there is none
record ConfigLine(int number, String option, @Nullable String value) {
  /// @param file to be named in warnings
  static List<ConfigLine> all(String text, String file, Consumer<String> warnings)
      throws UsageException {
    List<ConfigLine> lines = new ArrayList<>();
    int number = 0;
    for (String line : significant(text)) {
      number++;
      lines.add(new Reader(line, number, file, warnings).read());
    }
    return lines;
  }

  /// The lines that say something, without those that are empty or comments.
  static List<String> significant(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      int at = 0;
      while (at < line.length() && isBlank(line.charAt(at))) {
        at++;
      }
      if (at < line.length() && line.charAt(at) != '#' && line.charAt(at) != '\r') {
        lines.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
      }
    }
    return lines;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static final class Reader {
    private final String line;
    private final int number;
    private final String file;
    private final Consumer<String> warnings;
    private int at;

    Reader(String line, int number, String file, Consumer<String> warnings) {
      this.line = line;
      this.number = number;
      this.file = file;
      this.warnings = warnings;
    }

    ConfigLine read() throws UsageException {
      while (at < line.length() && isBlank(line.charAt(at))) {
        at++;
      }
      int start = at;
      boolean dashed = line.charAt(start) == '-';
      while (at < line.length() && !isBlank(line.charAt(at)) && !parts(dashed)) {
        at++;
      }
      String option = line.substring(start, at);
      while (at < line.length() && (isBlank(line.charAt(at)) || parts(dashed))) {
        at++;
      }
      if (at >= line.length()) {
        return new ConfigLine(number, option, null);
      }
      String value = line.charAt(at) == '"' ? quoted() : plain(option);
      return new ConfigLine(number, option, value);
    }

    private boolean parts(boolean dashed) {
      return !dashed && (line.charAt(at) == '=' || line.charAt(at) == ':');
    }

    private String quoted() throws UsageException {
      StringBuilder out = new StringBuilder();
      for (at++; at < line.length(); at++) {
        char c = line.charAt(at);
        if (c == '"') {
          return out.toString();
        }
        if (c == '\\' && at + 1 < line.length()) {
          c = unescaped(line.charAt(++at));
        }
        out.append(c);
      }
      return out.toString();
    }

    private static char unescaped(char c) {
      return switch (c) {
        case 't' -> '\t';
        case 'n' -> '\n';
        case 'r' -> '\r';
        case 'v' -> '\u000b';
        default -> c;
      };
    }

    private String plain(String option) {
      int start = at;
      if (line.charAt(at) == '\'') {
        warnings.accept(
            where(option)
                + "uses argument with leading single quote. It is probably a mistake. Consider"
                + " double quotes.");
      }
      while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
        at++;
      }
      String value = line.substring(start, at);
      String rest = line.substring(at).strip();
      if (!rest.isEmpty() && !rest.startsWith("#")) {
        warnings.accept(
            where(option)
                + "uses argument with unquoted whitespace. This may cause side-effects. Consider"
                + " double quotes.");
      }
      return value;
    }

    private String where(String option) {
      return file + ":" + number + " Option '" + option + "' ";
    }
  }
}
