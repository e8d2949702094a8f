package org.sluice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.engine.lab.Scenario;

/// `sluice curl` as a command of Sluice.
class CurlCommandLineTest extends CliTestBase {
  @Test
  void itFetchesAndTellsHowItWent() throws Exception {
    Path file = folder.resolve("small");
    Ran ran =
        sluice(
            "curl", "-q", "-s", "-o", file.toString(), "-w", "%{http_code}", url(Scenario.SMALL));
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).isEqualTo("200");
    assertThat(file).hasSize(13);
  }

  @Test
  void whatItDoesNotHaveIsNamedBeforeAnythingIsSent() {
    Ran ran = sluice("curl", "-q", "--ntlm", url(Scenario.SMALL));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("curl: option --ntlm: sluice curl does not have --ntlm\n");
  }

  @Test
  void helpSaysWhatThereIs() {
    assertThat(sluice("curl", "--help").out()).contains("output", "proxy", "--help all");
    assertThat(sluice("curl", "-h", "output").out())
        .contains("-o, --output <file>", "--write-out")
        .doesNotContain("--socks5");
    assertThat(sluice("curl", "--help", "all").out()).contains("--socks5", "--cacert");
    assertThat(sluice("curl", "-V").out())
        .startsWith("sluice curl")
        .contains("Protocols: http https");
    assertThat(sluice("--help").out()).contains("curl");
  }

  @Test
  void otherSchemesAreRefused() {
    Ran ran = sluice("curl", "-q", "-sS", "file:///etc/hostname");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("file").contains("not supported");
  }

  @Test
  void itStartsWithoutJavaFxOrPicocli() throws Exception {
    Path classes = folder.resolve("classes.txt");
    Process process =
        new ProcessBuilder(
                SluiceProcess.command(
                    List.of("-Xlog:class+load:file=" + classes),
                    "curl",
                    "-q",
                    "-s",
                    url(Scenario.SMALL)))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    List<String> loaded = Files.readAllLines(classes);
    assertThat(loaded).anyMatch(line -> line.contains("org.sluice.app.curl.run.CurlRun "));
    assertThat(loaded)
        .as("classes that have no place in a start of curl")
        .noneMatch(line -> line.contains("] javafx."));
  }
}
