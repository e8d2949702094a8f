package org.sluice.app.curl;

import java.util.ArrayList;
import java.util.List;

/// Words by the rules of Windows: first cmd.exe takes its carets away, then the program splits what
/// is left at quotes and backslashes.
///
/// **Source**: Microsoft, "Parsing C command-line arguments".
final class CmdWords {
  private static final String ENDS = "|&<>\n";

  private CmdWords() {}

  static List<String> split(String text) {
    return words(withoutCarets(text));
  }

  private static String withoutCarets(String text) {
    StringBuilder out = new StringBuilder();
    boolean quoted = false;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '^' && !quoted && at + 1 < text.length()) {
        at++;
        if (text.charAt(at) == '\n' && at + 1 < text.length()) {
          at++;
        }
        out.append(text.charAt(at));
      } else if (!quoted && ENDS.indexOf(c) >= 0) {
        break;
      } else {
        quoted ^= c == '"';
        out.append(c);
      }
      at++;
    }
    return out.toString();
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    boolean inWord = false;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\') {
        int slashes = 0;
        while (at < text.length() && text.charAt(at) == '\\') {
          slashes++;
          at++;
        }
        boolean beforeQuote = at < text.length() && text.charAt(at) == '"';
        word.repeat("\\", beforeQuote ? slashes / 2 : slashes);
        if (beforeQuote && slashes % 2 == 1) {
          word.append('"');
          at++;
        }
        inWord = true;
        continue;
      }
      if (c == '"') {
        boolean twice = quoted && at + 1 < text.length() && text.charAt(at + 1) == '"';
        if (twice) {
          word.append('"');
          at++;
        } else {
          quoted = !quoted;
        }
        inWord = true;
      } else if (!quoted && (c == ' ' || c == '\t' || c == '\n')) {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
          inWord = false;
        }
      } else {
        word.append(c);
        inWord = true;
      }
      at++;
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }
}
