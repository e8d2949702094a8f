package org.sluice.app.pattern;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sluice.app.pattern.PatternPart.Choice;
import org.sluice.app.pattern.PatternPart.Letters;
import org.sluice.app.pattern.PatternPart.Literal;
import org.sluice.app.pattern.PatternPart.Named;
import org.sluice.app.pattern.PatternPart.Numbers;

/// Takes a pattern apart, from left to right.
///
/// **Errors**: [PatternException] that says what is wrong and at which character.
final class PatternParser {
  private static final int LONGEST_IPV6 = 128;
  private static final int LONGEST_NAME = 64;
  private static final String SPECIAL = "[]{}";
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,18})-(\\d{1,18})(?::(\\d{1,18}))?");
  private static final Pattern LETTERS = Pattern.compile("([a-z])-([a-z])(?::(\\d{1,2}))?");
  private static final Pattern CAPITALS = Pattern.compile("([A-Z])-([A-Z])(?::(\\d{1,2}))?");

  private final String text;
  private final List<PatternPart> parts = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private int at;

  /// Characters that curl leaves out when it counts: closing braces, brackets of IPv6.
  private int uncounted;

  PatternParser(String text) {
    this.text = text;
  }

  List<PatternPart> parts() {
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case '[' -> bracket();
        case '{' -> choice();
        case ']', '}' ->
            throw refused(
                "there is nothing that this \"" + c + "\" closes", "unmatched close brace/bracket");
        case '\\' -> escaped();
        default -> {
          literal.append(c);
          at++;
        }
      }
    }
    endLiteral();
    return parts;
  }

  private void escaped() {
    if (at + 1 < text.length() && SPECIAL.indexOf(text.charAt(at + 1)) >= 0) {
      at++;
    }
    literal.append(text.charAt(at++));
  }

  private void endLiteral() {
    if (!literal.isEmpty()) {
      parts.add(new Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  private void bracket() {
    int end = text.indexOf(']', at);
    if (end < 0) {
      throw refused("this \"[\" is not closed", "bad range");
    }
    String inside = text.substring(at + 1, end);
    if (inside.isEmpty() || isIpv6(inside)) {
      literal.append(text, at, end + 1);
      uncounted += end + 1 - at;
    } else {
      endLiteral();
      int start = at++;
      String name = name();
      String span = text.substring(at, end);
      at = start;
      add(name, range(span, end + 1));
    }
    at = end + 1;
  }

  private PatternPart range(String inside, int end) {
    Matcher numbers = NUMBERS.matcher(inside);
    if (numbers.matches()) {
      String first = numbers.group(1);
      long from = Long.parseLong(first);
      long to = Long.parseLong(numbers.group(2));
      long step = step(from, to, numbers.group(3), end);
      return new Numbers(from, to, step, first.startsWith("0") ? first.length() : 0);
    }
    Matcher letters = LETTERS.matcher(inside);
    Matcher found = letters.matches() ? letters : CAPITALS.matcher(inside);
    if (found.matches()) {
      char from = found.group(1).charAt(0);
      char to = found.group(2).charAt(0);
      return new Letters(from, to, Math.toIntExact(step(from, to, found.group(3), end)));
    }
    throw refused(
        "\"[" + inside + "]\" is not a range like [1-20], [01-20], [a-z] or [0-100:10]",
        inside.isEmpty() || !Character.isLetterOrDigit(inside.charAt(0))
            ? "bad range specification"
            : "bad range",
        end);
  }

  private long step(long from, long to, @Nullable String given, int end) {
    if (to < from) {
      throw refused("this range goes backwards", "bad range", end);
    }
    long step = given == null ? 1 : Long.parseLong(given);
    if (step < 1 || step > Math.max(1, to - from)) {
      throw refused("a step of " + step + " does not fit into this range", "bad range", end);
    }
    return step;
  }

  private void choice() {
    endLiteral();
    int start = at++;
    String name = name();
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '}') {
      char c = text.charAt(at);
      switch (c) {
        case '[', '{', ']' ->
            throw refused(
                "inside of braces there can be no \"" + c + "\"",
                c == ']' ? "unexpected close bracket" : "nested brace");
        case ',' -> {
          values.add(value.toString());
          value.setLength(0);
        }
        case '\\' -> {
          at += at + 1 < text.length() ? 1 : 0;
          value.append(text.charAt(at));
        }
        default -> value.append(c);
      }
      at++;
    }
    if (at >= text.length()) {
      int end = at;
      at = start;
      throw refused("this \"{\" is not closed", "unmatched brace", end);
    }
    if (values.isEmpty() && value.isEmpty()) {
      throw refused("there is nothing between these braces", "empty string within braces");
    }
    values.add(value.toString());
    add(name, new Choice(values));
    at++;
    uncounted++;
  }

  /// `<name>` before a range or choice; empty for none.
  private String name() {
    int end = at < text.length() && text.charAt(at) == '<' ? text.indexOf('>', at) : -1;
    if (end < at + 2 || end - at - 1 > LONGEST_NAME) {
      return "";
    }
    String name = text.substring(at + 1, end);
    at = end + 1;
    if (parts.stream().anyMatch(p -> p instanceof Named named && named.name().equals(name))) {
      throw new PatternException(
          "there are two parts named \"" + name + "\"", "Duplicate glob name", at);
    }
    return name;
  }

  private void add(String name, PatternPart part) {
    parts.add(name.isEmpty() ? part : new Named(name, part));
    if (parts.size() > UrlPattern.MOST_PARTS) {
      throw refused("there are too many ranges and choices", "too many {} sets");
    }
  }

  /// A range has one hyphen and at most one colon, such an address two colons and no hyphen.
  private static boolean isIpv6(String inside) {
    if (inside.length() > LONGEST_IPV6 || inside.indexOf(':') == inside.lastIndexOf(':')) {
      return false;
    }
    int zone = inside.indexOf('%');
    String address = zone < 0 ? inside : inside.substring(0, zone);
    try {
      return InetAddress.ofLiteral(address).getAddress().length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private PatternException refused(String why, String curlsWord) {
    return refused(why, curlsWord, at);
  }

  private PatternException refused(String why, String curlsWord, int end) {
    return new PatternException(
        why + " (at character " + (at + 1) + ")", curlsWord, end + 1 - uncounted);
  }
}
