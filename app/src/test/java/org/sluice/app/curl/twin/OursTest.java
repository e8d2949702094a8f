package org.sluice.app.curl.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `sluice curl` does as the newest curl does; the one of a machine may be older, so there is
/// nothing to compare with.
class OursTest {
  @TempDir Path folder;

  private Twin.Outcome run(String command) throws Exception {
    return Twin.run(false, command, folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "-s -X DELETE --follow {u}/to/303 | DELETE /to/303 HTTP/1.1, GET /ok?from HTTP/1.1",
        "-s -X IGLOO -d x --follow {u}/to/302 | IGLOO /to/302 HTTP/1.1, GET /ok?from HTTP/1.1",
        "-s -X DELETE --follow {u}/to/302 | DELETE /to/302 HTTP/1.1, DELETE /ok?from HTTP/1.1",
        "-s -X DELETE -L {u}/to/303 | DELETE /to/303 HTTP/1.1, DELETE /ok?from HTTP/1.1",
        "-s '{u}/{<a>x,y}' -o 'f-#<a>' | GET /x HTTP/1.1, GET /y HTTP/1.1",
      })
  void asksFor(String command, String lines) throws Exception {
    Twin.Outcome outcome = run(command);
    assertThat(outcome.requests().stream().map(r -> r.lines().findFirst().orElse("")))
        .containsExactly(lines.split(", ", -1));
    assertThat(outcome.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'{u}/{<a>x}' -o '#<b>' | 43 | no glob exists with this name in position 4:",
        "'{u}/[2-1]' | 3 | bad range in position ",
        "-x {u} -p http://far.example/ | 7 | CONNECT tunnel failed, response 404",
        "http://me@far.example@127.0.0.1:{p}/ | 3 | more than one @",
        "{u}/twice | 8 | Multiple Location headers",
        "-C - -o half {u}/status/404 | 33 | does not seem to support byte ranges",
        "-f -C - -o half {u}/status/404 | 22 | returned error: 404",
      })
  void failsWith(String command, int code, String sentence) throws Exception {
    Twin.Outcome outcome = run(command);
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(code);
    assertThat(outcome.err()).contains("curl: (" + code + ") ").contains(sentence);
  }

  @Test
  void aHeadMayBeAMebibyteLong() throws Exception {
    Files.writeString(folder.resolve("long"), "header \"X: " + "x".repeat(1024 * 1024) + "\"\n");
    Twin.Outcome outcome = run("-s -K long {u}/ok");
    assertThat(outcome.code()).isEqualTo(100);
    assertThat(outcome.requests()).isEmpty();
  }

  @Test
  void retriesGoOnWhereTheFileEnds() throws Exception {
    Twin.Outcome outcome =
        run("-s -C - --retry 3 --retry-delay 1 --retry-all-errors -o new {u}/parts");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(
            outcome.requests().stream().map(r -> r.replaceFirst("(?s).*Range: ([^\n]*).*", "$1")))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("GET /parts"),
            next -> assertThat(next).isEqualTo("bytes=5-"));
    assertThat(outcome.files()).containsEntry("new", "0123456789");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "-K blanks -s {u}/ok | Option 'data' uses argument with unquoted whitespace.",
        "-K quote -s {u}/ok | Option 'data' uses argument with leading single quote.",
      })
  void warnsOfWhatStandsBeforeSilent(String command, String words) throws Exception {
    Files.writeString(folder.resolve("blanks"), "data = two words\n");
    Files.writeString(folder.resolve("quote"), "data = 'word'\n");
    assertThat(run(command).err().replace("\nWarning: ", ""))
        .startsWith("Warning: ")
        .contains(words);
    assertThat(run("-s " + command).err()).isEmpty();
  }

  @Test
  void warningsAreBrokenAtTheWidthInBytes() throws Exception {
    Twin.Outcome outcome = run("-H '\u201chost:' -X 'GET' {u}/ok");
    assertThat(outcome.err())
        .startsWith(
            "Warning: The argument '\u00e2\u0080\u009chost:' starts with a Unicode character. Maybe ASCII \n"
                + "Warning: was intended?\n");
  }

  @Test
  void whatAProxySaysOfItsTunnelIsPassedOver() throws Exception {
    Twin.Outcome outcome = run("-v -s -p -x {u} http://tunnel.example/");
    assertThat(outcome.err())
        .contains("* Ignoring Content-Length in CONNECT 200 response\n")
        .contains("* Ignoring Transfer-Encoding in CONNECT 200 response\n");
  }

  @Test
  void whatAnAnswerTakesAwayStaysAway() throws Exception {
    Twin.Outcome outcome = run("-s -b hostjar -H 'Host: www.host.example' {u}/ok {u}/gone {u}/ok");
    assertThat(outcome.requests().stream().map(r -> r.contains("Cookie: a=b")))
        .containsExactly(true, true, false);
  }

  @Test
  void anEmptyAgentIsToldToNobody() throws Exception {
    assertThat(run("-s -x {u} -p -A '' http://tunnel.example/ok").requests())
        .hasSize(2)
        .noneMatch(request -> request.contains("User-Agent"));
  }

  @Test
  void aUrlThatIsNoneHasNoParts() throws Exception {
    Twin.Outcome outcome = run("-s -w '%{url.host}+%{url.port}+' 'local host'");
    assertThat(outcome.out()).isEqualTo("++");
  }

  @Test
  void theLastUrlShowsItsHostAsItWasTyped() throws Exception {
    Twin.Outcome outcome =
        run(
            "-sL -o out -w '%{url_effective}' --resolve xn--4cab6c.se:{p}:127.0.0.1 http://\u00e5\u00e4\u00f6.se:{p}/to/302");
    assertThat(outcome.out())
        .isEqualTo("http://\u00c3\u00a5\u00c3\u00a4\u00c3\u00b6.se:PORT/ok?from");
  }

  @Test
  void notesWhatIsUnnecessary() throws Exception {
    assertThat(run("-v -X POST -d x {u}/echo").err())
        .startsWith("Note: Unnecessary use of -X or --request, POST is already inferred.\n");
    assertThat(run("-X POST -d x {u}/echo").err()).doesNotContain("Note");
    assertThat(run("-X HEAD {u}/empty").err()).startsWith("Warning: Setting custom HTTP method");
  }

  @Test
  void tellsOfConnectionHeadsAndBodies() throws Exception {
    String said = run("-sv -d data {u}/echo").err();
    assertThat(said)
        .matches(
            "(?s)\\* Connected to 127.0.0.1 \\(127.0.0.1\\) port \\d+\n> POST /echo HTTP/1.1\n.*> \n"
                + "} \\[4 bytes data]\n< HTTP/1.1 200 OK\n.*< \n\\{ \\[4 bytes data]\n");
    run("-s --trace-ascii all --trace-ids -d data {u}/echo");
    assertThat(Files.readString(folder.resolve("all")))
        .contains("[0-0] => Send data, 4 bytes (0x4)\n0000: data\n")
        .contains("[0-0] <= Recv data, 4 bytes (0x4)\n0000: data\n");
  }

  @Test
  void showsProgressWhereTheAnswerIsNoTerminals() throws Exception {
    assertThat(run("{u}/ok").err())
        .startsWith("  % Total ")
        .containsPattern("\r100 +6 100 +6   0 +0 ")
        .endsWith("\n");
    assertThat(run("-# {u}/ok").err()).endsWith("\r" + "#".repeat(72) + " 100.0%\n");
    assertThat(run("--no-progress-meter {u}/ok").err()).isEmpty();
  }
}
