package org.sluice.app.said;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.app.language.Language;

/// Every sentence that stands in the engine's sources has words in the other languages: a new one, or
/// one that is said otherwise now, is found here.
class SentencesTest {
  private static final Path ENGINE = Path.of("../engine/src/main/java/org/sluice/engine");
  private static final Path APP = Path.of("src/main/java/org/sluice/app");
  private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}[^\\p{L}]* [^\\p{L}]*\\p{L}{2,}");
  private static final Pattern SHORT_WORDS = Pattern.compile("(?s).*\\{\\d}.*\\p{L}{3,}.*");

  /// Calls whose words no user is to see: the log, the database, mistakes of the program itself.
  private static final Set<String> NOT_SHOWN =
      Set.of(
          "log",
          "compile",
          "execute",
          "texts",
          "number",
          "ofPattern",
          "IllegalStateException",
          "EnoughException",
          "requireNonNull",
          "resolveSibling",
          "equals",
          "Thread",
          "tell");

  @BeforeEach
  void speakFrench() {
    Language.speak(Language.FRENCH);
  }

  @AfterEach
  void speakEnglish() {
    Language.speak(Language.ENGLISH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "auth", "checksum", "decode", "disk", "dns", "download", "error", "filter", "http", "http1",
        "http2", "instance", "item", "journal", "loop", "metalink", "name", "queue", "resume",
            "retry",
        "segment", "tls", "transfer"
      })
  void theEngineSaysNothingWithoutWords(String folder) throws IOException {
    List<String> without = without(ENGINE.resolve(folder));
    without.removeAll(Exempt.IN_ENGINE);
    assertThat(without).as("sentences that want words in said/messages*.properties").isEmpty();
  }

  /// What the window's own parts say in English, as the command line says it as well.
  @ParameterizedTest
  @ValueSource(strings = {"curl/CurlImport.java", "pattern", "preferences", "tracefile"})
  void theAppSaysNothingWithoutWords(String place) throws IOException {
    List<String> without = without(APP.resolve(place));
    without.removeAll(Exempt.IN_APP);
    assertThat(without).as("sentences that want words in said/messages*.properties").isEmpty();
  }

  /// An exemption that is not needed any more hides the next sentence.
  @Test
  void everyExemptionIsNeeded() throws IOException {
    assertThat(without(ENGINE)).containsAll(Exempt.IN_ENGINE);
  }

  private static List<String> without(Path folder) throws IOException {
    List<String> without = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        for (SourceSentences.Found found : SourceSentences.of(Files.readString(file))) {
          if (!Exempt.FILES.contains(name) && isSentence(found) && !hasWords(found.template())) {
            without.add(name + ": " + found.template());
          }
        }
      }
    }
    return without;
  }

  private static boolean isSentence(SourceSentences.Found found) {
    String template = found.template();
    char first = template.isEmpty() ? ' ' : template.charAt(0);
    boolean mistake =
        found.call().startsWith("Illegal") && first != '"' && !Character.isUpperCase(first);
    return !NOT_SHOWN.contains(found.call())
        && !mistake
        && (WORDS.matcher(template).find() || SHORT_WORDS.matcher(template).matches());
  }

  /// What ends with a colon, or the like, is said with something behind it.
  private static boolean hasWords(String template) {
    String said = template.replaceAll("\\{\\d}", "7").replace("'{'", "{").replace("'}'", "}");
    return Stream.of(said, said.strip(), said + "7").anyMatch(s -> Said.translated(s).isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "say(\"It is \" + name() + \" now\"); | It is {0} now",
        "return a ? \"It is here\" : b; | It is here",
        "say(\"It has %s at %d %%\".formatted(a, b)) | It has {0} at {1} %",
        "String.format(Locale.ROOT, \"It has %.1f\", a) | It has {0}",
        "case A -> \"It is \" + (b ? \"x\" : \"y\") | It is {0}"
      })
  void itReadsThemFromSources(String source, String template) {
    assertThat(SourceSentences.of(source)).first().isNotNull();
    assertThat(SourceSentences.of(source).stream().map(SourceSentences.Found::template))
        .contains(template);
  }
}
