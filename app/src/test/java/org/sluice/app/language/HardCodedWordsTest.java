package org.sluice.app.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Words that a user of the window sees stand in bundles, not in the code.
class HardCodedWordsTest {
  private static final Path SOURCES = Path.of("src/main/java/org/sluice/app");

  /// What has no window: the command line and what it shares.
  private static final Set<String> WITHOUT_WINDOW =
      Set.of("cli", "curl", "handover", "pattern", "settings", "tape", "terminal", "tracefile");

  private static final Pattern SHOWN =
      Pattern.compile(
          "\\b(?:set(?:Text|PromptText|Title|HeaderText|ContentText|AccessibleText|AccessibleHelp)"
              + "|new (?:Label|Button|Text|Tooltip|Hyperlink|CheckBox|RadioButton|ToggleButton|Menu"
              + "|MenuItem|RadioMenuItem|CheckMenuItem|MenuButton|SplitMenuButton|TitledPane|Tab"
              + "|TableColumn|TreeTableColumn|Alert))(?:<[^>(]*>)?\\(");

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

  /// The same in every language: formats, schemes, examples of what is typed.
  private static final Set<String> ALLOWED =
      Set.of(
          "sha-256:…",
          "Cookie: a=b",
          "https://",
          "curl ",
          "Mon-Fri 22:00-06:00; Sat,Sun 00:00-24:00");

  /// What prints to a terminal, and what translates.
  private static final Set<String> OF_THE_SHELL = Set.of("pictures", "said");

  private static final Pattern SAID_BY_ENGINE =
      Pattern.compile("[\\w.()]*\\.(?:sentence|getMessage|notices|why)\\(\\)[^\\n]*");
  private static final Pattern TRANSLATED =
      Pattern.compile("Said\\.\\w+\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)");

  /// Compared, handed on to be translated later, or said to a terminal.
  private static final Set<String> NOT_SHOWN =
      Set.of(
          "FailedCard.java: why(remedy.why()));",
          "GeneralWords.java: item.why().stream()"
              + ".filter(each -> !each.equals(standing.sentence())).toList();",
          "Phrase.java: ).getMessage(), e);",
          "DataHome.java: IOException(e.sentence(), e);",
          "SluiceApplication.java: String.valueOf(e.getMessage())));",
          "MonitorView.java: WhyBar(model.why()));",
          "AllSettings.java: IllegalArgumentException(e.sentence(), e);",
          "RowHistory.java: before.standing().sentence().equals(next.standing().sentence());",
          "Outcome.java: item.why().isEmpty() ? null : queued(item);",
          "PreferencesFile.java: e.getMessage());");

  /// The literals in calls that show them.
  private static List<String> found(String source) {
    List<String> words = new ArrayList<>();
    Matcher shown = SHOWN.matcher(source);
    while (shown.find()) {
      String arguments = withoutCalls(arguments(source, shown.end()));
      LITERAL
          .matcher(arguments)
          .results()
          .map(literal -> literal.group(1))
          .filter(text -> WORD.matcher(text.replaceAll("\\\\.", "")).find())
          .filter(text -> !ALLOWED.contains(text))
          .forEach(words::add);
    }
    return words;
  }

  /// Up to the bracket that closes them.
  private static String arguments(String source, int from) {
    int depth = 1;
    boolean quoted = false;
    int at = from;
    for (; at < source.length() && depth > 0; at++) {
      char c = source.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')') {
        depth--;
      }
    }
    return source.substring(from, at - 1);
  }

  /// Without the calls in it: a literal there is a key, or a name of something.
  private static String withoutCalls(String arguments) {
    Pattern call = Pattern.compile("\\w\\((?:[^()\"]|\"(?:[^\"\\\\]|\\\\.)*\")*\\)");
    String before;
    String text = arguments;
    do {
      before = text;
      text = call.matcher(text).replaceAll("x");
    } while (!text.equals(before));
    return text;
  }

  @Test
  void noWordsStandInTheCodeOfTheWindow() throws IOException {
    List<String> problems = new ArrayList<>();
    int files = 0;
    try (Stream<Path> all = Files.walk(SOURCES)) {
      for (Path file : all.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        if (WITHOUT_WINDOW.contains(SOURCES.relativize(file).getName(0).toString())) {
          continue;
        }
        files++;
        found(Files.readString(file))
            .forEach(words -> problems.add(file.getFileName() + ": \"" + words + "\""));
      }
    }
    assertThat(files).as("files of the window").isGreaterThan(100);
    assertThat(problems).as("words that belong into messages.properties").isEmpty();
  }

  /// What the engine says and what failures say is English: it goes through `Said`.
  @Test
  void whatTheEngineSaysIsTranslatedBeforeItIsShown() throws IOException {
    List<String> problems = new ArrayList<>();
    try (Stream<Path> all = Files.walk(SOURCES)) {
      for (Path file : all.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        String folder = SOURCES.relativize(file).getName(0).toString();
        if (!WITHOUT_WINDOW.contains(folder) && !OF_THE_SHELL.contains(folder)) {
          untranslated(Files.readString(file))
              .forEach(line -> problems.add(file.getFileName() + ": " + line));
        }
      }
    }
    problems.removeAll(NOT_SHOWN);
    assertThat(problems).as("English of the engine that is not given to Said").isEmpty();
  }

  private static List<String> untranslated(String source) {
    return SAID_BY_ENGINE
        .matcher(TRANSLATED.matcher(source).replaceAll("x"))
        .results()
        .map(found -> found.group().strip())
        .toList();
  }

  @Test
  void itFindsWhatIsNotTranslated() {
    assertThat(untranslated("label.setText(item.standing().sentence());")).hasSize(1);
    assertThat(untranslated("label.setText(Said.of(item.standing().sentence()) + 1);")).isEmpty();
    assertThat(untranslated("say(Said.of(e.getMessage()), other.getMessage());")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "label.setText(\"Hello\");",
        "add(new Label(\"Hello\"), 1);",
        "new Button(done ? \"Hello\" : Words.text(\"done\"));",
        "field.setPromptText(name() + \" Hello\");",
        "new TableColumn<Row, String>(\"Hello\")"
      })
  void itFindsThem(String source) {
    assertThat(found(source)).hasSize(1).first().asString().contains("Hello");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "label.setText(Words.text(\"hello\", count(\"that\")));",
        "label.setText(\"\");",
        "button.setId(\"hello\");",
        "label.setText(a + \" · \" + b);"
      })
  void itLeavesKeysAndSigns(String source) {
    assertThat(found(source)).isEmpty();
  }
}
