package org.sluice.app.curl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How words become a command line.
class CommandLineTest {
  private final Map<String, String> files = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();

  private final Inputs inputs =
      new Inputs() {
        @Override
        public byte[] read(String name) throws IOException {
          String text = files.get(name);
          if (text == null) {
            throw new IOException("no " + name);
          }
          return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public boolean exists(String name) {
          return files.containsKey(name);
        }

        @Override
        public @Nullable String variable(String name) {
          return variables.get(name);
        }
      };

  private CurlCommand read(String... words) throws UsageException {
    return CurlCommand.of(List.of(words), inputs);
  }

  private Operation one(String... words) throws UsageException {
    CurlCommand command = read(words);
    assertThat(command.operations()).hasSize(1);
    return command.operations().getFirst();
  }

  @Test
  void lettersCanStandTogetherAndTheirArgumentBehindThem() throws Exception {
    CurlCommand command = read("-sSLofile", "http://h/");
    assertThat(command.isOn("silent")).isTrue();
    assertThat(command.isOn("show-error")).isTrue();
    Operation operation = command.operations().getFirst();
    assertThat(operation.isOn("location")).isTrue();
    assertThat(operation.targets())
        .containsExactly(new Target("http://h/", false, new Destination.Named("file"), null));
  }

  @Test
  void outputsBelongToUrlsByTheirOrder() throws Exception {
    Operation operation = one("-o", "a", "http://h/1", "http://h/2", "-O", "http://h/3");
    assertThat(operation.targets())
        .extracting(Target::where)
        .containsExactly(new Destination.Named("a"), new Destination.Remote(), Destination.STDOUT);
  }

  @Test
  void whatIsSwitchedOffIsOff() throws Exception {
    Operation operation = one("-L", "--no-location", "http://h/");
    assertThat(operation.isOn("location")).isFalse();
  }

  @Test
  void nextBeginsAnew() throws Exception {
    CurlCommand command = read("-f", "http://h/1", "--next", "-L", "http://h/2");
    assertThat(command.operations()).hasSize(2);
    assertThat(command.operations().get(0).isOn("fail")).isTrue();
    assertThat(command.operations().get(1).isOn("fail")).isFalse();
    assertThat(command.operations().get(1).isOn("location")).isTrue();
  }

  @Test
  void behindTwoDashesEverythingIsAUrl() throws Exception {
    assertThat(one("--", "-L").targets()).extracting(Target::url).containsExactly("-L");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--frobnicate | option --frobnicate: is unknown",
        "-Lß | option -Lß: is unknown",
        "--ntlm | option --ntlm: sluice curl does not have --ntlm",
        "-L --no-user | option --no-user: the given option cannot be reversed with a --no- prefix",
        "-m | option -m: requires parameter",
        "-m x | option -m: expected a proper numerical parameter",
        "--retry -1 | option --retry: expected a positive numerical parameter",
        "--limit-rate 10q | option --limit-rate: is badly used here",
        "-r 1- -C 3 | --continue-at is mutually exclusive with --range",
        "--next | missing URL before --next",
        "-o '' | option -o: blank argument where content is expected"
      })
  void whatIsWrongIsNamed(String line, String sentence) throws Exception {
    List<String> words = ShellWords.ofCurl(line);
    assertThatThrownBy(() -> CurlCommand.of(words, inputs))
        .isInstanceOfSatisfying(
            UsageException.class,
            e -> {
              assertThat(e.sentence()).isEqualTo(sentence);
              assertThat(e.exitCode()).isEqualTo(2);
            });
  }

  @Test
  void aConfigFileSaysTheSame() throws Exception {
    files.put(
        "rc",
        """
        # a comment
        url = "http://h/a b\\tc"
        --location
        -o=name
        user-agent: mine
        max-time 3 # seconds
        next
        url=http://h/2
        """);
    CurlCommand command = read("-K", "rc");
    assertThat(command.operations()).hasSize(2);
    Operation first = command.operations().getFirst();
    assertThat(first.targets().getFirst().url()).isEqualTo("http://h/a b\tc");
    assertThat(first.targets().getFirst().where()).isEqualTo(new Destination.Named("=name"));
    assertThat(first.isOn("location")).isTrue();
    assertThat(first.text("user-agent")).isEqualTo("mine");
    assertThat(first.millis("max-time", 0)).isEqualTo(3000);
  }

  @Test
  void aConfigFileThatNamesItselfEnds() {
    files.put("rc", "config rc\n");
    assertThatThrownBy(() -> read("-K", "rc"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("Max config file recursion level reached");
  }

  @Test
  void variablesArePutIn() throws Exception {
    files.put("f", " from file\n");
    variables.put("HOME", "/home/me");
    Operation operation =
        one(
            "--variable",
            "%HOME",
            "--variable",
            "what@f",
            "--variable",
            "part[1-2]=abcd",
            "--variable",
            "%NONE=else",
            "--expand-user-agent",
            "{{HOME}}:{{what:trim:url}}:{{part}}:{{NONE:b64}}:\\{{x}}",
            "http://h/");
    assertThat(operation.text("user-agent")).isEqualTo("/home/me:from%20file:bc:ZWxzZQ==:{{x}}");
  }

  @Test
  void aListOfUrlsGoesToFiles() throws Exception {
    files.put("list", "http://h/{1}\n\n# no\nhttp://h/2\n");
    assertThat(one("--url", "@list").targets())
        .containsExactly(
            new Target("http://h/{1}", true, new Destination.Remote(), null),
            new Target("http://h/2", true, new Destination.Remote(), null));
  }

  @ParameterizedTest
  @CsvSource({"1,1000", "0.5,500", "1.0004,1000", "2.25,2250"})
  void secondsHaveFractions(String text, long millis) {
    assertThat(Numbers.millis(text)).isEqualTo(millis);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "10b,10", "1k,1024", "1.5M,1572864", "2G,2147483648"})
  void bytesHaveUnits(String text, long bytes) {
    assertThat(Numbers.bytes(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1.5", "1kk", "-1", "99999999999999999999", "9000000p"})
  void badBytesAreRefused(String text) {
    assertThatThrownBy(() -> Numbers.bytes(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyOptionOfTheTableIsFoundByNameAndLetter() {
    assertThat(OptionTable.all()).hasSizeGreaterThan(250);
    for (CurlOption option : OptionTable.all()) {
      assertThat(OptionTable.of(option.name())).isSameAs(option);
      if (option.letter() != 0) {
        assertThat(OptionTable.lettered(option.letter())).isSameAs(option);
      }
      if (option.support() == Support.FULL) {
        assertThat(option.help()).as(option.name()).isNotEmpty();
        assertThat(option.group()).as(option.name()).isNotEqualTo(OptionGroup.NONE);
      }
    }
  }
}
