package org.sluice.app.command;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.sluice.app.language.Isolate;

/// Which commands a few typed letters mean, best first.
///
/// **Threads**: pure functions.
public final class CommandMatches {
  /// No match.
  static final int NONE = -1;

  private static final int WHOLE_START = 4;
  private static final int WORD_STARTS = 3;
  private static final int INSIDE = 2;
  private static final int SCATTERED = 1;

  private CommandMatches() {}

  private record Ranked(Command command, int rank) {}

  /// Those that match, best first, each group of equals in its order; what cannot be done now last.
  public static List<Command> of(String typed, List<Command> commands) {
    String query = typed.strip().toLowerCase(Locale.ROOT);
    return commands.stream()
        .map(
            command ->
                new Ranked(
                    command,
                    Math.max(
                        rank(query, command.words()),
                        rank(query, command.group() + " " + command.words()) - 1)))
        .filter(ranked -> ranked.rank() > 0 || query.isEmpty())
        .sorted(
            Comparator.comparing((Ranked ranked) -> !ranked.command().isEnabled())
                .thenComparing(Ranked::rank, Comparator.reverseOrder()))
        .map(Ranked::command)
        .toList();
  }

  /// How well `words` fit; [#NONE] for not at all.
  static int rank(String query, String words) {
    String text = Isolate.plain(words).toLowerCase(Locale.ROOT);
    if (query.isEmpty()) {
      return 0;
    }
    if (text.startsWith(query)) {
      return WHOLE_START;
    }
    if (startsOfWords(query, text)) {
      return WORD_STARTS;
    }
    if (text.contains(query)) {
      return INSIDE;
    }
    return scattered(query, text) ? SCATTERED : NONE;
  }

  /// Whether each typed word begins one of the words, in any order.
  private static boolean startsOfWords(String query, String text) {
    List<String> words = List.of(text.split("[^\\p{L}\\p{N}]+", -1));
    for (String part : query.split(" +", -1)) {
      if (words.stream().noneMatch(word -> word.startsWith(part))) {
        return false;
      }
    }
    return true;
  }

  /// Whether the letters stand in the words in this order.
  private static boolean scattered(String query, String text) {
    int at = 0;
    for (int i = 0; i < query.length(); i++) {
      char wanted = query.charAt(i);
      if (wanted == ' ') {
        continue;
      }
      at = text.indexOf(wanted, at);
      if (at < 0) {
        return false;
      }
      at++;
    }
    return true;
  }
}
