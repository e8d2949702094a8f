package org.sluice.engine.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LabCutTest extends LabTestBase {

  @Test
  void closeEarlyEndsWithoutAByte() throws IOException {
    try (Wire wire = Wire.to(lab.uri(Scenario.CLOSE_EARLY))) {
      wire.sendRequest("GET", "/close-early");
      assertThat(wire.read()).isEqualTo(-1);
    }
  }

  @Test
  void closeMidEndsAfterHalfTheBody() throws IOException {
    try (Wire wire = Wire.to(lab.uri(Scenario.CLOSE_MID))) {
      wire.sendRequest("GET", "/close-mid");
      assertThat(wire.head().field("Content-Length")).isEqualTo("10000");
      assertThat(wire.readAll()).hasSize(5_000);
    }
  }

  @Test
  void closeMidChunkEndsInsideAChunk() throws IOException {
    try (Wire wire = Wire.to(lab.uri(Scenario.CLOSE_MID_CHUNK))) {
      wire.sendRequest("GET", "/close-mid-chunk");
      wire.head();
      assertThat(wire.readAll()).hasSize("3e8\r\n".length() * 2 + 1_000 + 2 + 500);
    }
  }

  @Test
  void resetsAreResetsAndNotEnds() throws IOException {
    try (Wire wire = Wire.to(lab.uri(Scenario.RESET_EARLY))) {
      wire.sendRequest("GET", "/reset-early");
      assertThatThrownBy(wire::readAll).isInstanceOf(SocketException.class);
    }
    try (Wire wire = Wire.to(lab.uri(Scenario.RESET_MID))) {
      wire.sendRequest("GET", "/reset-mid");
      assertThatThrownBy(wire::readAll).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void anIdleConnectionIsClosedAfterAWhile() throws IOException {
    try (Wire wire = Wire.to(lab.uri(Scenario.KEEP_ALIVE_THEN_CLOSE))) {
      long start = System.nanoTime();
      Wire.Reply reply = wire.request("GET");
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.field("Connection")).isNull();
      assertThat(wire.read()).isEqualTo(-1);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(95));
    }
    try (Wire wire = Wire.to(lab.uri(Scenario.KEEP_ALIVE_THEN_CLOSE))) {
      wire.sendRequest("GET", "/ka-then-close?ms=5000");
      assertThat(wire.reply("GET").status()).isEqualTo(200);
      wire.sendRequest("GET", "/small");
      assertThat(wire.reply("GET").status()).isEqualTo(200);
    }
  }

  @Test
  void aStaleConnectionAnswersOnceOnly() throws IOException {
    for (int connection = 0; connection < 2; connection++) {
      try (Wire wire = Wire.to(lab.uri(Scenario.STALE))) {
        assertThat(wire.request("GET").status()).isEqualTo(200);
        wire.sendRequest("GET", "/stale");
        assertThat(wire.read()).isEqualTo(-1);
      }
    }
  }
}
