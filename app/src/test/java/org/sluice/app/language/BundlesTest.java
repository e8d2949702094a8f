package org.sluice.app.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.app.fx.Messages;

/// Every bundle in every language: nothing is missing, nothing is left over, and what is replaced is
/// the same in all.
class BundlesTest {
  private static final Pattern LINE = Pattern.compile("\\s*([^\\s=:]+)\\s*[=:]\\s*(.*)");
  private static final Pattern NUMBERED = Pattern.compile("\\{\\d");
  private static final Pattern BRACES = Pattern.compile("\\{[^{}]*}");

  /// Plain blanks before the marks that French sets off, and straight apostrophes.
  private static final Pattern BAD_FRENCH = Pattern.compile(" [;:!?»%]|« |\\p{L}'\\p{L}");

  /// Marks of half the width after a Chinese character.
  private static final Pattern BAD_CHINESE = Pattern.compile("\\p{IsHan}[,;:?!]");

  private static final Pattern BAD_ARABIC = Pattern.compile("\\p{IsArabic}[,;?]");
  private static final Pattern BAD_GERMAN = Pattern.compile("[“”][\\p{L}{]|«|»");

  private static List<Path> folders() {
    try {
      Path fx =
          Path.of(Objects.requireNonNull(Messages.class.getResource("messages.properties")).toURI())
              .getParent();
      try (Stream<Path> all = Files.walk(fx.getParent())) {
        List<Path> found =
            all.filter(Files::isDirectory)
                .filter(folder -> Files.exists(folder.resolve("messages.properties")))
                .sorted()
                .toList();
        assertThat(found).contains(fx).hasSizeGreaterThan(6);
        return found;
      }
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /// In the order of the file; a key that stands there twice is one problem.
  private static Map<String, String> read(Path folder, Language language, List<String> problems) {
    String name =
        language == Language.ENGLISH
            ? "messages.properties"
            : "messages_" + language.tag() + ".properties";
    Path file = folder.resolve(name);
    Map<String, String> texts = new LinkedHashMap<>();
    if (!Files.exists(file)) {
      problems.add(place(folder, language, "") + "is not there");
      return texts;
    }
    try {
      for (String line : Files.readAllLines(file)) {
        if (line.isBlank() || line.stripLeading().startsWith("#")) {
          continue;
        }
        var parts = LINE.matcher(line);
        if (!parts.matches() || line.endsWith("\\")) {
          problems.add(place(folder, language, line) + "is not one line with a key and words");
        } else if (texts.put(parts.group(1), unescaped(parts.group(2))) != null) {
          problems.add(place(folder, language, parts.group(1)) + "stands there twice");
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return texts;
  }

  private static String unescaped(String text) {
    return Pattern.compile("\\\\u([0-9a-fA-F]{4})")
        .matcher(text)
        .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
  }

  private static String place(Path folder, Language language, String key) {
    return folder.getFileName() + " " + language.tag() + " " + key + ": ";
  }

  @ParameterizedTest
  @EnumSource
  void everyLanguageSaysEverythingThatEnglishSays(Language language) {
    List<String> problems = new ArrayList<>();
    for (Path folder : folders()) {
      Map<String, String> english = read(folder, Language.ENGLISH, problems);
      Map<String, String> texts = read(folder, language, problems);
      for (String key : english.keySet()) {
        if (texts.getOrDefault(key, "").isBlank()) {
          problems.add(place(folder, language, key) + "is missing: " + english.get(key));
        }
      }
      for (String key : texts.keySet()) {
        if (!english.containsKey(key)) {
          problems.add(place(folder, language, key) + "is not in English any more");
        }
      }
    }
    assertThat(problems).as("words to write, or to take away").isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsReplacedIsTheSameAndPluralsAreWhole(Language language) {
    List<String> problems = new ArrayList<>();
    for (Path folder : folders()) {
      Map<String, String> english = read(folder, Language.ENGLISH, problems);
      read(folder, language, problems)
          .forEach((key, text) -> check(folder, language, key, english.get(key), text, problems));
    }
    assertThat(problems).isEmpty();
  }

  private static void check(
      Path folder,
      Language language,
      String key,
      @org.jspecify.annotations.Nullable String english,
      String text,
      List<String> problems) {
    if (english == null) {
      return; // told by the other test
    }
    String place = place(folder, language, key);
    if (!NUMBERED.matcher(english).find()) {
      if (!braces(english).equals(braces(text))) {
        problems.add(place + braces(text) + " and not " + braces(english));
      }
      return;
    }
    try {
      Phrase phrase = Phrase.of(text);
      if (!phrase.arguments().equals(Phrase.of(english).arguments())) {
        problems.add(place + phrase.arguments() + " are replaced, not as in English");
      }
      for (Set<PluralCategory> forms : phrase.plurals()) {
        if (!forms.containsAll(PluralCategory.needed(language))) {
          problems.add(place + forms + " are not all forms of a plural");
        }
      }
    } catch (IllegalArgumentException e) {
      problems.add(place + e.getMessage());
    }
  }

  private static Set<String> braces(String text) {
    return BRACES
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void marksAreThoseOfTheLanguage() {
    Map<Language, Pattern> bad = new EnumMap<>(Language.class);
    bad.put(Language.FRENCH, BAD_FRENCH);
    bad.put(Language.CHINESE, BAD_CHINESE);
    bad.put(Language.ARABIC, BAD_ARABIC);
    bad.put(Language.GERMAN, BAD_GERMAN);
    List<String> problems = new ArrayList<>();
    for (Path folder : folders()) {
      bad.forEach(
          (language, pattern) ->
              read(folder, language, problems)
                  .forEach(
                      (key, text) -> {
                        if (pattern.matcher(text).find()) {
                          problems.add(place(folder, language, key) + text);
                        }
                      }));
    }
    assertThat(problems).isEmpty();
  }

  /// The palette finds a command by its words: two with the same could not be told apart.
  @ParameterizedTest
  @EnumSource
  void commandsThatDifferInEnglishDifferInEveryLanguage(Language language) {
    List<String> problems = new ArrayList<>();
    for (Path folder : folders()) {
      Map<String, String> english = read(folder, Language.ENGLISH, problems);
      Map<String, String> texts = read(folder, language, problems);
      Map<String, String> seen = new LinkedHashMap<>();
      texts.forEach(
          (key, text) -> {
            String other = key.startsWith("command.") ? seen.put(text, key) : null;
            if (other != null && !Objects.equals(english.get(key), english.get(other))) {
              problems.add(place(folder, language, key) + "says the same as " + other);
            }
          });
    }
    assertThat(problems).isEmpty();
  }
}
