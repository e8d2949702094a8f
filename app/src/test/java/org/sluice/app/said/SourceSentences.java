package org.sluice.app.said;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a Java source says to people, as templates: literals that are added together, with `{0}`,
/// `{1}` for what stands between them. A choice inside of brackets is such a place, and its sides are
/// templates of their own.
final class SourceSentences {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<skip>\\s+|//[^\\n]*|/\\*[\\s\\S]*?\\*/)"
              + "|\"(?<literal>(?:[^\"\\\\\\n]|\\\\.)*)\""
              + "|(?<other>'(?:[^'\\\\]|\\\\.)+'|[\\w$]+|->|::|&&|\\|\\||[=!<>]=|.)");
  private static final Pattern FORMAT = Pattern.compile("%[-,.0-9]*[sdf]");

  /// Ends a sum that stands at its level.
  private static final Pattern END =
      Pattern.compile("[,;?:={}]|->|&&|\\|\\||[=!<>]=|return|yield|case");

  private final List<String> tokens = new ArrayList<>();
  private final List<Found> found = new ArrayList<>();
  private int at;

  /// @param call the name before the bracket that it stands in; empty for none
  record Found(String template, String call) {}

  private SourceSentences(String source) {
    Matcher token = TOKEN.matcher(source);
    while (token.find()) {
      if (token.group("literal") != null) {
        tokens.add('"' + plain(token.group("literal")));
      } else if (token.group("other") != null) {
        tokens.add(token.group("other"));
      }
    }
  }

  /// Without escapes; those of Java's own, `\\u`, stand for a character that no template needs.
  private static String plain(String literal) {
    return literal.replaceAll("\\\\u[0-9a-fA-F]{4}", "?").translateEscapes();
  }

  static List<Found> of(String source) {
    SourceSentences reader = new SourceSentences(source);
    while (reader.at < reader.tokens.size()) {
      reader.level("");
      reader.at++; // a bracket too many: of a text block, or the end
    }
    return List.copyOf(reader.found);
  }

  /// Reads to the bracket that ends it, or to the end.
  private void level(String call) {
    List<String> sum = new ArrayList<>();
    for (; at < tokens.size(); at++) {
      String token = tokens.get(at);
      if (token.equals(")")) {
        break;
      }
      if (token.equals("(")) {
        String before = at == 0 ? "" : tokens.get(at - 1);
        at++;
        level(
            Character.isJavaIdentifierStart(before.isEmpty() ? ' ' : before.charAt(0))
                ? before
                : "");
        operand(sum);
      } else if (END.matcher(token).matches()) {
        end(sum, call);
      } else if (token.startsWith("\"")) {
        literal(sum, token.substring(1));
      } else if (token.equals("+")) {
        sum.add("+");
      } else {
        operand(sum);
      }
    }
    end(sum, call);
  }

  private void literal(List<String> sum, String text) {
    boolean formatted =
        at + 2 < tokens.size()
            && tokens.get(at + 1).equals(".")
            && tokens.get(at + 2).equals("formatted");
    sum.add("\"" + (formatted ? places(text) : text.replace("{", "'{'").replace("}", "'}'")));
  }

  private static String places(String format) {
    return FORMAT.matcher(format).replaceAll("\u0000").replace("%%", "%").replace("%n", "\n");
  }

  private static void operand(List<String> sum) {
    if (sum.isEmpty() || sum.getLast().equals("+")) {
      sum.add("x");
    }
  }

  private void end(List<String> sum, String call) {
    List<String> parts = sum.stream().filter(part -> !part.equals("+")).toList();
    sum.clear();
    if (parts.stream().noneMatch(part -> part.startsWith("\""))) {
      return;
    }
    String text =
        parts.stream()
            .map(part -> part.startsWith("\"") ? part.substring(1) : "\u0000")
            .collect(Collectors.joining());
    if (call.equals("format")) {
      text = places(text);
    }
    StringBuilder template = new StringBuilder();
    int places = 0;
    for (char c : text.toCharArray()) {
      template.append(c == 0 ? String.format(Locale.ROOT, "{%d}", places++) : String.valueOf(c));
    }
    found.add(new Found(template.toString(), call));
  }
}
