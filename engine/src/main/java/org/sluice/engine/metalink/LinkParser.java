package org.sluice.engine.metalink;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads Link fields.
///
/// **Errors**: none; a field is read up to where it stops to make sense. **Limits**: [#MOST_CHARS],
/// [#MOST_LINKS], [#MOST_PARAMETERS].
///
/// **Source**: RFC 8288, 3 and appendix B.
public final class LinkParser {
  /// Of all fields together.
  public static final int MOST_CHARS = 65_536;

  public static final int MOST_LINKS = 256;

  /// Of one link.
  public static final int MOST_PARAMETERS = 32;

  private final String text;
  private final int end;
  private int at;

  private LinkParser(String text, int end) {
    this.text = text;
    this.end = end;
  }

  /// @param values of all Link fields of a response
  public static List<WebLink> parse(List<String> values) {
    List<WebLink> links = new ArrayList<>();
    int left = MOST_CHARS;
    for (String value : values) {
      int length = Math.min(value.length(), left);
      new LinkParser(value, length).readInto(links);
      left -= length;
    }
    return List.copyOf(links);
  }

  private void readInto(List<WebLink> links) {
    while (links.size() < MOST_LINKS) {
      skip(" \t,");
      if (peek() != '<') {
        return;
      }
      int close = text.indexOf('>', at);
      if (close < 0 || close >= end) {
        return;
      }
      String target = text.substring(at + 1, close);
      at = close + 1;
      links.add(new WebLink(target.strip(), parameters()));
    }
  }

  private Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    while (true) {
      skip(" \t");
      if (peek() != ';') {
        // Up to the next link, whatever stands here.
        while (at < end && peek() != ',') {
          at++;
        }
        return parameters;
      }
      skip("; \t");
      String name = token("=;, \t").toLowerCase(Locale.ROOT);
      skip(" \t");
      String value = "";
      if (peek() == '=') {
        at++;
        skip(" \t");
        value = peek() == '"' ? quoted() : token(";, \t");
      }
      if (!name.isEmpty() && parameters.size() < MOST_PARAMETERS) {
        parameters.putIfAbsent(name, value);
      }
    }
  }

  private String token(String ends) {
    int start = at;
    while (at < end && ends.indexOf(peek()) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    StringBuilder out = new StringBuilder();
    at++;
    while (at < end && peek() != '"') {
      if (peek() == '\\' && at + 1 < end) {
        at++;
      }
      out.append(peek());
      at++;
    }
    at = Math.min(end, at + 1);
    return out.toString();
  }

  private void skip(String these) {
    while (at < end && these.indexOf(peek()) >= 0) {
      at++;
    }
  }

  /// 0 at the end.
  private char peek() {
    return at < end ? text.charAt(at) : 0;
  }
}
