package org.sluice.app.language;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// A sentence with places for arguments, as ICU writes them: `{0}`, and
/// `{0, plural, =0 {none} one {# file} other {# files}}`; `selectordinal` for 1st, 2nd, 3rd.
///
/// Numbers are written as the language writes them; give them finished as text where that is not
/// wanted. An apostrophe is one: only `'{'`, `'}'`, `'#'` and `''` mean the character in the middle.
///
/// **Errors**: what cannot be read is refused with an [IllegalArgumentException].
public final class Phrase {
  private sealed interface Part {}

  private record Words(String text) implements Part {}

  private record Place(int argument) implements Part {}

  private record Plural(
      int argument,
      boolean ordinal,
      Map<Long, Phrase> exact,
      Map<PluralCategory, Phrase> categories)
      implements Part {
    Phrase of(Language language, long number) {
      PluralCategory category =
          ordinal
              ? PluralCategory.ofOrdinal(language, number)
              : PluralCategory.of(language, number);
      Phrase other = Objects.requireNonNull(categories.get(PluralCategory.OTHER)); // as it was read
      return exact.getOrDefault(number, categories.getOrDefault(category, other));
    }
  }

  /// The number of the plural around it.
  private record Count() implements Part {}

  private final List<Part> parts;

  private Phrase(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /// Reads what a bundle has.
  public static Phrase of(String text) {
    Reader reader = new Reader(text);
    Phrase phrase = reader.phrase(false);
    if (!reader.isAtEnd()) {
      throw reader.wrong("a } too many");
    }
    return phrase;
  }

  /// The sentence with its arguments.
  public String with(Language language, Object... arguments) {
    StringBuilder out = new StringBuilder();
    write(out, language, arguments, 0);
    return out.toString();
  }

  private void write(StringBuilder out, Language language, Object[] arguments, long number) {
    for (Part part : parts) {
      switch (part) {
        case Words words -> out.append(words.text);
        case Count _ -> out.append(Figures.whole(language, number));
        case Place place -> out.append(argument(language, arguments, place.argument));
        case Plural plural -> {
          if (!(given(arguments, plural.argument) instanceof Number count)) {
            throw new IllegalArgumentException("a plural needs a number for " + plural.argument);
          }
          plural.of(language, count.longValue()).write(out, language, arguments, count.longValue());
        }
      }
    }
  }

  private static Object given(Object[] arguments, int at) {
    if (at >= arguments.length) {
      throw new IllegalArgumentException("there is no argument " + at);
    }
    return arguments[at];
  }

  private static String argument(Language language, Object[] arguments, int at) {
    Object given = given(arguments, at);
    return switch (given) {
      case Integer whole -> Figures.whole(language, whole);
      case Long whole -> Figures.whole(language, whole);
      case null, default -> Isolate.own(language, String.valueOf(given));
    };
  }

  /// The numbers of the arguments that it has places for.
  public Set<Integer> arguments() {
    Set<Integer> all = new TreeSet<>();
    for (Part part : parts) {
      switch (part) {
        case Words _, Count _ -> {}
        case Place place -> all.add(place.argument);
        case Plural plural -> {
          all.add(plural.argument);
          plural.exact.values().forEach(phrase -> all.addAll(phrase.arguments()));
          plural.categories.values().forEach(phrase -> all.addAll(phrase.arguments()));
        }
      }
    }
    return all;
  }

  /// Of these, the ones that have to be numbers: those of plurals.
  public Set<Integer> counted() {
    Set<Integer> all = new TreeSet<>();
    for (Part part : parts) {
      if (part instanceof Plural plural) {
        all.add(plural.argument);
        plural.categories.values().forEach(phrase -> all.addAll(phrase.counted()));
      }
    }
    return all;
  }

  /// The forms that each of its plurals has; not those of ordinals.
  public List<Set<PluralCategory>> plurals() {
    List<Set<PluralCategory>> all = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Plural plural) {
        if (!plural.ordinal) {
          all.add(plural.categories.keySet());
        }
        plural.categories.values().forEach(phrase -> all.addAll(phrase.plurals()));
      }
    }
    return all;
  }

  /// Reads from the left to the right, once.
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    boolean isAtEnd() {
      return at == text.length();
    }

    Phrase phrase(boolean inPlural) {
      List<Part> parts = new ArrayList<>();
      StringBuilder words = new StringBuilder();
      while (!isAtEnd() && text.charAt(at) != '}') {
        char c = text.charAt(at);
        if (c == '\'' && isQuoted()) {
          words.append(text.charAt(at + 1));
          at += text.charAt(at + 1) == '\'' ? 2 : 3;
        } else if (c == '{' || (c == '#' && inPlural)) {
          parts.add(new Words(words.toString()));
          words.setLength(0);
          at++;
          parts.add(c == '#' ? new Count() : argument());
        } else {
          words.append(c);
          at++;
        }
      }
      parts.add(new Words(words.toString()));
      return new Phrase(parts);
    }

    private boolean isQuoted() {
      return text.startsWith("''", at)
          || text.startsWith("'{'", at)
          || text.startsWith("'}'", at)
          || text.startsWith("'#'", at);
    }

    private Part argument() {
      int argument = (int) number(word());
      if (takes('}')) {
        return new Place(argument);
      }
      need(',');
      String kind = word();
      if (!kind.equals("plural") && !kind.equals("selectordinal")) {
        throw wrong("only plural and selectordinal are known");
      }
      need(',');
      Map<Long, Phrase> exact = new HashMap<>();
      Map<PluralCategory, Phrase> categories = new EnumMap<>(PluralCategory.class);
      while (!takes('}')) {
        String selector = word();
        need('{');
        Phrase phrase = phrase(true);
        need('}');
        if (selector.startsWith("=")) {
          exact.put(number(selector.substring(1)), phrase);
        } else {
          categories.put(
              PluralCategory.ofWord(selector).orElseThrow(() -> wrong("no form " + selector)),
              phrase);
        }
      }
      if (!categories.containsKey(PluralCategory.OTHER)) {
        throw wrong("the form other is missing");
      }
      return new Plural(argument, kind.equals("selectordinal"), exact, categories);
    }

    private String word() {
      skipBlanks();
      int from = at;
      while (!isAtEnd() && " ,{}".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(from, at);
    }

    private long number(String word) {
      try {
        return Long.parseLong(word);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(wrong("\"" + word + "\" is no number").getMessage(), e);
      }
    }

    private boolean takes(char wanted) {
      skipBlanks();
      if (isAtEnd() || text.charAt(at) != wanted) {
        return false;
      }
      at++;
      return true;
    }

    private void need(char wanted) {
      if (!takes(wanted)) {
        throw wrong(wanted + " is missing");
      }
    }

    private void skipBlanks() {
      while (!isAtEnd() && text.charAt(at) == ' ') {
        at++;
      }
    }

    IllegalArgumentException wrong(String what) {
      return new IllegalArgumentException(what + " at " + at + " of: " + text);
    }
  }
}
