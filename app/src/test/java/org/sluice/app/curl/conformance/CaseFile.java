package org.sluice.app.curl.conformance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One of curl's own test cases: sections with parts, each a list of lines with their line ends.
///
/// Bytes are characters here (ISO 8859-1), so that nothing is lost. **Source**: curl's
/// `docs/tests/FILEFORMAT.md`.
record CaseFile(int number, List<Part> parts) {
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([A-Za-z]+)=(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z0-9_-]+)([^>]*)>\\s*");

  /// One part.
  record Part(String section, String name, Map<String, String> attributes, List<String> lines) {
    String text() {
      return String.join("", lines);
    }

    boolean has(String attribute) {
      return attributes.containsKey(attribute);
    }

    /// Without the last line end, if the case wants that.
    Part cut() {
      if (!has("nonewline") || lines.isEmpty()) {
        return this;
      }
      List<String> cut = new ArrayList<>(lines);
      cut.set(cut.size() - 1, cut.getLast().replaceFirst("\n$", ""));
      return new Part(section, name, attributes, cut);
    }
  }

  static CaseFile parse(int number, List<String> lines) {
    List<Part> parts = new ArrayList<>();
    String section = "";
    Part open = null;
    for (String line : lines) {
      Matcher tag = TAG.matcher(line.strip());
      boolean isTag = tag.matches();
      if (open != null) {
        if (isTag && !tag.group(1).isEmpty() && tag.group(2).equals(open.name())) {
          parts.add(open);
          open = null;
        } else {
          open.lines().add(line);
        }
      } else if (isTag && tag.group(1).isEmpty()) {
        if (List.of("testcase", "info", "reply", "client", "verify").contains(tag.group(2))) {
          section = tag.group(2);
        } else {
          open = new Part(section, tag.group(2), attributes(tag.group(3)), new ArrayList<>());
        }
      }
    }
    return new CaseFile(number, parts);
  }

  private static Map<String, String> attributes(String text) {
    Map<String, String> all = new HashMap<>();
    Matcher found = ATTRIBUTE.matcher(text);
    while (found.find()) {
      all.put(found.group(1), found.group(2) == null ? found.group(3) : found.group(2));
    }
    return all;
  }

  /// A part that stands there several times is one, as for curl's own runner.
  Optional<Part> part(String section, String name) {
    return parts.stream()
        .filter(p -> p.section().equals(section) && p.name().equals(name))
        .reduce(
            (one, next) -> {
              List<String> lines = new ArrayList<>(one.lines());
              lines.addAll(next.lines());
              return new Part(section, name, one.attributes(), lines);
            });
  }

  boolean has(String section, String name) {
    return part(section, name).isPresent();
  }

  /// The lines of a part without their ends; none if there is no such part.
  List<String> words(String section, String name) {
    return part(section, name).stream()
        .flatMap(p -> p.lines().stream())
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  static List<String> lines(byte[] bytes) {
    return lines(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /// With their ends.
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(from, next));
      from = next;
    }
    return lines;
  }
}
