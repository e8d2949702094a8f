package org.sluice.app.curl.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills in what curl's test cases leave open: variables, repeated and encoded bytes, conditions.
final class CasePreprocessor {
  private static final Pattern REPEAT =
      Pattern.compile("%repeat\\[(\\d+) x (.*?)\\]%", Pattern.DOTALL);
  private static final Pattern HEX = Pattern.compile("%hex\\[(.*?)\\]hex%", Pattern.DOTALL);
  private static final Pattern BASE64 = Pattern.compile("%b64\\[(.*?)\\]b64%", Pattern.DOTALL);
  private static final Pattern INCLUDE = Pattern.compile("%include(?:text)? ([^%]*)%[\\n\\r]*");
  private static final Pattern DAYS = Pattern.compile("%days\\[(.*?)\\]");
  private static final Pattern CONDITION = Pattern.compile("^ *%if (!?)([A-Za-z0-9_/-]*).*");
  private static final Pattern SECTION =
      Pattern.compile("^ *<(data|connect)(.*)>.*", Pattern.DOTALL);
  private static final Pattern HEADER =
      Pattern.compile(
          "(?:HTTP/(?:1.1|1.0|2|3) (?:[1-5]|9)[^\\r]*"
              + "|(?:GET|HEAD|POST|PUT|DELETE|CONNECT) \\S+ HTTP/\\d+(?:\\.\\d+)?.*"
              + "|(?i:[a-z0-9_-]+: [^\\r]*))",
          Pattern.DOTALL);

  private final Map<String, String> variables;
  private final Set<String> features;
  private final Path folder;
  private boolean afterHeader;

  CasePreprocessor(Map<String, String> variables, Set<String> features, Path folder) {
    this.folder = folder;
    this.variables = variables;
    this.features = features;
  }

  CaseFile process(int number, byte[] raw) throws IOException {
    List<String> out = new ArrayList<>();
    Deque<Boolean> shown = new ArrayDeque<>(List.of(true));
    Deque<Boolean> conditions = new ArrayDeque<>();
    String ends = "";
    for (String line : CaseFile.lines(raw)) {
      Matcher condition = CONDITION.matcher(line.stripTrailing());
      if (condition.matches()) {
        boolean holds = features.contains(condition.group(2)) == condition.group(1).isEmpty();
        conditions.push(holds);
        shown.push(shown.peek() && holds);
        continue;
      }
      if (line.stripLeading().startsWith("%else")) {
        shown.pop();
        shown.push(shown.peek() && !conditions.peek());
        continue;
      }
      if (line.stripLeading().startsWith("%endif")) {
        shown.pop();
        conditions.pop();
        continue;
      }
      if (!shown.peek()) {
        continue;
      }
      Matcher section = SECTION.matcher(line);
      if (section.matches()) {
        ends =
            section.group(2).contains("crlf=\"yes\"")
                ? "yes"
                : section.group(2).contains("crlf=\"headers\"") ? "headers" : "";
      } else if (line.matches("(?s)^ *</(data|connect).*")) {
        ends = "";
      }
      for (String one : CaseFile.lines(included(chars(variables(line))))) {
        String done = base64(one);
        out.add(ends.isEmpty() ? done : withEnd(done, ends.equals("yes")));
      }
    }
    return CaseFile.parse(number, out);
  }

  private String variables(String line) {
    String out = line;
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      out = out.replace("%" + variable.getKey(), variable.getValue());
    }
    return out;
  }

  private String included(String line) throws IOException {
    Matcher found = INCLUDE.matcher(line);
    StringBuilder out = new StringBuilder();
    while (found.find()) {
      byte[] bytes = Files.readAllBytes(folder.resolve(found.group(1)));
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      String inside = found.group().startsWith("%includetext") ? chars(variables(text)) : text;
      found.appendReplacement(out, Matcher.quoteReplacement(inside));
    }
    return found.appendTail(out).toString();
  }

  private static String chars(String line) {
    String out =
        line.replace("%SP", " ")
            .replace("%TAB", "\t")
            .replace("%CR", "\r")
            .replace("%AMP", "&")
            .replace("%GT", ">")
            .replace("%LT", "<");
    out = replace(out, HEX, m -> percent(m.group(1)));
    out = replace(out, REPEAT, m -> percent(m.group(2)).repeat(Integer.parseInt(m.group(1))));
    return replace(
        out,
        DAYS,
        m -> {
          long days = m.group(1).matches("\\d+") ? Long.parseLong(m.group(1)) : 0;
          long seconds = System.currentTimeMillis() / 1000 + days * 86_400;
          return Long.toString(seconds + 30 - (seconds + 30) % 60);
        });
  }

  private static String base64(String line) {
    return replace(
        line,
        BASE64,
        m ->
            Base64.getEncoder()
                .encodeToString(percent(m.group(1)).getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static String replace(
      String text, Pattern pattern, java.util.function.Function<Matcher, String> by) {
    Matcher found = pattern.matcher(text);
    StringBuilder out = new StringBuilder();
    while (found.find()) {
      found.appendReplacement(out, Matcher.quoteReplacement(by.apply(found)));
    }
    return found.appendTail(out).toString();
  }

  private static String percent(String text) {
    return replace(
        text,
        Pattern.compile("%([0-9A-Fa-f]{2})"),
        m -> String.valueOf((char) Integer.parseInt(m.group(1), 16)));
  }

  /// A line with CRLF: every line, or those that look like a head's.
  String withEnd(String line, boolean every) {
    if (every) {
      return line.replaceFirst("\r*\n$", "\r\n");
    }
    if (HEADER.matcher(line).matches() && !line.matches("(?s)^curl: \\(\\d+\\) .*")) {
      afterHeader = true;
      return line.replaceFirst("\r*\n$", "\r\n");
    }
    boolean blank = line.equals("\n") && afterHeader;
    afterHeader = false;
    return blank ? "\r\n" : line;
  }

  List<String> withEnds(CaseFile.Part part) {
    String ends = part.attributes().getOrDefault("crlf", "");
    if (ends.isEmpty()) {
      return part.lines();
    }
    return part.lines().stream().map(line -> withEnd(line, !ends.equals("headers"))).toList();
  }
}
