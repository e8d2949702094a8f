package org.sluice.app.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sluice.engine.loop.Step;

/// The code that is shown is the code that runs.
class CodeListingTest {
  private static final Path LOOP =
      Path.of("../engine/src/main/java/org/sluice/engine/loop/SelectorLoop.java");

  @Test
  void theJavaTextIsTheEnginesOwn() throws IOException {
    String whole = Files.readString(LOOP);
    int from = whole.indexOf("\n", whole.indexOf("---- the nine steps ----")) + 2;
    int to = whole.lastIndexOf("\n", whole.indexOf("---- what the steps are made of ----"));
    String steps = whole.substring(from, to).strip().replace("\n  ", "\n");
    assertThat(CodeListing.java().text().strip())
        .as("nine-steps-java.txt is a copy: copy it again")
        .isEqualTo(steps);
  }

  @Test
  void everyStepBeginsOnceInBothTexts() {
    for (CodeListing listing : List.of(CodeListing.c(), CodeListing.java())) {
      assertThat(listing.lines().stream().map(CodeLine::badge).filter(badge -> badge > 0))
          .as(listing.id())
          .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }
  }

  @Test
  void everyStepHasItsLineInBothTexts() {
    for (CodeListing listing : List.of(CodeListing.c(), CodeListing.java())) {
      for (Step step : Step.values()) {
        assertThat(listing.lines())
            .as(listing.id() + " at " + step)
            .anyMatch(line -> line.marks().stream().anyMatch(mark -> mark.step() == step));
      }
    }
  }

  @Test
  void theCallsOfTheCTextAreThoseThatTheGateNames() throws IOException {
    var gates =
        Pattern.compile("gate\\(Step\\.(\\w+), \"(curl_\\w+)\"\\)").matcher(Files.readString(LOOP));
    int found = 0;
    while (gates.find()) {
      Step step = Step.valueOf(gates.group(1));
      String call = gates.group(2);
      found++;
      assertThat(CodeListing.c().lines())
          .as(step + " calls " + call)
          .anyMatch(
              line ->
                  line.text().contains(call + "(")
                      && line.marks().stream().anyMatch(mark -> mark.step() == step));
    }
    assertThat(found).isGreaterThanOrEqualTo(6);
  }

  @Test
  void eachCallOfSocketActionHasALineOfItsOwn() {
    List<String> lines =
        CodeListing.java().lines().stream()
            .filter(line -> line.marks().stream().anyMatch(m -> m.step() == Step.TELL_ACTION))
            .map(line -> line.text().strip())
            .toList();
    assertThat(lines)
        .containsExactly(
            "act(multi, sock.channel, readiness);",
            "act(multi, Multi.TIMEOUT, Readiness.UNKNOWN);",
            "act(multi, Multi.TIMEOUT, Readiness.UNKNOWN);");
  }

  @Test
  void aLineIsCutIntoItsColours() {
    assertThat(CodeTokens.of("  if (what == CURL_POLL_REMOVE) unwatch(app); // so"))
        .containsExactly(
            new CodeTokens.Token(CodeTokens.Kind.PLAIN, "  "),
            new CodeTokens.Token(CodeTokens.Kind.KEYWORD, "if"),
            new CodeTokens.Token(CodeTokens.Kind.PLAIN, " ("),
            new CodeTokens.Token(CodeTokens.Kind.PLAIN, "what"),
            new CodeTokens.Token(CodeTokens.Kind.PLAIN, " == "),
            new CodeTokens.Token(CodeTokens.Kind.CONSTANT, "CURL_POLL_REMOVE"),
            new CodeTokens.Token(CodeTokens.Kind.PLAIN, ") "),
            new CodeTokens.Token(CodeTokens.Kind.FUNCTION, "unwatch"),
            new CodeTokens.Token(CodeTokens.Kind.PLAIN, "("),
            new CodeTokens.Token(CodeTokens.Kind.PLAIN, "app"),
            new CodeTokens.Token(CodeTokens.Kind.PLAIN, "); "),
            new CodeTokens.Token(CodeTokens.Kind.COMMENT, "// so"));
  }
}
