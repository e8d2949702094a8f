package org.sluice.engine.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Writes and reads lists of arguments: words between spaces, with double quotes around those that
/// have spaces in them. Nothing else has a meaning, so that paths of Windows can be typed; between
/// quotes `\"` is a quote and `\\` a backslash.
public final class ArgumentText {
  private ArgumentText() {}

  public static String write(List<String> arguments) {
    return arguments.stream().map(ArgumentText::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String argument) {
    boolean plain = !argument.isEmpty() && argument.indexOf('"') < 0;
    for (int i = 0; i < argument.length() && plain; i++) {
      plain = !Character.isWhitespace(argument.charAt(i));
    }
    return plain ? argument : '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /// @throws IllegalArgumentException if a quote does not end
  public static List<String> read(String text) {
    List<String> arguments = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    boolean quoted = false;
    boolean any = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      if (c == '"') {
        quoted = !quoted;
        any = true;
      } else if (quoted && c == '\\' && (next == '"' || next == '\\')) {
        current.append(next);
        i++;
      } else if (!quoted && Character.isWhitespace(c)) {
        if (any) {
          arguments.add(current.toString());
          current.setLength(0);
          any = false;
        }
      } else {
        current.append(c);
        any = true;
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("a quote is not closed in: " + text.strip());
    }
    if (any) {
      arguments.add(current.toString());
    }
    return List.copyOf(arguments);
  }
}
