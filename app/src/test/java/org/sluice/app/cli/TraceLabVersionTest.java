package org.sluice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.lab.Scenario;

class TraceLabVersionTest extends CliTestBase {
  @ParameterizedTest
  @ValueSource(strings = {"SMALL", "REDIRECT", "MIB_10", "CHUNKED", "REDIRECT_PORT", "UNTIL_CLOSE"})
  void aTraceInLinesKeepsTheInvariants(Scenario scenario) throws IOException {
    Path file = folder.resolve("t.jsonl");
    Ran ran = sluice("trace", "--jsonl", file.toString(), url(scenario));
    assertThat(ran).isEqualTo(new Ran(0, "", ""));
    List<String> lines = Files.readAllLines(file);
    assertThat(TraceRules.broken(lines)).isEmpty();
    assertThat(lines.getFirst()).contains("\"ev\":\"meta\"");
    assertThat(lines.getLast()).contains("\"ev\":\"end\"");
    assertThat(lines).anyMatch(line -> line.contains("\"result\":\"CURLE_OK\""));
  }

  @Test
  void severalTransfersInOneTrace() {
    String small = url(Scenario.SMALL);
    Ran ran = sluice("trace", "--jsonl", "-", small, url(Scenario.DRIP), small, "labs:/1m");
    assertThat(ran.code()).isZero();
    List<String> lines = ran.out().lines().toList();
    assertThat(TraceRules.broken(lines)).isEmpty();
    assertThat(lines).filteredOn(line -> line.contains("\"ev\":\"msg\"")).hasSize(4);
  }

  @Test
  void aFailureHasItsNumberAndATrace() {
    Ran ran = sluice("trace", "--jsonl", "-", url(Scenario.REFUSED));
    assertThat(ran.code()).isEqualTo(7);
    assertThat(ran.err()).contains("(COULDNT_CONNECT, 7)");
    assertThat(TraceRules.broken(ran.out().lines().toList())).isEmpty();
  }

  @Test
  void aTraceForPeople() {
    Ran ran = sluice("trace", url(Scenario.SMALL));
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .containsSubsequence(
            "> multi_socket_all()",
            "> multi_add_handle(0)",
            "  TIMER 0 ms",
            "> multi_socket_action(TIMEOUT, 0)",
            "  OPEN S0 inet",
            "  SOCK S0 OUT easy=0 socketp=null",
            "    > multi_assign(S0, ",
            "  SOCK S0 REMOVE easy=0 socketp=",
            "MSG easy=0 CURLE_OK http=200 newconn=1 body=13",
            "> multi_remove_handle(0)",
            "> multi_cleanup()",
            "  CLOSE S0");
  }

  @Test
  void aLongBodyIsShownShortly() {
    Ran ran = sluice("trace", url(Scenario.MIB_10));
    assertThat(ran.out().lines().count()).isLessThan(200);
  }

  @Test
  void theLabShowsItsAddressesAndScenariosAndEndsWithItsInput() throws IOException {
    Path pem = folder.resolve("lab.pem");
    Ran ran = sluice("lab", "--cert-out", pem.toString());
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("http   http://127.0.0.1:", "https  https://127.0.0.1:");
    for (Scenario scenario : Scenario.values()) {
      assertThat(ran.out()).contains(scenario.label(), scenario.purpose());
    }
    for (LabOrigin door : LabOrigin.values()) {
      if (door.isProxy()) {
        assertThat(ran.out()).contains(door.purpose());
      }
    }
    assertThat(ran.out()).contains("socks5://127.0.0.1:");
    assertThat(pem).content().startsWith("-----BEGIN CERTIFICATE-----");
  }

  @Test
  void aPortThatIsNone() {
    Ran ran = sluice("lab", "--port", "70000");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("a port is 0 to 65535");
  }

  @Test
  void helpHasExamples() {
    for (String[] args : new String[][] {{"--help"}, {"get", "--help"}, {"trace", "-h"}}) {
      Ran ran = sluice(args);
      assertThat(ran.code()).isZero();
      assertThat(ran.out()).startsWith("Usage: sluice").contains("Examples:");
    }
    assertThat(sluice("--version").out()).startsWith("Sluice ");
    assertThat(sluice("frobnicate").code()).isEqualTo(2);
  }
}
