package org.sluice.engine.golden;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One line of a trace: a flat object of names and values, as text.
///
/// @param depth 0 in the application, 1 inside an API call, 2 inside a callback
record Line(int number, int depth, Map<String, @Nullable String> fields) {
  private static final Pattern FIELD =
      Pattern.compile(
          "\"(\\w+)\":(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(null)|(\\{[^}]*\\})|([-\\w.]+))[,}]");

  /// Reads a line of JSON whose values are no deeper than one flat object.
  static Line parse(String json) {
    Map<String, @Nullable String> fields = new LinkedHashMap<>();
    Matcher m = FIELD.matcher(json);
    int end = 1;
    while (m.find()) {
      if (m.start() != end) {
        throw new IllegalArgumentException("not understood at " + end + ": " + json);
      }
      end = m.end();
      String value = m.group(2) != null ? m.group(2) : m.group(4);
      fields.put(m.group(1), value != null || m.group(3) != null ? value : m.group(5));
    }
    if (end != json.length()) {
      throw new IllegalArgumentException("not understood at " + end + ": " + json);
    }
    return new Line(number(fields, "n"), number(fields, "d"), fields);
  }

  private static int number(Map<String, @Nullable String> fields, String name) {
    return Integer.parseInt(String.valueOf(fields.get(name)));
  }

  String ev() {
    return text("ev");
  }

  boolean is(String event) {
    return ev().equals(event);
  }

  /// Whether it begins or ends a call of this function.
  boolean isOf(String fn) {
    return fn.equals(get("fn"));
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  @Nullable String get(String name) {
    return fields.get(name);
  }

  /// The same line with another value.
  Line with(String name, String value) {
    Map<String, @Nullable String> changed = new LinkedHashMap<>(fields);
    changed.put(name, value);
    return new Line(number, depth, changed);
  }

  /// A value that must be there.
  String text(String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no " + name + " in " + fields);
    }
    return value;
  }

  int number(String name) {
    return Integer.parseInt(text(name));
  }

  @Override
  public String toString() {
    return number + " " + "  ".repeat(depth) + fields;
  }
}
