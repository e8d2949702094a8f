package org.sluice.app.said;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sluice.app.language.Language;
import org.sluice.app.language.MessageBundle;
import org.sluice.app.words.Redaction;

/// What the engine says, in the language of the window.
///
/// The engine has no bundles: it speaks English, also to the command line and into the journal. Its
/// English sentence is the key here, as in gettext: the words of this package are templates of these
/// sentences, and what stands in their places is translated the same way, so that a reason within a
/// reason is. A test reads the engine's sources and finds a sentence without a template.
///
/// **Threads**: any. **Limits**: [#MOST_KEPT] answers are kept.
public final class Said {
  /// A window says the same few sentences with each refresh.
  static final int MOST_KEPT = 512;

  /// A reason has reasons; deeper is none.
  private static final int MOST_DEPTH = 6;

  /// The name of the queue that is always there, which the engine calls `main`.
  private static final String MAIN = "main";

  /// How sentences are put behind each other, and that name: no sentences of the engine.
  private static final Set<String> OURS = Set.of("sentences", "closed", MAIN);

  /// Words for what the engine calls by a name of its own, in English, too.
  private static final String WINDOW = "window.";

  /// What the number of an answer of a server means.
  static final String STATUS = "status.";

  /// What ends a sentence, in the languages of the window.
  private static final String ENDS = ".!?。！？؟";

  private static final MessageBundle WORDS = MessageBundle.of(Said.class);
  private static final Map<Language, Said> SPOKEN = new LinkedHashMap<>();

  private final List<SaidTemplate> templates;
  private final Map<String, Optional<String>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<String>> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private Said() {
    templates =
        WORDS.english().entrySet().stream()
            .filter(entry -> isTemplate(entry.getKey()))
            .map(
                entry ->
                    SaidTemplate.of(
                        entry.getKey(), entry.getValue(), WORDS.plurals(entry.getKey())))
            .sorted(Comparator.comparingInt(SaidTemplate::certainty).reversed())
            .toList();
  }

  private static boolean isTemplate(String key) {
    return !OURS.contains(key) && !key.startsWith(WINDOW) && !key.startsWith(STATUS);
  }

  /// What was said, without secrets; in English if there is no translation.
  public static String of(String english) {
    String safe = Redaction.of(english);
    return translated(safe).orElse(safe);
  }

  /// What a failure says; its kind if it says nothing.
  public static String of(Throwable problem) {
    String message = problem.getMessage();
    return of(message == null ? problem.toString() : message);
  }

  /// Several sentences behind each other.
  public static String sentences(List<String> english) {
    return english.stream().map(Said::of).reduce(Said::behind).orElse("");
  }

  /// A sentence of the window or one already said, and another behind it; either may be empty.
  public static String behind(String first, String next) {
    return first.isEmpty() || next.isEmpty()
        ? first + next
        : WORDS.text("sentences", closed(first), next);
  }

  /// A sentence in the language of the window with the full stop of that language, once.
  public static String closed(String sentence) {
    return sentence.isEmpty() || ENDS.indexOf(sentence.charAt(sentence.length() - 1)) >= 0
        ? sentence
        : WORDS.text("closed", sentence);
  }

  /// Several sentences, each on its own line.
  public static String lines(List<String> english) {
    return String.join("\n", english.stream().map(Said::of).toList());
  }

  /// What was said, in the language of the window; empty if there are no words for it. English, too, is
  /// gone through: for amounts in the window's units, and for names that only the engine has.
  public static Optional<String> translated(String english) {
    if (english.isBlank()) {
      return Optional.of(english);
    }
    synchronized (SPOKEN) {
      Said said = SPOKEN.computeIfAbsent(Language.spoken(), _ -> new Said());
      // not computeIfAbsent: a sentence asks for those in it
      Optional<String> known = said.kept.get(english);
      if (known == null) {
        known = said.find(english, 0);
        said.kept.put(english, known);
      }
      return known.isEmpty() && Language.spoken() == Language.ENGLISH
          ? Optional.of(english)
          : known;
    }
  }

  private Optional<String> find(String english, int depth) {
    if (depth > MOST_DEPTH) {
      return Optional.empty();
    }
    Optional<String> amount = SaidAmount.of(english);
    if (amount.isPresent()) {
      return amount;
    }
    Optional<Match> whole = match(english);
    Optional<Match> open =
        english.endsWith(".")
            ? match(english.substring(0, english.length() - 1))
            : Optional.empty();
    if (certainty(open) > certainty(whole)) {
      return open.map(match -> WORDS.text("closed", words(match, depth)));
    }
    return whole.isPresent() ? whole.map(match -> words(match, depth)) : sentences(english, depth);
  }

  /// @param places what stands in the places of the template
  private record Match(SaidTemplate template, List<Object> places) {}

  private Optional<Match> match(String english) {
    for (SaidTemplate template : templates) {
      Optional<List<Object>> places = template.places(english);
      if (places.isPresent()) {
        return Optional.of(new Match(template, places.get()));
      }
    }
    return Optional.empty();
  }

  private static int certainty(Optional<Match> match) {
    return match.map(found -> found.template.certainty()).orElse(0);
  }

  private String words(Match match, int depth) {
    String key = match.template.key();
    boolean ofQueue = key.contains("queue-x");
    Object[] words =
        match.places.stream()
            .map(place -> ofQueue && MAIN.equals(place) ? WORDS.text(MAIN) : place(place, depth))
            .toArray();
    return WORDS.text(WORDS.has(WINDOW + key) ? WINDOW + key : key, words);
  }

  /// What stands in a place: a number, an amount, another sentence, or a name that is the same in all
  /// languages.
  private Object place(Object place, int depth) {
    if (!(place instanceof String text)) {
      return place;
    }
    String words = text.strip();
    String said = find(words, depth + 1).orElse(words);
    return text.startsWith(" ") ? " " + said : said;
  }

  /// Several sentences behind each other, if there are words for all of them.
  private Optional<String> sentences(String english, int depth) {
    for (int end = english.indexOf(". "); end > 0; end = english.indexOf(". ", end + 1)) {
      String rest = english.substring(end + 2).strip();
      Optional<String> first = find(english.substring(0, end + 1), depth + 1);
      Optional<String> others = first.isEmpty() ? first : find(rest, depth + 1);
      if (others.isPresent()) {
        return Optional.of(WORDS.text("sentences", first.orElseThrow(), others.orElseThrow()));
      }
    }
    return Optional.empty();
  }
}
