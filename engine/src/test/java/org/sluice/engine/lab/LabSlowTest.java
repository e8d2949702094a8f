package org.sluice.engine.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LabSlowTest extends LabTestBase {

  private static void staysSilent(Wire wire) throws IOException {
    wire.socket().setSoTimeout(200);
    assertThatThrownBy(wire::read).isInstanceOf(SocketTimeoutException.class);
  }

  private static Duration since(long startNanos) {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  @Test
  void dripSendsAByteAtATime() throws IOException {
    long start = System.nanoTime();
    Wire.Reply reply = Wire.get(lab.http("/drip?bytes=10&ms=20"));
    assertThat(reply.body()).hasSize(10);
    assertThat(since(start)).isGreaterThan(Duration.ofMillis(195));
  }

  @Test
  void throttledKeepsItsRate() throws IOException {
    long start = System.nanoTime();
    Wire.Reply reply = Wire.get(lab.http("/throttled?size=100k&rate=200k"));
    assertThat(reply.body()).hasSize(102_400);
    assertThat(since(start)).isBetween(Duration.ofMillis(490), Duration.ofSeconds(5));
  }

  @Test
  void slowStartThinksAndThenSendsFourBytes() throws IOException {
    long start = System.nanoTime();
    assertThat(Wire.get(lab.uri(Scenario.SLOW_START)).body()).hasSize(4);
    assertThat(since(start)).isGreaterThan(Duration.ofMillis(145));
  }

  @Test
  void silentTakesTheRequestAndNothingElseHappens() throws IOException {
    long before = lab.requests();
    try (Wire wire = Wire.to(lab.uri(Scenario.SILENT))) {
      wire.sendRequest("GET", "/silent");
      await(() -> lab.requests() > before);
      staysSilent(wire);
    }
    await(() -> lab.openConnections() == 0);
  }

  @Test
  void stalledHeadStopsBeforeTheEmptyLine() throws IOException {
    try (Wire wire = Wire.to(lab.uri(Scenario.STALLED_HEAD))) {
      wire.sendRequest("GET", "/stalled-head");
      assertThat(wire.line()).startsWith("HTTP/1.1 200");
      assertThat(wire.line()).startsWith("Date:");
      assertThat(wire.line()).startsWith("Content-Type:");
      staysSilent(wire);
    }
  }

  @Test
  void stallSendsFiveHundredOfAThousandBytes() throws IOException {
    try (Wire wire = Wire.to(lab.uri(Scenario.STALL))) {
      wire.sendRequest("GET", "/stall");
      assertThat(wire.head().field("Content-Length")).isEqualTo("1000");
      assertThat(wire.read(500)).hasSize(500);
      staysSilent(wire);
    }
    await(() -> lab.openConnections() == 0);
  }
}
