package org.sluice.engine.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads a `.netrc` file word by word.
final class NetrcParser {
  private final String text;
  private final List<Netrc.Entry> entries = new ArrayList<>();
  private int at;
  private boolean quoted;
  private boolean open;
  private @Nullable String machine;
  private @Nullable String login;
  private @Nullable String password;

  NetrcParser(String text) {
    if (text.length() > Netrc.MOST_BYTES) {
      throw new IllegalArgumentException("it is larger than " + Netrc.MOST_BYTES + " bytes");
    }
    this.text = withoutComments(text);
  }

  private static String withoutComments(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.lines()
        .filter(line -> !line.stripLeading().startsWith("#"))
        .forEach(line -> out.append(line).append('\n'));
    return out.toString();
  }

  Netrc parse() {
    for (String word = next(); word != null; word = next()) {
      switch (quoted ? "" : word.toLowerCase(Locale.ROOT)) {
        case "machine" -> begin(next());
        case "default" -> begin(null);
        case "login" -> login = value();
        case "password" -> password = value();
        case "account" -> value();
        case "macdef" -> skipMacro();
        default -> {}
      }
    }
    end();
    return new Netrc(entries);
  }

  private void begin(@Nullable String host) {
    end();
    open = true;
    machine = host;
  }

  private void end() {
    if (open) {
      entries.add(new Netrc.Entry(machine, login, password));
    }
    open = false;
    login = null;
    password = null;
  }

  private void skipMacro() {
    end();
    int empty = text.indexOf("\n\n", at);
    at = empty < 0 ? text.length() : empty + 2;
  }

  private @Nullable String value() {
    String word = next();
    if (word != null && word.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
      throw new IllegalArgumentException("a word in it has a control character");
    }
    return word;
  }

  /// The next word, or null at the end.
  private @Nullable String next() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    if (at == text.length()) {
      return null;
    }
    quoted = text.charAt(at) == '"';
    String word = quoted ? quotedWord() : plainWord();
    if (word.length() > Netrc.MOST_WORD_CHARS) {
      throw new IllegalArgumentException(
          "a word in it is longer than " + Netrc.MOST_WORD_CHARS + " characters");
    }
    return word;
  }

  private String plainWord() {
    int start = at;
    while (at < text.length() && text.charAt(at) > ' ') {
      at++;
    }
    return text.substring(start, at);
  }

  private String quotedWord() {
    StringBuilder word = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return word.toString();
      }
      if (c == '\\' && at + 1 < text.length()) {
        c =
            switch (text.charAt(++at)) {
              case 'n' -> '\n';
              case 'r' -> '\r';
              case 't' -> '\t';
              default -> text.charAt(at);
            };
      }
      word.append(c);
    }
    throw new IllegalArgumentException("a quote in it has no end");
  }
}
