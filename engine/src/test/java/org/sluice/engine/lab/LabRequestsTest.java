package org.sluice.engine.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The lab is strict with requests, so that a fault of ours shows here first.
class LabRequestsTest extends LabTestBase {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|GET /small~~",
        "400|GET  /small HTTP/1.1~Host: a~~",
        "400|GET /small HTTP/1.1 ~Host: a~~",
        "505|GET /small HTTP/2.0~Host: a~~",
        "400|G(T /small HTTP/1.1~Host: a~~",
        "400|GET small HTTP/1.1~Host: a~~",
        "400|GET /small HTTP/1.1~~",
        "400|GET /small HTTP/1.1~Host: a~Host: b~~",
        "400|GET /small HTTP/1.1~Host: a~Bad Name: b~~",
        "400|GET /small HTTP/1.1~Host: a~Name : b~~",
        "400|GET /small HTTP/1.1~Host: a~ folded~~",
        "400|GET /small HTTP/1.1~Host: a~no colon~~",
        "400|POST /small HTTP/1.1~Host: a~Content-Length: 1~Content-Length: 1~~a",
        "400|POST /small HTTP/1.1~Host: a~Content-Length: 1~Transfer-Encoding: chunked~~a",
        "400|POST /small HTTP/1.1~Host: a~Content-Length: +1~~a",
        "501|POST /small HTTP/1.1~Host: a~Transfer-Encoding: gzip~~a",
        "400|POST /small HTTP/1.1~Host: a~Transfer-Encoding: chunked~~xyz~",
        "400|POST /small HTTP/1.1~Host: a~Transfer-Encoding: chunked~~1~ab~"
      })
  void aRequestOutOfOrderIsRefusedAndTheConnectionClosed(int status, String request)
      throws IOException {
    try (Wire wire = Wire.to(lab.http("/small"))) {
      wire.send(request.replace("~", "\r\n"));
      Wire.Reply reply = wire.reply("GET");
      assertThat(reply.status()).as(reply.text()).isEqualTo(status);
      assertThat(reply.field("Connection")).isEqualTo("close");
      assertThat(wire.read()).isEqualTo(-1);
    }
  }

  @Test
  void aBareLineFeedIsRefused() throws IOException {
    try (Wire wire = Wire.to(lab.http("/small"))) {
      wire.send("GET /small HTTP/1.1\nHost: a\n\n");
      assertThat(wire.reply("GET").status()).isEqualTo(400);
    }
  }

  @Test
  void aHeadOfMoreThan64KiBIsRefused() throws IOException {
    try (Wire wire = Wire.to(lab.http("/small"))) {
      wire.sendRequest("GET", "/small", "X: " + "x".repeat(60 << 10));
      assertThat(wire.reply("GET").status()).isEqualTo(200);
      wire.sendRequest("GET", "/small", "X: " + "x".repeat(64 << 10));
      assertThat(wire.reply("GET").status()).isEqualTo(431);
    }
  }

  @Test
  void aRequestMayComeByteByByteAndAfterEmptyLines() throws IOException {
    try (Wire wire = Wire.to(lab.http("/small"))) {
      for (char sign : "\r\nGET http://lab/small HTTP/1.1\r\nHost: lab\r\n\r\n".toCharArray()) {
        wire.send(String.valueOf(sign));
      }
      assertThat(wire.reply("GET").text()).isEqualTo("hello, world\n");
    }
  }

  @Test
  void http10AndConnectionCloseEndAfterTheAnswer() throws IOException {
    try (Wire wire = Wire.to(lab.http("/small"))) {
      wire.send("GET /small HTTP/1.0\r\n\r\n");
      assertThat(wire.reply("GET").field("Connection")).isEqualTo("close");
      assertThat(wire.read()).isEqualTo(-1);
    }
    try (Wire wire = Wire.to(lab.http("/small"))) {
      assertThat(wire.request("GET", "Connection: close").field("Connection")).isEqualTo("close");
      assertThat(wire.read()).isEqualTo(-1);
    }
  }
}
