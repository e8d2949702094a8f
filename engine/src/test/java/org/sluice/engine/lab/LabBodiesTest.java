package org.sluice.engine.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class LabBodiesTest extends LabTestBase {

  private static void fiveChunks(Wire wire) throws IOException {
    for (int chunk = 0; chunk < 5; chunk++) {
      assertThat(wire.line()).isEqualTo("3e8");
      byte[] bytes = wire.read(1_000);
      assertThat(LabBytes.firstDifference(new ByteArrayInputStream(bytes), chunk * 1_000L))
          .isEqualTo(-1);
      assertThat(wire.line()).isEmpty();
    }
    assertThat(wire.line()).isEqualTo("0");
  }

  @Test
  void chunkedSendsFiveChunksWithGapsAndKeepsTheConnection() throws IOException {
    try (Wire wire = Wire.to(lab.uri(Scenario.CHUNKED))) {
      long start = System.nanoTime();
      wire.sendRequest("GET", "/chunked");
      Wire.Head head = wire.head();
      assertThat(head.field("Transfer-Encoding")).isEqualTo("chunked");
      assertThat(head.field("Content-Length")).isNull();
      fiveChunks(wire);
      assertThat(wire.line()).isEmpty();
      assertThat(System.nanoTime() - start).isGreaterThan(290_000_000L);
      wire.sendRequest("GET", "/small");
      assertThat(wire.reply("GET").status()).isEqualTo(200);
    }
  }

  @Test
  void trailersComeAfterTheLastChunk() throws IOException {
    try (Wire wire = Wire.to(lab.uri(Scenario.CHUNKED_TRAILERS))) {
      wire.sendRequest("GET", "/chunked-trailers?ms=0");
      assertThat(wire.head().field("Trailer")).isEqualTo("X-Lab-Sum, X-Lab-End");
      fiveChunks(wire);
      assertThat(wire.line()).isEqualTo("X-Lab-Sum: 5000");
      assertThat(wire.line()).isEqualTo("X-Lab-End: yes");
      assertThat(wire.line()).isEmpty();
    }
  }

  @Test
  void untilCloseAndHttp10EndWithTheConnection() throws IOException {
    Wire.Reply open = Wire.get(lab.uri(Scenario.UNTIL_CLOSE));
    assertThat(open.field("Content-Length")).isNull();
    assertThat(open.field("Transfer-Encoding")).isNull();
    assertThat(open.body()).hasSize(5_000);
    Wire.Reply old = Wire.get(lab.uri(Scenario.HTTP10));
    assertThat(old.head().start()).startsWith("HTTP/1.0 200");
    assertThat(old.body()).hasSize(5_000);
  }

  @Test
  void gzipUnpacksAndItsBrokenBrotherDoesNot() throws IOException {
    Wire.Reply reply = Wire.get(lab.uri(Scenario.GZIP));
    assertThat(reply.field("Content-Encoding")).isEqualTo("gzip");
    byte[] text = new GZIPInputStream(new ByteArrayInputStream(reply.body())).readAllBytes();
    assertThat(new String(text, StandardCharsets.US_ASCII)).endsWith("line 5000\n");
    Wire.Reply broken = Wire.get(lab.uri(Scenario.GZIP_BROKEN));
    assertThat(broken.field("Content-Encoding")).isEqualTo("gzip");
    assertThat(broken.body()).isEqualTo(Arrays.copyOf(reply.body(), reply.body().length / 2));
  }

  @Test
  void answersWithoutABodyLeaveTheConnectionInOrder() throws IOException {
    try (Wire wire = Wire.to(lab.uri(Scenario.NO_CONTENT))) {
      assertThat(wire.request("GET").status()).isEqualTo(204);
      wire.sendRequest("GET", "/304");
      assertThat(wire.reply("GET").status()).isEqualTo(304);
      wire.sendRequest("GET", "/small");
      assertThat(wire.reply("GET").text()).isEqualTo("hello, world\n");
    }
  }

  @Test
  void earlyHeadsComeBeforeTheAnswer() throws IOException {
    try (Wire wire = Wire.to(lab.uri(Scenario.EARLY))) {
      wire.sendRequest("GET", "/early");
      assertThat(wire.head().status()).isEqualTo(100);
      assertThat(wire.head().status()).isEqualTo(103);
      assertThat(wire.reply("GET").text()).isEqualTo("hello, world\n");
    }
  }

  @Test
  void uploadsMeetThreeKindsOfServer() throws IOException {
    try (Wire wire = Wire.to(lab.uri(Scenario.POST_CONTINUE))) {
      wire.sendRequest("POST", "/post100", "Content-Length: 5", "Expect: 100-continue");
      assertThat(wire.head().status()).isEqualTo(100);
      wire.send("12345");
      assertThat(wire.reply("POST").text()).isEqualTo("ok");
      wire.sendRequest("POST", "/postno100", "Content-Length: 5", "Expect: 100-continue");
      wire.send("12345");
      assertThat(wire.reply("POST").text()).isEqualTo("ok");
      wire.sendRequest("POST", "/post417", "Content-Length: 5", "Expect: 100-continue");
      Wire.Reply refused = wire.reply("POST");
      assertThat(refused.status()).isEqualTo(417);
      assertThat(refused.field("Connection")).isEqualTo("close");
      assertThat(wire.read()).isEqualTo(-1);
    }
  }

  @Test
  void requestBodiesAreTakenAwayBeforeTheNextRequest() throws IOException {
    try (Wire wire = Wire.to(lab.uri(Scenario.SMALL))) {
      wire.sendRequest("POST", "/small", "Content-Length: 5");
      wire.send("GET /");
      assertThat(wire.reply("POST").status()).isEqualTo(200);
      wire.sendRequest("PUT", "/small", "Transfer-Encoding: chunked");
      wire.send("4;a=b\r\nGET \r\n1\r\n/\r\n0\r\nTrailer: x\r\n\r\n");
      assertThat(wire.reply("PUT").status()).isEqualTo(200);
      wire.sendRequest("POST", "/small", "Content-Length: 2", "Expect: 100-continue");
      assertThat(wire.head().status()).isEqualTo(100);
      wire.send("ab");
      assertThat(wire.reply("POST").status()).isEqualTo(200);
    }
  }
}
