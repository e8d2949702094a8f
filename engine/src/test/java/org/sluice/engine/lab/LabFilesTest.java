package org.sluice.engine.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabFilesTest extends LabTestBase {

  @Test
  void smallHasThirteenBytesAndKeepsTheConnection() throws IOException {
    try (Wire wire = Wire.to(lab.uri(Scenario.SMALL))) {
      assertThat(wire.request("GET").text()).isEqualTo("hello, world\n");
      Wire.Reply second = wire.request("GET");
      assertThat(second.text()).isEqualTo("hello, world\n");
      assertThat(second.field("Connection")).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/100k, 102400",
    "/600k, 614400",
    "/1m, 1048576",
    "/10m, 10485760",
    "/bytes/0, 0",
    "/bytes/1, 1",
    "/bytes/123457, 123457",
    "/bytes/3k, 3072",
    "/files/disk.iso?size=3k, 3072",
    "/throttled/disk.iso?size=3k&rate=1g, 3072"
  })
  void filesHaveTheirSizeAndTheGeneratedBytes(String path, int size) throws IOException {
    Wire.Reply reply = Wire.get(lab.http(path));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).hasSize(size);
    assertThat(LabBytes.firstDifference(new ByteArrayInputStream(reply.body()), 0)).isEqualTo(-1);
    assertThat(reply.field("ETag")).isEqualTo("\"lab-" + size + "\"");
    assertThat(reply.field("Accept-Ranges")).isEqualTo("bytes");
  }

  @Test
  void headSaysTheSizeAndSendsNothing() throws IOException {
    try (Wire wire = Wire.to(lab.uri(Scenario.GIB_1))) {
      Wire.Reply reply = wire.request("HEAD");
      assertThat(reply.field("Content-Length")).isEqualTo("1073741824");
      assertThat(wire.request("HEAD").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0-0, 0, 1",
    "100-199, 100, 100",
    "1048000-, 1048000, 576",
    "-10, 1048566, 10",
    "1000000-9999999, 1000000, 48576",
    "-9999999, 0, 1048576"
  })
  void aRangeGivesExactlyThosePart(String range, long from, int length) throws IOException {
    Wire.Reply reply = Wire.get(lab.http("/1m"), "Range: bytes=" + range);
    assertThat(reply.status()).isEqualTo(206);
    assertThat(reply.body()).hasSize(length);
    assertThat(reply.field("Content-Range"))
        .isEqualTo("bytes " + from + "-" + (from + length - 1) + "/1048576");
    assertThat(LabBytes.firstDifference(new ByteArrayInputStream(reply.body()), from))
        .isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1048576-", "99999999-", "-0"})
  void aRangeBehindTheEndIsUnsatisfiable(String range) throws IOException {
    Wire.Reply reply = Wire.get(lab.http("/1m"), "Range: bytes=" + range);
    assertThat(reply.status()).isEqualTo(416);
    assertThat(reply.field("Content-Range")).isEqualTo("bytes */1048576");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=5-4", "bytes=-", "lines=1-2", "bytes=0-1,5-6", "bytes=a-b"})
  void aRangeThatIsNotUnderstoodGivesTheWhole(String range) throws IOException {
    Wire.Reply reply = Wire.get(lab.http("/bytes/1000"), "Range: " + range);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).hasSize(1_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"lab-1000\"|206",
        "\"other\"|200",
        "W/\"lab-1000\"|200",
        "Thu, 01 Jan 2026 00:00:00 GMT|206",
        "Fri, 02 Jan 2026 00:00:00 GMT|200"
      })
  void ifRangeDecidesBetweenPartAndWhole(String validator, int status) throws IOException {
    Wire.Reply reply =
        Wire.get(lab.http("/bytes/1000"), "Range: bytes=500-", "If-Range: " + validator);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body()).hasSize(status == 206 ? 500 : 1_000);
  }

  @Test
  void aKnownFileIsNotSentAgain() throws IOException {
    assertThat(Wire.get(lab.http("/1m"), "If-None-Match: \"lab-1048576\"").status()).isEqualTo(304);
    assertThat(Wire.get(lab.http("/1m"), "If-None-Match: \"other\"").status()).isEqualTo(200);
    assertThat(
            Wire.get(lab.http("/1m"), "If-Modified-Since: Thu, 01 Jan 2026 00:00:00 GMT").status())
        .isEqualTo(304);
  }

  @Test
  void filesWithACatch() throws IOException {
    Wire.Reply noRanges = Wire.get(lab.uri(Scenario.NO_RANGES), "Range: bytes=5-9");
    assertThat(noRanges.status()).isEqualTo(200);
    assertThat(noRanges.field("Accept-Ranges")).isEqualTo("none");

    Wire.Reply noEtag = Wire.get(lab.uri(Scenario.NO_ETAG), "Range: bytes=5-9");
    assertThat(noEtag.status()).isEqualTo(206);
    assertThat(noEtag.field("ETag")).isNull();
    assertThat(noEtag.field("Last-Modified")).isNull();

    String etag = Wire.get(lab.uri(Scenario.CHANGING), "Range: bytes=0-9").field("ETag");
    Wire.Reply later =
        Wire.get(lab.uri(Scenario.CHANGING), "Range: bytes=10-", "If-Range: " + etag);
    assertThat(later.status()).isEqualTo(200);
    assertThat(later.field("ETag")).isNotEqualTo(etag);

    Wire.Reply wrong = Wire.get(lab.uri(Scenario.WRONG_RANGE), "Range: bytes=5000-");
    assertThat(wrong.status()).isEqualTo(206);
    assertThat(wrong.field("Content-Range")).isEqualTo("bytes 0-999/1048576");
  }

  @Test
  void echoSendsTheHeadBack() throws IOException {
    Wire.Reply reply = Wire.get(lab.http("/echo?a=b"), "X-Own: value", "Range: bytes=1-2");
    assertThat(reply.text())
        .isEqualTo(
            "GET /echo?a=b HTTP/1.1\r\nHost: lab\r\nX-Own: value\r\nRange: bytes=1-2\r\n\r\n");
  }

  @Test
  void theIndexNamesEveryScenarioWithItsSentence() throws IOException {
    Wire.Reply page = Wire.get(lab.http("/"));
    assertThat(page.field("Content-Type")).startsWith("text/html");
    for (Scenario scenario : Scenario.values()) {
      if (lab.supports(scenario.origin())) {
        assertThat(page.text()).contains(">" + scenario.label() + "</a>");
        assertThat(page.text()).contains(scenario.purpose());
      }
    }
  }

  @Test
  void anUnknownPathAndABadSizeAreSaid() throws IOException {
    assertThat(Wire.get(lab.http("/nothing-here")).status()).isEqualTo(404);
    assertThat(Wire.get(lab.http("/bytes/many")).status()).isEqualTo(400);
    assertThat(Wire.get(lab.http("/bytes/-5")).status()).isEqualTo(400);
    assertThat(Wire.get(lab.http("/drip?bytes=x")).status()).isEqualTo(400);
  }
}
