package org.sluice.app.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An address that stands for many: `https://example.org/part[01-20].{zip,sig}`.
///
/// The rules are curl's: ranges of numbers and of letters in brackets, with a step if need be,
/// choices in braces, none inside another; `\[` and its like for the character itself; the brackets
/// of an IPv6 address and an empty pair are no pattern. The last one changes fastest.
///
/// A range or choice may have a name, `{<kind>zip,sig}`.
///
/// **Limits**: [#MOST] addresses, [#MOST_PARTS] parts.
public record UrlPattern(List<PatternPart> parts) {
  /// As many as a choice of curl has at most.
  public static final long MOST = 100_000;

  /// Ranges, choices and the texts between them.
  public static final int MOST_PARTS = 255;

  /// One of the addresses.
  ///
  /// @param values what stands for each range and choice, in their order
  /// @param named the values of those that have a name
  public record Address(String url, List<String> values, Map<String, String> named) {
    public Address {
      values = List.copyOf(values);
      named = Map.copyOf(named);
    }
  }

  public UrlPattern {
    parts = List.copyOf(parts);
    long count = 1;
    for (PatternPart part : parts) {
      long times = part.count();
      if (times > MOST || count * times > MOST) {
        throw new IllegalArgumentException("it stands for more than " + MOST + " addresses");
      }
      count *= times;
    }
  }

  /// Whether there is anything in `text` to be read as a pattern; if not, it is an address as it is.
  public static boolean isIn(String text) {
    return text.indexOf('[') >= 0
        || text.indexOf('{') >= 0
        || text.indexOf(']') >= 0
        || text.indexOf('}') >= 0;
  }

  /// @throws IllegalArgumentException with the reason, if it is not a pattern
  public static UrlPattern parse(String text) {
    return new UrlPattern(new PatternParser(text).parts());
  }

  /// Text that is taken as it is.
  public static UrlPattern plain(String text) {
    return new UrlPattern(List.of(new PatternPart.Literal(text)));
  }

  /// How many addresses there are.
  public long count() {
    long count = 1;
    for (PatternPart part : parts) {
      count *= part.count();
    }
    return count;
  }

  /// One of them.
  ///
  /// @param index from 0
  public Address address(long index) {
    if (index < 0 || index >= count()) {
      throw new IndexOutOfBoundsException(index + " of " + count());
    }
    String[] texts = new String[parts.size()];
    long rest = index;
    for (int i = parts.size() - 1; i >= 0; i--) {
      PatternPart part = parts.get(i);
      texts[i] = part.value(rest % part.count());
      rest /= part.count();
    }
    List<String> values = new ArrayList<>();
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < texts.length; i++) {
      if (isVariable(parts.get(i))) {
        values.add(texts[i]);
      }
      if (parts.get(i) instanceof PatternPart.Named(String name, PatternPart _)) {
        named.put(name, texts[i]);
      }
    }
    return new Address(String.join("", texts), values, named);
  }

  /// Whether a name made of `template` is another for each address: every range and choice with more
  /// than one value must be in it.
  public boolean isToldApartBy(String template) {
    Set<Integer> mentioned = new HashSet<>();
    Set<String> names = new HashSet<>(NameTemplate.names(template));
    for (NameTemplate.Piece piece : NameTemplate.pieces(template)) {
      if (piece.number() > 0) {
        mentioned.add(piece.number());
      }
    }
    int number = 0;
    for (PatternPart part : parts) {
      if (isVariable(part)) {
        number++;
        boolean told =
            mentioned.contains(number)
                || (part instanceof PatternPart.Named named && names.contains(named.name()));
        if (part.count() > 1 && !told) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isVariable(PatternPart part) {
    return !(part instanceof PatternPart.Literal);
  }
}
