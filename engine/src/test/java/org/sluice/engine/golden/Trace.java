package org.sluice.engine.golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lines that a harness writes while it runs, in the form of the recorded traces.
final class Trace {
  private final List<Line> lines = new ArrayList<>();
  private int depth;

  Trace(String scenario) {
    add("meta", "scenario", scenario);
  }

  void enter() {
    depth++;
  }

  void leave() {
    depth--;
  }

  /// Adds an event with pairs of name and value.
  void add(String event, @Nullable Object... pairs) {
    Map<String, @Nullable String> fields = new LinkedHashMap<>();
    fields.put("ev", event);
    for (int i = 0; i < pairs.length; i += 2) {
      Object value = pairs[i + 1];
      fields.put(String.valueOf(pairs[i]), value == null ? null : value.toString());
    }
    lines.add(new Line(lines.size(), depth, fields));
  }

  List<Line> lines() {
    return List.copyOf(lines);
  }

  @Override
  public String toString() {
    StringBuilder all = new StringBuilder();
    lines.forEach(line -> all.append(line).append('\n'));
    return all.toString();
  }
}
