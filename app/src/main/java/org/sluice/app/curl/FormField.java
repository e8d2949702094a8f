package org.sluice.app.curl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One `-F name=content`, read.
///
/// `@file` sends files, `<file` the content of a file, anything else is text; `;type=`,
/// `;filename=` and `;headers=` say more of it. Values may stand in double quotes.
///
/// **Source**: curl's manual, `--form`.
///
/// @param contents one, or for files several
public record FormField(String name, Kind kind, List<Content> contents) {
  /// What stands behind the name.
  public enum Kind {
    TEXT,
    FILES,
    CONTENT
  }

  /// A text or file with what is said of it.
  ///
  /// @param text the text, or the name of the file
  /// @param headers lines; one that begins with `@` names a file with lines
  public record Content(
      String text, @Nullable String type, @Nullable String fileName, List<String> headers) {
    public Content {
      headers = List.copyOf(headers);
    }
  }

  public FormField {
    contents = List.copyOf(contents);
  }

  /// @param literal of `--form-string`: nothing has a meaning
  /// @throws UsageException if it is none, or one that we do not have
  public static FormField parse(String text, boolean literal) throws UsageException {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw new UsageException(
          UsageException.BAD_USE, "option -F: is badly used here: no \"=\" in \"" + text + "\"");
    }
    String name = text.substring(0, equals);
    String value = text.substring(equals + 1);
    if (literal) {
      return new FormField(name, Kind.TEXT, List.of(new Content(value, null, null, List.of())));
    }
    char sign = value.isEmpty() ? ' ' : value.charAt(0);
    if (sign == '(' || value.startsWith("=)")) {
      throw new UsageException(
          UsageException.BAD_USE, "option -F: sluice curl does not have parts within parts");
    }
    return switch (sign) {
      case '@' -> new FormField(name, Kind.FILES, new Reader(value.substring(1), ",").all());
      case '<' -> new FormField(name, Kind.CONTENT, new Reader(value.substring(1), "").all());
      default -> new FormField(name, Kind.TEXT, new Reader(value, "").all());
    };
  }

  private static final class Reader {
    private static final List<String> KNOWN = List.of("type=", "filename=", "headers=", "encoder=");

    private final String text;
    private final String separator;
    private int at;

    Reader(String text, String separator) {
      this.text = text;
      this.separator = separator;
    }

    List<Content> all() throws UsageException {
      List<Content> contents = new ArrayList<>();
      do {
        contents.add(one());
      } while (at++ < text.length());
      return contents;
    }

    private Content one() throws UsageException {
      String value = word();
      String type = null;
      String fileName = null;
      List<String> headers = new ArrayList<>();
      while (at < text.length() && text.charAt(at) == ';') {
        at++;
        skipBlanks();
        if (text.startsWith("type=", at)) {
          at += 5;
          type = type();
        } else if (text.startsWith("filename=", at)) {
          at += 9;
          fileName = word();
        } else if (text.startsWith("headers=", at)) {
          at += 8;
          headers.add(word());
        } else if (text.startsWith("encoder=", at)) {
          throw new UsageException(
              UsageException.BAD_USE, "option -F: sluice curl does not have encoder=");
        } else {
          word();
        }
      }
      return new Content(value, type, fileName, headers);
    }

    private void skipBlanks() {
      while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
        at++;
      }
    }

    private String word() {
      skipBlanks();
      int start = at;
      if (at < text.length() && text.charAt(at) == '"') {
        String quoted = quoted();
        if (quoted != null) {
          return quoted;
        }
      }
      at = start;
      while (at < text.length() && !ends(text.charAt(at))) {
        at++;
      }
      return text.substring(start, at);
    }

    private boolean ends(char c) {
      return c == ';' || separator.indexOf(c) >= 0;
    }

    /// Null, with nothing read, if it is not closed.
    private @Nullable String quoted() {
      StringBuilder out = new StringBuilder();
      for (int i = at + 1; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '"') {
          at = i + 1;
          while (at < text.length() && !ends(text.charAt(at))) {
            at++;
          }
          return out.toString();
        }
        if (c == '\\' && i + 1 < text.length() && "\\\"".indexOf(text.charAt(i + 1)) >= 0) {
          c = text.charAt(++i);
        }
        out.append(c);
      }
      return null;
    }

    /// A type with parameters of its own, up to a word that is known.
    private String type() {
      int start = at;
      while (at < text.length() && separator.indexOf(text.charAt(at)) < 0) {
        if (text.charAt(at) == ';') {
          int next = at + 1;
          while (next < text.length() && text.charAt(next) == ' ') {
            next++;
          }
          int from = next;
          if (KNOWN.stream().anyMatch(word -> text.startsWith(word, from))) {
            break;
          }
        }
        at++;
      }
      return text.substring(start, at).strip();
    }
  }
}
