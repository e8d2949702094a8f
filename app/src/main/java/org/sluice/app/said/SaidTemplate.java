package org.sluice.app.said;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One English sentence of the engine with places in it, to be found again in what was said.
///
/// @param key of its translations
/// @param begin what it begins with; a sentence that does not is not looked at further
/// @param certainty how many characters of it are no places: of two that fit, more is right
/// @param counts the places that take numbers only: those for which the translation has a plural, and
///   all of a template so short that a name could look like it (its key begins with `number.`)
/// @param bytes the places before the word bytes: a number there is no port
record SaidTemplate(
    String key,
    String begin,
    Pattern pattern,
    int certainty,
    List<Integer> order,
    Set<Integer> counts,
    Set<Integer> bytes) {
  private static final String NUMBERS = "number.";
  private static final Pattern BYTES = Pattern.compile(" (more )?bytes\\b");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  /// Longer digits are a count of something, and their thousands are set apart; shorter ones may be a
  /// port.
  private static final Pattern LARGE = Pattern.compile("\\d{6,18}");

  SaidTemplate {
    order = List.copyOf(order);
    counts = Set.copyOf(counts);
    bytes = Set.copyOf(bytes);
  }

  /// @param plurals the places for which the translation has a plural
  static SaidTemplate of(String key, String english, Set<Integer> plurals) {
    boolean numbers = key.startsWith(NUMBERS);
    Set<Integer> counts = new HashSet<>(plurals);
    Set<Integer> bytes = new HashSet<>();
    StringBuilder regex = new StringBuilder();
    List<Integer> order = new ArrayList<>();
    Matcher place = PLACE.matcher(english);
    int from = 0;
    int certainty = 0;
    String begin = null;
    while (true) {
      boolean more = place.find();
      String literal = plain(english.substring(from, more ? place.start() : english.length()));
      begin = begin == null ? literal : begin;
      certainty += literal.length();
      regex.append(Pattern.quote(literal));
      if (!more) {
        return new SaidTemplate(
            key,
            begin,
            Pattern.compile(regex.toString(), Pattern.DOTALL),
            certainty,
            order,
            counts,
            bytes);
      }
      int number = Integer.parseInt(place.group(1));
      order.add(number);
      if (numbers) {
        counts.add(number);
      }
      if (BYTES.matcher(english).region(place.end(), english.length()).lookingAt()) {
        bytes.add(number);
      }
      regex.append(counts.contains(number) ? "(\\d{1,18})" : "(.+?)");
      from = place.end();
    }
  }

  private static String plain(String words) {
    return words.replace("'{'", "{").replace("'}'", "}");
  }

  /// What stands in its places, by their numbers; empty if it is another sentence.
  Optional<List<Object>> places(String english) {
    if (!english.startsWith(begin)) {
      return Optional.empty();
    }
    Matcher matcher = pattern.matcher(english);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Object[] places = new Object[order.size()];
    for (int i = 0; i < places.length; i++) {
      String text = matcher.group(i + 1);
      int number = order.get(i);
      boolean whole =
          counts.contains(number)
              || (bytes.contains(number) ? NUMBER : LARGE).matcher(text).matches();
      places[number] = whole ? (Object) Long.valueOf(text) : text;
    }
    return Optional.of(List.of(places));
  }
}
