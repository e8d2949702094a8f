package org.sluice.app.curl.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluice.app.curl.text.JsonString;
import org.sluice.engine.http.ResponseHead;

/// What `--write-out` says after a transfer: text with `%{variables}` in it.
///
/// **Source**: curl's manual, `--write-out`.
final class WriteOut {
  private static final String ESCAPES = "rnt";
  private static final String ESCAPED = "\r\n\t";

  private final Place place;
  private final Messages messages;
  private final Report report;
  private final Instant now;
  private OutputStream to;
  private @Nullable OutputStream own;

  WriteOut(Place place, Messages messages, Report report, Instant now) {
    this.place = place;
    this.messages = messages;
    this.report = report;
    this.now = now;
    to = place.out();
  }

  void write(String format) throws IOException {
    try {
      int at = 0;
      while (at >= 0 && at < format.length()) {
        char c = format.charAt(at);
        if (c == '%' && at + 1 < format.length()) {
          at = percent(format, at + 1);
        } else if (c == '\\' && at + 1 < format.length()) {
          char next = format.charAt(at + 1);
          int known = ESCAPES.indexOf(next);
          say(known >= 0 ? String.valueOf(ESCAPED.charAt(known)) : "\\" + next);
          at += 2;
        } else {
          int end = at + 1;
          while (end < format.length() && format.charAt(end) != '%' && format.charAt(end) != '\\') {
            end++;
          }
          say(format.substring(at, end));
          at = end;
        }
      }
    } finally {
      closeOwn();
      place.out().flush();
    }
  }

  /// @param at behind the percent sign
  /// @return where to go on; -1 for nowhere
  private int percent(String format, int at) throws IOException {
    if (format.charAt(at) == '%') {
      say("%");
      return at + 1;
    }
    for (String word : List.of("{", "header{", "output{", "time{")) {
      if (format.startsWith(word, at)) {
        int start = at + word.length();
        int end = end(format, start, word);
        if (end < 0) {
          say("%" + word);
          return start;
        }
        String inside = format.substring(start, end);
        boolean goesOn =
            switch (word) {
              case "header{" -> header(inside);
              case "output{" -> output(inside);
              case "time{" -> time(inside);
              default -> variable(inside);
            };
        return goesOn ? end + 1 : -1;
      }
    }
    say("%" + format.charAt(at));
    return at + 1;
  }

  private static int end(String format, int start, String word) {
    int end = format.indexOf('}', start);
    while (word.equals("header{") && end > 0 && format.charAt(end - 1) == '\\') {
      end = format.indexOf('}', end + 1);
    }
    return end;
  }

  private boolean variable(String name) throws IOException {
    switch (name) {
      case "onerror" -> {
        return report.exitCode() != 0;
      }
      case "stdout" -> {
        closeOwn();
        to = place.out();
      }
      case "stderr" -> {
        closeOwn();
        to = messages.stream();
      }
      case "json" -> say(json());
      case "header_json" -> say(headerJson());
      default -> {
        if (Report.isKnown(name)) {
          say(text(report.value(name)));
        } else {
          messages.stream().print("curl: unknown --write-out variable: '" + name + "'\n");
        }
      }
    }
    return true;
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Report.Micros(long micros) -> seconds(micros);
      case Report.Status(int code) -> "%03d".formatted(code);
      default -> value.toString();
    };
  }

  private static String seconds(long micros) {
    return "%d.%06d".formatted(micros / 1_000_000, micros % 1_000_000);
  }

  private String json() {
    StringBuilder out = new StringBuilder("{");
    for (String name : Report.names()) {
      Object value = report.value(name);
      out.append('"').append(name).append("\":");
      out.append(
          switch (value) {
            case null -> "null";
            case Report.Micros(long micros) -> seconds(micros);
            case Report.Status(int code) -> Integer.toString(code);
            case String string -> JsonString.quoted(string);
            default -> value.toString();
          });
      out.append(',');
    }
    return out.append("\"curl_version\":")
        .append(JsonString.quoted(CurlVersion.line()))
        .append('}')
        .toString();
  }

  private String headerJson() {
    Map<String, List<String>> fields = report.fields();
    return fields.entrySet().stream()
        .map(
            field ->
                JsonString.quoted(field.getKey())
                    + ":["
                    + field.getValue().stream()
                        .map(JsonString::quoted)
                        .collect(Collectors.joining(","))
                    + "]")
        .collect(Collectors.joining(",\n", "{", "\n}"));
  }

  /// `%header{name}`, `%header{name:all:separator}`.
  private boolean header(String inside) throws IOException {
    int all = inside.indexOf(":all:");
    if (all < 0) {
      ResponseHead head = report.lastHead();
      String value = head == null ? null : head.header(inside);
      say(value == null ? "" : value.strip());
      return true;
    }
    String name = inside.substring(0, all);
    String separator = unescaped(inside.substring(all + 5));
    say(
        report.heads().stream()
            .flatMap(seen -> seen.head().headers().all(name).stream())
            .map(String::strip)
            .collect(Collectors.joining(separator)));
    return true;
  }

  private static String unescaped(String text) {
    return text.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t").replace("\\}", "}");
  }

  /// `%output{file}`, `%output{>>file}`.
  private boolean output(String inside) throws IOException {
    boolean append = inside.startsWith(">>");
    String name = append ? inside.substring(2) : inside;
    try {
      OutputStream opened =
          Files.newOutputStream(
              place.path(name),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING);
      closeOwn();
      own = opened;
      to = opened;
    } catch (IOException | InvalidPathException e) {
      messages.warning("Failed to open " + name + " for --write-out");
    }
    return true;
  }

  private boolean time(String inside) throws IOException {
    say(TimeFormat.format(inside, now));
    return true;
  }

  private void say(String text) throws IOException {
    to.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private void closeOwn() throws IOException {
    if (own != null) {
      own.close();
      own = null;
    }
  }
}
