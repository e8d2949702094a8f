package org.sluice.app.curl.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sluice.app.curl.Inputs;
import org.sluice.app.curl.Operation;
import org.sluice.app.curl.UsageException;
import org.sluice.engine.http.Headers;

/// The fields of `-H` or `--proxy-header`: those to send, and those of ours to leave out.
///
/// @param fields in the order they were given
/// @param without names in lower case
record HeaderLines(List<Headers.Field> fields, Set<String> without) {
  HeaderLines {
    fields = List.copyOf(fields);
    without = Set.copyOf(without);
  }

  /// @param option `header` or `proxy-header`
  static HeaderLines of(Operation operation, String option, Inputs inputs) throws UsageException {
    List<String> lines = new ArrayList<>();
    for (String value : operation.all(option)) {
      if (value.startsWith("@")) {
        lines.addAll(file(value.substring(1), inputs));
      } else {
        lines.add(value);
      }
    }
    return of(lines);
  }

  static HeaderLines of(List<String> lines) {
    List<Headers.Field> fields = new ArrayList<>();
    Set<String> without = new LinkedHashSet<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      int semicolon = line.indexOf(';');
      String name = colon > 0 ? line.substring(0, colon) : "";
      String value = colon > 0 ? line.substring(colon + 1).stripLeading() : "";
      if (colon > 0 && value.isBlank()) {
        without.add(name.strip().toLowerCase(Locale.ROOT));
      } else if (colon > 0) {
        add(fields, name, value);
      } else if (semicolon > 0 && semicolon == line.length() - 1) {
        add(fields, line.substring(0, semicolon), "");
      }
    }
    return new HeaderLines(fields, without);
  }

  private static void add(List<Headers.Field> fields, String name, String value) {
    try {
      fields.add(new Headers.Field(name.strip(), value));
    } catch (IllegalArgumentException e) {
      throw new JobException(ExitCodes.BAD_ARGUMENT, e.getMessage());
    }
  }

  private static List<String> file(String name, Inputs inputs) throws UsageException {
    try {
      String text = new String(inputs.read(name), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UsageException(UsageException.CANNOT_READ, "Failed to open " + name, e);
    }
  }

  boolean has(String name) {
    return without.contains(name.toLowerCase(Locale.ROOT))
        || fields.stream().anyMatch(field -> field.name().equalsIgnoreCase(name));
  }
}
