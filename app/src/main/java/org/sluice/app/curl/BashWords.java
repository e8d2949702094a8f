package org.sluice.app.curl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Words by the rules of bash: quotes of three kinds, backslashes, lines that go on.
///
/// **Source**: the manual of bash, "Quoting".
final class BashWords {
  private static final String ENDS = "|;&<>\n";
  private static final String ESCAPES = "abefnrtv";
  private static final byte[] ESCAPED = {7, 8, 27, 12, 10, 13, 9, 11};

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private int at;

  private BashWords(String text) {
    this.text = text;
  }

  static List<String> split(String text) throws UsageException {
    return new BashWords(text).split();
  }

  private List<String> split() throws UsageException {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\') {
        escaped();
      } else if (c == '\'') {
        word.append(upTo('\'', at + 1));
      } else if (c == '"') {
        at++;
        doubleQuoted();
      } else if (c == '$' && text.startsWith("$'", at)) {
        at += 2;
        ansi();
      } else if (c == '$' && text.startsWith("$\"", at)) {
        at += 2;
        doubleQuoted();
      } else if (ENDS.indexOf(c) >= 0) {
        break;
      } else if (c == ' ' || c == '\t') {
        endWord();
        at++;
        continue;
      } else if (c == '#' && !inWord && !words.isEmpty()) {
        break;
      } else {
        word.append(c);
        at++;
      }
      inWord = inWord || c != '\\' || !word.isEmpty();
    }
    endWord();
    return words;
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }

  /// A line that goes on, or a character that means itself.
  private void escaped() {
    at++;
    if (at < text.length()) {
      if (text.charAt(at) != '\n') {
        word.append(text.charAt(at));
      }
      at++;
    }
  }

  private String upTo(char quote, int from) throws UsageException {
    int end = text.indexOf(quote, from);
    if (end < 0) {
      throw open();
    }
    at = end + 1;
    return text.substring(from, end);
  }

  private void doubleQuoted() throws UsageException {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return;
      }
      if (c == '\\' && at < text.length() && "$`\"\\\n".indexOf(text.charAt(at)) >= 0) {
        c = text.charAt(at++);
        if (c == '\n') {
          continue;
        }
      }
      word.append(c);
    }
    throw open();
  }

  /// `$'…'`, with bytes as octal and hexadecimal numbers.
  private void ansi() throws UsageException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (at < text.length()) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (c == '\'') {
        word.append(bytes.toString(StandardCharsets.UTF_8));
        return;
      }
      if (c == '\\' && at < text.length()) {
        ansiEscape(bytes);
      } else {
        bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    throw open();
  }

  private void ansiEscape(ByteArrayOutputStream bytes) {
    char c = text.charAt(at++);
    int simple = ESCAPES.indexOf(c == 'E' ? 'e' : c);
    if (simple >= 0) {
      bytes.write(ESCAPED[simple]);
    } else if (c == 'x') {
      bytes.write(number(16, 2, c));
    } else if (c == 'u' || c == 'U') {
      int point = number(16, c == 'u' ? 4 : 8, c);
      String one = Character.isValidCodePoint(point) ? Character.toString(point) : "\ufffd";
      bytes.writeBytes(one.getBytes(StandardCharsets.UTF_8));
    } else if (c >= '0' && c <= '7') {
      at--;
      bytes.write(number(8, 3, c));
    } else if ("\\'\"?".indexOf(c) >= 0) {
      bytes.write(c);
    } else {
      bytes.writeBytes(("\\" + c).getBytes(StandardCharsets.UTF_8));
    }
  }

  private int number(int radix, int most, char unread) {
    int start = at;
    while (at < text.length()
        && at - start < most
        && Character.digit(text.charAt(at), radix) >= 0) {
      at++;
    }
    return at == start ? unread : (int) Long.parseLong(text.substring(start, at), radix);
  }

  private static UsageException open() {
    return new UsageException(UsageException.BAD_USE, "a quote is not closed");
  }
}
