package org.sluice.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.queue.AfterFinishCommand.Finished;
import org.sluice.engine.queue.AfterFinishCommand.Os;

class AfterFinishTest {
  private static final Path FOLDER = Path.of("in this folder").toAbsolutePath();

  private static AfterFinish run(String... command) {
    return new AfterFinish(List.of(command), SystemAction.NOTHING);
  }

  private static List<String> arguments(AfterFinish action, String name) {
    Finished finished = new Finished(FOLDER.resolve(name), "https://example.org/a?b=c");
    return switch (AfterFinishCommand.commandFor(action, finished)) {
      case AfterFinishCommand.Run(List<String> arguments, Path folder) -> {
        assertThat(folder).isEqualTo(FOLDER);
        yield arguments;
      }
      default -> throw new AssertionError("nothing is run");
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b.txt", "$(rm x).iso", "a'b\".zip", "`x`;y&z|.bin", "{url}", "%PATH%"})
  void aNameIsAlwaysOneArgumentAndNothingElse(String name) {
    AfterFinish action = run("tool", "--in", "{file}", "{folder}", "{name}", "{url}", "{other}");
    assertThat(arguments(action, name))
        .containsExactly(
            "tool",
            "--in",
            FOLDER.resolve(name).toString(),
            FOLDER.toString(),
            name,
            "https://example.org/a?b=c",
            "{other}");
  }

  @Test
  void aNameIsNoOption() {
    assertThat(arguments(run("tool", "{name}"), "-rf")).containsExactly("tool", "./-rf");
    assertThat(arguments(run("tool", "{file}"), "-rf"))
        .containsExactly("tool", FOLDER.resolve("-rf").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{file}",
        "sh {file}",
        "sh -c {file}",
        "/bin/bash -x -c {name}",
        "env sh -c {file}",
        "sudo {file}",
        "xargs -0 {name}",
        "python3 {file}",
        "perl -e {name}",
        "cmd.exe /c copy {file} D:",
        "C:\\Windows\\System32\\CMD.EXE /c x {name}",
        "env cmd /c x {name}",
        "mine.bat {file}",
        "C:\\mine.cmd {name}",
        "powershell -Command Write-Host {name}",
        "pwsh -c echo {name}",
        "powershell.exe -NoProfile -co x {name}",
        "tool --in={file}",
        "tool x{name}",
        "\"\" {name}",
        "tool \"a",
      })
  void whatWouldReadTheNameAsACommandIsRefused(String command) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AfterFinish.parse("nothing: " + command))
        .satisfies(e -> assertThat(e.getMessage()).isNotBlank());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sh mine.sh {file}",
        "sh -c \"cp \\\"$1\\\" /backup\" mine {file}",
        "python3 -u mine.py {file} {url}",
        "powershell -File mine.ps1 {name}",
        "notify-send \"It is here\" {name}",
        "cmd /c echo done",
        "mine.bat",
        "C:\\tools\\scan.exe {file}",
      })
  void aProgramOfOnesOwnIsFine(String command) {
    AfterFinish action = AfterFinish.parse("sleep: " + command);
    assertThat(action.whenEmpty()).isEqualTo(SystemAction.SLEEP);
    assertThat(action.command()).isNotEmpty();
    assertThat(AfterFinish.parse(action.text())).isEqualTo(action);
  }

  @Test
  void isBounded() {
    assertThatIllegalArgumentException().isThrownBy(() -> run("x".repeat(5_000)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run("x y ".repeat(40).split(" ", -1)))
        .withMessageContaining("64");
    assertThatIllegalArgumentException().isThrownBy(() -> run("x", "a\0b"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Finished(Path.of("relative"), "https://example.org/"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AfterFinish.parse("explode: x"))
        .withMessageContaining("explode");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void argumentsComeBackAsTheyWere(long seed) {
    Random random = new Random(seed);
    String letters = "ab \\\"'\t\n{};$é";
    for (int round = 0; round < 2_000; round++) {
      List<String> arguments = new ArrayList<>();
      for (int i = random.nextInt(5); i > 0; i--) {
        StringBuilder argument = new StringBuilder();
        for (int k = random.nextInt(6); k > 0; k--) {
          argument.append(letters.charAt(random.nextInt(letters.length())));
        }
        arguments.add(argument.toString());
      }
      assertThat(ArgumentText.read(ArgumentText.write(arguments)))
          .as("seed %s", seed)
          .isEqualTo(arguments);
    }
  }

  @Test
  void nothingIsNothing() {
    assertThat(AfterFinish.NOTHING.text()).isEmpty();
    assertThat(AfterFinish.parse(" ")).isEqualTo(AfterFinish.NOTHING);
    assertThat(AfterFinish.parse("nothing:")).isEqualTo(AfterFinish.NOTHING);
    Finished finished = new Finished(FOLDER.resolve("a"), "https://example.org/");
    assertThat(AfterFinishCommand.commandFor(AfterFinish.NOTHING, finished))
        .isEqualTo(new AfterFinishCommand.Nothing());
  }

  @ParameterizedTest
  @EnumSource
  void everyActionOnEverySystemIsAnswered(SystemAction action) {
    for (Os os : Os.values()) {
      switch (AfterFinishCommand.commandFor(action, os, FOLDER)) {
        case AfterFinishCommand.Run(List<String> arguments, Path folder) -> {
          assertThat(arguments).hasSizeGreaterThan(1).noneMatch(String::isBlank);
          assertThat(folder).isEqualTo(FOLDER);
        }
        case AfterFinishCommand.Quit() -> assertThat(action).isEqualTo(SystemAction.QUIT);
        case AfterFinishCommand.Nothing() -> assertThat(action).isEqualTo(SystemAction.NOTHING);
        case AfterFinishCommand.Impossible(String sentence) -> {
          assertThat(sentence).contains("program");
          assertThat(os == Os.OTHER || (os == Os.MACOS && action == SystemAction.HIBERNATE))
              .isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, LINUX",
    "Windows 11, WINDOWS",
    "Mac OS X, MACOS",
    "Darwin, MACOS",
    "FreeBSD, OTHER",
  })
  void knowsTheSystem(String name, Os os) {
    assertThat(Os.of(name)).isEqualTo(os);
  }
}
