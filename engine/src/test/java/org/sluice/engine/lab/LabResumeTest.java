package org.sluice.engine.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Files whose resuming has a catch, on the wire.
class LabResumeTest extends LabTestBase {
  private static final int MIB = 1 << 20;
  private static final String TAG = "If-Range: \"lab-1048576\"";

  private static Wire.Reply get(Scenario scenario, String... fields) throws IOException {
    return Wire.get(lab.uri(scenario), fields);
  }

  static void isLab(byte[] body, long offset) throws IOException {
    assertThat(LabBytes.firstDifference(new ByteArrayInputStream(body), offset)).isEqualTo(-1);
  }

  private static void isPart(Wire.Reply reply, long from, long to) throws IOException {
    assertThat(reply.status()).isEqualTo(206);
    assertThat(reply.field("Content-Range")).startsWith("bytes " + from + "-" + (to - 1) + "/");
    assertThat(reply.body()).hasSize((int) (to - from));
    isLab(reply.body(), from);
  }

  @ParameterizedTest
  @EnumSource(
      value = Scenario.class,
      names = {
        "WEAK_ETAG", "LAST_MODIFIED", "IF_RANGE_BROKEN", "RANGES_CLAIMED", "WRONG_TOTAL",
        "NO_CONTENT_RANGE", "LONGER_RANGE", "SHORTER_RANGE", "MULTIPART", "RANGE_416"
      })
  void withoutARangeTheWholeFileComes(Scenario scenario) throws IOException {
    Wire.Reply reply = get(scenario);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.field("Accept-Ranges")).isEqualTo("bytes");
    assertThat(reply.body()).hasSize(MIB);
    isLab(reply.body(), 0);
  }

  @Test
  void validatorsOfOneKind() throws IOException {
    Wire.Reply weak = get(Scenario.WEAK_ETAG, "Range: bytes=5-9");
    isPart(weak, 5, 10);
    assertThat(weak.field("ETag")).isEqualTo("W/\"lab-weak\"");
    assertThat(get(Scenario.WEAK_ETAG, "Range: bytes=5-9", "If-Range: W/\"lab-weak\"").status())
        .isEqualTo(200);

    Wire.Reply dated = get(Scenario.LAST_MODIFIED, "Range: bytes=5-9");
    isPart(dated, 5, 10);
    assertThat(dated.field("ETag")).isNull();
    String ifRange = "If-Range: " + dated.field("Last-Modified");
    isPart(get(Scenario.LAST_MODIFIED, "Range: bytes=5-9", ifRange), 5, 10);
    assertThat(
            get(
                    Scenario.LAST_MODIFIED,
                    "Range: bytes=5-9",
                    "If-Range: Thu, 01 Jan 2026 00:00:01 GMT")
                .status())
        .isEqualTo(200);
  }

  @Test
  void ifRangeIsAnsweredByEverythingAlthoughItHolds() throws IOException {
    Wire.Reply all = get(Scenario.IF_RANGE_BROKEN, "Range: bytes=5-9", TAG);
    assertThat(all.status()).isEqualTo(200);
    assertThat(all.field("ETag")).isEqualTo("\"lab-1048576\"");
    isPart(get(Scenario.IF_RANGE_BROKEN, "Range: bytes=5-9"), 5, 10);
  }

  @Test
  void claimedRangesNeverCome() throws IOException {
    assertThat(get(Scenario.RANGES_CLAIMED, "Range: bytes=5-9").status()).isEqualTo(200);
  }

  @Test
  void aPartOfAFileThatIsTooLong() throws IOException {
    Wire.Reply reply = get(Scenario.WRONG_TOTAL, "Range: bytes=5-9", TAG);
    isPart(reply, 5, 10);
    assertThat(reply.field("Content-Range")).isEqualTo("bytes 5-9/1049576");
  }

  @Test
  void aPartThatSaysNotWhich() throws IOException {
    Wire.Reply reply = get(Scenario.NO_CONTENT_RANGE, "Range: bytes=5-9");
    assertThat(reply.status()).isEqualTo(206);
    assertThat(reply.field("Content-Range")).isNull();
    assertThat(reply.body()).hasSize(5);
  }

  @Test
  void partsWithAnotherEnd() throws IOException {
    isPart(get(Scenario.LONGER_RANGE, "Range: bytes=1000000-1000009"), 1_000_000, MIB);
    isPart(get(Scenario.SHORTER_RANGE, "Range: bytes=1000-"), 1_000, 1_000 + 65_536);
    isPart(get(Scenario.SHORTER_RANGE, "Range: bytes=1000-1009"), 1_000, 1_010);
  }

  @Test
  void severalPartsInOneBody() throws IOException {
    Wire.Reply reply = get(Scenario.MULTIPART, "Range: bytes=5-9");
    assertThat(reply.status()).isEqualTo(206);
    assertThat(reply.field("Content-Type")).startsWith("multipart/byteranges; boundary=");
    assertThat(new String(reply.body(), StandardCharsets.ISO_8859_1))
        .contains("Content-Range: bytes 5-9/1048576\r\n")
        .endsWith("\r\n--lab-boundary--\r\n");
  }

  @Test
  void aPartOfACompressedBody() throws IOException {
    Wire.Reply whole = get(Scenario.RANGE_ENCODED);
    assertThat(whole.field("Content-Encoding")).isEqualTo("gzip");
    byte[] text = new GZIPInputStream(new ByteArrayInputStream(whole.body())).readAllBytes();
    assertThat(new String(text, StandardCharsets.US_ASCII)).startsWith("line 1\nline 2\n");
    Wire.Reply part = get(Scenario.RANGE_ENCODED, "Range: bytes=1-");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.field("Content-Encoding")).isEqualTo("gzip");
    assertThat(part.body()).hasSize(whole.body().length - 1);
  }

  @Test
  void nothingThereOrNothingMore() throws IOException {
    Wire.Reply never = get(Scenario.RANGE_416, "Range: bytes=0-");
    assertThat(never.status()).isEqualTo(416);
    assertThat(never.field("Content-Range")).isEqualTo("bytes */1048576");
    Wire.Reply complete = get(Scenario.MIB_1, "Range: bytes=1048576-");
    assertThat(complete.status()).isEqualTo(416);
    assertThat(complete.field("Content-Range")).isEqualTo("bytes */1048576");
    assertThat(Wire.get(lab.http("/bytes/0"), "Range: bytes=0-").field("Content-Range"))
        .isEqualTo("bytes */0");
  }

  @ParameterizedTest
  @CsvSource({
    "/unknown-size, 0-, 200, 0",
    "/unknown-size, 1000000-, 200, 0",
    "/unknown-size-ranges, 1000000-, 206, 1000000",
    "/unknown-size-ranges, 0-, 206, 0"
  })
  void aFileOfWhichNobodySaysHowLongItIs(String path, String range, int status, int from)
      throws IOException {
    Wire.Reply reply = Wire.get(lab.http(path), "Range: bytes=" + range, "Connection: close");
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.field("Content-Length")).isNull();
    assertThat(reply.field("Transfer-Encoding")).isEqualTo("chunked");
    if (status == 206) {
      assertThat(reply.field("Content-Range")).isEqualTo("bytes " + from + "-1048575/*");
    }
    byte[] body = unchunked(reply.body());
    assertThat(body).hasSize(MIB - from);
    isLab(body, from);
  }

  @Test
  void beyondTheEndOfAFileOfUnknownLength() throws IOException {
    Wire.Reply reply = get(Scenario.UNKNOWN_SIZE_RANGES, "Range: bytes=1048576-");
    assertThat(reply.status()).isEqualTo(416);
  }

  private static byte[] unchunked(byte[] chunks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = 0;
    while (true) {
      int end = at;
      while (chunks[end] != '\r') {
        end++;
      }
      int size = Integer.parseInt(new String(chunks, at, end - at, StandardCharsets.US_ASCII), 16);
      if (size == 0) {
        assertThat(chunks).hasSize(end + 4);
        return out.toByteArray();
      }
      out.write(chunks, end + 2, size);
      at = end + 2 + size + 2;
    }
  }

  @Test
  void aConnectionThatBringsOnlySoMuch() throws IOException {
    for (String reset : new String[] {"0", "1"}) {
      String target = "/cut?size=100k&every=30k&reset=" + reset;
      try (Wire wire = Wire.to(lab.http(target))) {
        wire.sendRequest("GET", target, "Range: bytes=50000-");
        Wire.Head head = wire.head();
        assertThat(head.status()).isEqualTo(206);
        assertThat(head.field("Content-Length")).isEqualTo("52400");
        if (reset.equals("0")) {
          byte[] body = wire.readAll();
          assertThat(body).hasSize(30 << 10);
          isLab(body, 50_000);
        }
      }
      isPart(Wire.get(lab.http(target), "Range: bytes=80000-"), 80_000, 102_400);
    }
  }

  @Test
  void aSlowFileHasPartsToo() throws IOException {
    isPart(
        Wire.get(lab.http("/throttled?size=1m&rate=1m"), "Range: bytes=1040000-"), 1_040_000, MIB);
    long start = System.nanoTime();
    isPart(Wire.get(lab.http("/bytes/1m?rate=200k"), "Range: bytes=0-102399"), 0, 102_400);
    assertThat(System.nanoTime() - start).isGreaterThan(490_000_000L);
  }
}
