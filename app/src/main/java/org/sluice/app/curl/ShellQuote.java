package org.sluice.app.curl;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Words written so that bash reads them back as they are.
public final class ShellQuote {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@%+,-]+");

  private ShellQuote() {}

  public static String line(List<String> words) {
    return words.stream().map(ShellQuote::word).collect(Collectors.joining(" "));
  }

  public static String word(String word) {
    if (PLAIN.matcher(word).matches()) {
      return word;
    }
    boolean control = word.chars().anyMatch(c -> c < 0x20 || c == 0x7f);
    return control ? ansi(word) : "'" + word.replace("'", "'\\''") + "'";
  }

  private static String ansi(String word) {
    StringBuilder out = new StringBuilder("$'");
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\'', '\\' -> out.append('\\').append(c);
        default -> {
          if (c < 0x20 || c == 0x7f) {
            out.append("\\%03o".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('\'').toString();
  }
}
