package org.sluice.app.curl.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.app.curl.CurlCommand;

/// `-v`, `--trace` and their friends: what is wanted, and how it looks.
class TraceTest {
  private static final Tracer.Ids IDS = new Tracer.Ids(0, -1);

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "http://h/ | NONE | - | false | false",
        "-v http://h/ | PLAIN | - | false | false",
        "-v -v http://h/ | PLAIN | - | false | false",
        "-vv http://h/ | PLAIN | - | true | true",
        "-vvv http://h/ | TEXT | - | true | true",
        "--trace f http://h/ | BYTES | f | false | false",
        "--trace-ascii % http://h/ | TEXT | - | false | false",
        "--trace f -v http://h/ | PLAIN | - | false | false",
        "-v --trace-ascii f http://h/ | TEXT | f | false | false",
        "--trace f --no-verbose http://h/ | NONE | - | false | false",
        "-v --trace-time http://h/ | PLAIN | - | true | false",
        "-v --trace-ids http://h/ | PLAIN | - | false | true",
        "-v --trace-config all http://h/ | PLAIN | - | true | true",
        "-v --trace-config ids,-time,http/2 http://h/ | PLAIN | - | false | true",
        "-v --trace-config all,-ids http://h/ | PLAIN | - | true | false",
      })
  void readsWhatIsWanted(
      String line, TraceSettings.Form form, String file, boolean time, boolean ids)
      throws Exception {
    TraceSettings settings = TraceSettings.of(CurlCommand.parse("curl " + line));
    assertThat(settings).isEqualTo(new TraceSettings(form, file, time, ids));
  }

  @Test
  void showsBytesSixteenALine() {
    byte[] data = "GET / HTTP/1.1\r\nA: \u00e4\r\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(TraceText.bytes(data))
        .isEqualTo(
            """
            0000: 47 45 54 20 2f 20 48 54 54 50 2f 31 2e 31 0d 0a GET / HTTP/1.1..
            0010: 41 3a 20 e4 0d 0a                               A: ...
            """);
  }

  @Test
  void showsTextLineByLine() {
    String data = "GET / HTTP/1.1\r\nA: b\r\n\r\n" + "x".repeat(64) + "\r\n" + "y".repeat(70);
    assertThat(TraceText.text(data.getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(
            "0000: GET / HTTP/1.1\n0010: A: b\n0016: \n0018: "
                + "x".repeat(64)
                + "\n005a: "
                + "y".repeat(64)
                + "\n009a: yyyyyy\n");
  }

  private Tracer tracer(TraceSettings settings, boolean terminal) {
    Place place =
        new Place(
            folder,
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal,
            Map.of());
    return new Tracer(settings, place, place.err(), () -> Instant.parse("2026-11-23T03:04:05.6Z"));
  }

  private static void tell(Tracer tracer) {
    tracer.info(IDS, "Connected");
    tracer.head(IDS, Tracer.Kind.HEAD_OUT, "GET / HTTP/1.1\r\n\r\n");
    tracer.head(IDS, Tracer.Kind.HEAD_IN, "HTTP/1.1 200 OK\r\n\r\n");
    for (String piece : List.of("ab", "cd")) {
      ByteBuffer bytes = ByteBuffer.wrap(piece.getBytes(StandardCharsets.US_ASCII));
      tracer.data(IDS, Tracer.Kind.DATA_IN, bytes);
      assertThat(bytes.remaining()).isEqualTo(2);
    }
    tracer.close();
  }

  @Test
  void plainlyTellsHeadsAndTheSizeOfBodies() {
    tell(tracer(new TraceSettings(TraceSettings.Form.PLAIN, null, false, true), false));
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            [0-x] * Connected
            [0-x] > GET / HTTP/1.1
            [0-x] >\s
            [0-x] < HTTP/1.1 200 OK
            [0-x] <\s
            [0-x] { [2 bytes data]
            """);
  }

  @Test
  void aTerminalShowsTheBodyItself() {
    tell(tracer(new TraceSettings(TraceSettings.Form.PLAIN, null, false, false), true));
    assertThat(err.toString(StandardCharsets.UTF_8)).endsWith("< \n").doesNotContain("bytes data");
  }

  @Test
  void writesItsOwnFile() throws Exception {
    tell(tracer(new TraceSettings(TraceSettings.Form.TEXT, "log", true, false), false));
    assertThat(Files.readString(folder.resolve("log")).replaceAll("(?m)^\\d\\d:\\d\\d:05", "T:05"))
        .isEqualTo(
            """
            T:05.600000 * Connected
            T:05.600000 => Send header, 18 bytes (0x12)
            0000: GET / HTTP/1.1
            0010:\s
            T:05.600000 <= Recv header, 17 bytes (0x11)
            0000: HTTP/1.1 200 OK
            T:05.600000 <= Recv header, 2 bytes (0x2)
            0000:\s
            T:05.600000 <= Recv data, 2 bytes (0x2)
            0000: ab
            T:05.600000 <= Recv data, 2 bytes (0x2)
            0000: cd
            """);
    assertThat(err.size()).isZero();
  }

  @Test
  void aFileThatCannotBeMadeIsNoReasonToKeepSilent() {
    tell(tracer(new TraceSettings(TraceSettings.Form.BYTES, "none/log", false, false), false));
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("* Connected\n=> Send header");
  }

  @Test
  void tellsNothingUnasked() {
    tell(tracer(TraceSettings.NONE, false));
    tell(tracer(new TraceSettings(TraceSettings.Form.PLAIN, "-", false, false), false));
    assertThat(err.size()).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("* Connected\n> GET");
  }
}
