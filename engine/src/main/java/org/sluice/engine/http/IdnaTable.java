package org.sluice.engine.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What each character of a host name counts as: read from a file made of Unicode's table, at the
/// first name that is not ASCII.
///
/// **Source**: UTS 46, 5; the head of `idna.txt` says its form.
final class IdnaTable {
  private static final String FILE = "idna.txt";
  private static final int HEX = 16;

  private record Range(int first, int last, String rule) {}

  private static final class Holder {
    static final IdnaTable TABLE = new IdnaTable();
  }

  private final NavigableMap<Integer, Range> ranges = new TreeMap<>();
  private final Map<String, NavigableMap<Integer, Integer>> sets = new HashMap<>();

  private IdnaTable() {
    try (InputStream in = IdnaTable.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("!")) {
          set(line.substring(1));
        } else if (!line.startsWith("#")) {
          range(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static IdnaTable get() {
    return Holder.TABLE;
  }

  private void range(String line) {
    int rule = 0;
    while (Character.digit(line.charAt(rule), HEX) >= 0) {
      rule++;
    }
    int first = Integer.parseInt(line.substring(0, rule), HEX);
    int last = first;
    if (line.charAt(rule) == '.') {
      int start = ++rule;
      while (Character.digit(line.charAt(rule), HEX) >= 0) {
        rule++;
      }
      last = Integer.parseInt(line.substring(start, rule), HEX);
    }
    ranges.put(first, new Range(first, last, line.substring(rule)));
  }

  private void set(String line) {
    String[] words = line.split(" ", -1);
    NavigableMap<Integer, Integer> set = new TreeMap<>();
    for (int i = 1; i < words.length; i++) {
      String[] ends = words[i].split("-", -1);
      set.put(Integer.parseInt(ends[0], HEX), Integer.parseInt(ends[ends.length - 1], HEX));
    }
    sets.put(words[0], set);
  }

  /// What a character is mapped to: itself, others, or nothing; null if it is disallowed.
  @Nullable String map(int character) {
    Map.Entry<Integer, Range> entry = ranges.floorEntry(character);
    if (entry == null || character > entry.getValue().last()) {
      return null;
    }
    Range range = entry.getValue();
    String rule = range.rule();
    return switch (rule.charAt(0)) {
      case 'V' -> Character.toString(character);
      case 'I' -> "";
      case '~' -> Character.toString(character + 1 - ((character - range.first()) & 1));
      case '=' -> text(rule.substring(1));
      default -> Character.toString(character + Integer.parseInt(rule));
    };
  }

  boolean isValid(int character) {
    return Character.toString(character).equals(map(character));
  }

  private static String text(String hexes) {
    StringBuilder out = new StringBuilder();
    for (String hex : hexes.split(" ", -1)) {
      out.appendCodePoint(Integer.parseInt(hex, HEX));
    }
    return out.toString();
  }

  /// @param set `virama`; `before` and `after`: who joins with what stands behind and before it
  boolean isIn(String set, int character) {
    NavigableMap<Integer, Integer> all = sets.getOrDefault(set, new TreeMap<>());
    Map.Entry<Integer, Integer> entry = all.floorEntry(character);
    return entry != null && character <= entry.getValue();
  }
}
