package org.sluice.engine.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabLiesTest extends LabTestBase {

  private static String everything(Scenario scenario) throws IOException {
    try (Wire wire = Wire.to(lab.uri(scenario))) {
      wire.sendRequest("GET", scenario.path());
      return new String(wire.readAll(), StandardCharsets.ISO_8859_1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LENGTH_TOO_LONG, Content-Length: 20",
    "LENGTH_TOO_SHORT, Content-Length: 5",
    "LENGTH_GARBAGE, Content-Length: thirteen"
  })
  void aWrongLengthStandsBeforeThirteenBytesAndTheEnd(Scenario scenario, String length)
      throws IOException {
    assertThat(everything(scenario)).contains(length + "\r\n").endsWith("\r\n\r\nhello, world\n");
  }

  @Test
  void twoLengthsDiffer() throws IOException {
    assertThat(everything(Scenario.LENGTH_CONFLICT))
        .contains("Content-Length: 13\r\nContent-Length: 20\r\n");
  }

  @Test
  void framesContradictThemselves() throws IOException {
    assertThat(everything(Scenario.LENGTH_AND_CHUNKED))
        .contains("Content-Length: 13\r\nTransfer-Encoding: chunked\r\n")
        .endsWith("d\r\nhello, world\n\r\n0\r\n\r\n");
    assertThat(everything(Scenario.CHUNK_GARBAGE)).contains("\r\nzz\r\n");
  }

  @Test
  void garbageIsNotHttp() throws IOException {
    assertThat(everything(Scenario.GARBAGE)).doesNotStartWith("HTTP/").isNotEmpty();
  }

  @Test
  void aHugeFieldAndManyFieldsComeWhole() throws IOException {
    assertThat(Wire.get(lab.uri(Scenario.HUGE_HEADER)).field("X-Lab-Huge")).hasSize(256 << 10);
    Wire.Reply many = Wire.get(lab.uri(Scenario.MANY_HEADERS));
    assertThat(many.head().lines()).hasSizeGreaterThan(5_000);
    assertThat(many.field("X-Lab-5000")).isEqualTo("one of many");
  }

  @Test
  void endlessHeadsGoOnUntilTheClientHangsUp() throws IOException {
    for (Scenario scenario : new Scenario[] {Scenario.ENDLESS_HEADERS, Scenario.ENDLESS_EARLY}) {
      try (Wire wire = Wire.to(lab.uri(scenario))) {
        wire.sendRequest("GET", scenario.path());
        assertThat(wire.read(4 << 20)).hasSize(4 << 20);
      }
      await(() -> lab.openConnections() == 0);
    }
  }

  @Test
  void anUnfinishedHeadEndsWithTheConnection() throws IOException {
    try (Wire wire = Wire.to(lab.uri(Scenario.UNFINISHED_HEAD))) {
      wire.sendRequest("GET", "/unfinished-head");
      assertThatThrownBy(wire::head).isInstanceOf(EOFException.class);
    }
  }
}
