package org.sluice.engine.http1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.ResponseSource;
import org.sluice.engine.request.AnswerRules;
import org.sluice.engine.request.DecodeOptions;

/// What curl reads and the strict parser does not, in one piece and cut at every byte.
class LaxParserTest {
  private static final LaxReading PLAIN = reading(AnswerRules.LAX, false);

  private static LaxReading reading(AnswerRules rules, boolean asksOnTheWay) {
    return new LaxReading(rules, DecodeOptions.NONE.withAsksOnTheWay(asksOnTheWay), false, false);
  }

  /// In short: status and length of each head, the body, how it ended, and whether the connection may
  /// be used again.
  private static String read(LaxReading reading, boolean closes, byte[]... pieces) {
    LaxParser parser = new LaxParser(reading);
    StringBuilder seen = new StringBuilder();
    StringBuilder body = new StringBuilder();
    try {
      ResponseSource.Event last = ResponseSource.Event.MORE;
      for (byte[] piece : pieces) {
        last = take(parser, ByteBuffer.wrap(piece), seen, body);
      }
      if (last == ResponseSource.Event.MORE && closes) {
        last = parser.eof();
      }
      seen.append(show(body)).append(' ').append(last);
      for (Headers.Field field : parser.trailers().fields()) {
        seen.append(' ').append(field.name()).append('=').append(field.value());
      }
    } catch (TransferException e) {
      seen.append(show(body)).append(' ').append(e.code());
    }
    return seen.append(parser.orderly() ? "" : " once").toString().strip();
  }

  private static ResponseSource.Event take(
      LaxParser parser, ByteBuffer input, StringBuilder seen, StringBuilder body)
      throws TransferException {
    while (true) {
      ResponseSource.Event event = parser.next(input);
      switch (event) {
        case HEAD ->
            seen.append(parser.head().status())
                .append('/')
                .append(parser.head().contentLength())
                .append(' ');
        case BODY -> body.append(StandardCharsets.ISO_8859_1.decode(parser.body()));
        case MORE, END, EARLY_EOF -> {
          return event;
        }
      }
    }
  }

  private static String show(CharSequence text) {
    return "[" + text.toString().replace("\r", "\\r").replace("\n", "\\n") + "]";
  }

  private static byte[] bytes(String text) {
    return text.replace("\\r", "\r")
        .replace("\\n", "\n")
        .replace("\\t", "\t")
        .replace("\\0", "\0")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void check(LaxReading reading, boolean closes, String text, String expected) {
    byte[] all = bytes(text);
    assertThat(read(reading, closes, all)).as(text).isEqualTo(expected);
    for (int cut = 1; cut < all.length; cut++) {
      byte[] first = Arrays.copyOf(all, cut);
      byte[] second = Arrays.copyOfRange(all, cut, all.length);
      assertThat(read(reading, closes, first, second))
          .as("%s cut at %s", text, cut)
          .isEqualTo(expected);
    }
    byte[][] single = new byte[all.length][];
    for (int i = 0; i < all.length; i++) {
      single[i] = new byte[] {all[i]};
    }
    assertThat(read(reading, closes, single)).as("%s byte by byte", text).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // what is in order, and keeps the connection
        "Content-Length: 3\\r\\n\\r\\nabc | 200/3 [abc] END",
        "Content-Length: 0\\r\\n\\r\\n | 200/0 [] END",
        "Transfer-Encoding: chunked\\r\\n\\r\\n3;x=y\\r\\nabc\\r\\n0\\r\\nT: u\\r\\n\\r\\n"
            + " | 200/-1 [abc] END T=u",
        "Transfer-Encoding: chunked\\r\\nContent-Length: 0\\r\\n\\r\\n3\\r\\nabc\\r\\n0\\r\\n\\r\\n"
            + " | 200/-1 [abc] END",
        // lines of chunks without CR
        "Transfer-Encoding: chunked\\r\\n\\r\\n3\\nabc\\n0\\n\\n | 200/-1 [abc] END once",
        "Transfer-Encoding: chunked\\r\\n\\r\\n3\\nabc\\n0\\nT: u\\n\\n | 200/-1 [abc] END T=u once",
        "Transfer-Encoding: chunked\\r\\n\\r\\n3\\r\\nabc\\n0\\r\\n\\r\\n | 200/-1 [abc] END once",
        // bad chunks
        "Transfer-Encoding: chunked\\r\\n\\r\\n2\\r\\nab\\r\\nX\\r\\n | 200/-1 [ab] RECV_ERROR",
        "Transfer-Encoding: chunked\\r\\n\\r\\n2\\r\\nabc | 200/-1 [ab] RECV_ERROR",
        "Transfer-Encoding: chunked\\r\\n\\r\\n12345678123456789\\r\\na | 200/-1 [] RECV_ERROR",
        "Transfer-Encoding: chunked\\r\\n\\r\\n8000000000000000\\r\\na | 200/-1 [] RECV_ERROR",
        "Transfer-Encoding: chunked\\r\\n\\r\\n-1\\r\\na | 200/-1 [] RECV_ERROR",
        "Transfer-Encoding: chunked\\r\\n\\r\\n0\\r\\nT: \\0\\r\\n\\r\\n | 200/-1 [] WEIRD_SERVER_REPLY",
        "Transfer-Encoding: chunked\\r\\n\\r\\n0\\r\\nnone\\r\\n\\r\\n | 200/-1 [] WEIRD_SERVER_REPLY",
        // codings
        "Transfer-Encoding: chunked, chunked\\r\\n\\r\\n1\\r\\na\\r\\n0\\r\\n\\r\\n"
            + " | 200/-1 [a] END once",
        "Transfer-Encoding: chunked\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n"
            + " | 200/-1 [] END once",
        "Transfer-Encoding: identity, identity\\r\\nContent-Length: 1\\r\\n\\r\\na"
            + " | 200/1 [a] END once",
        "Transfer-Encoding: chunked, identity\\r\\n\\r\\n | [] BAD_CONTENT_ENCODING once",
        "Transfer-Encoding: gzip, chunked\\r\\n\\r\\n | [] BAD_CONTENT_ENCODING once",
        "Transfer-Encoding: identityx\\r\\n\\r\\n | [] BAD_CONTENT_ENCODING once",
        // lengths
        "Content-Length: 2,02,2\\r\\nContent-Length: 2,   2\\r\\n\\r\\nab | 200/2 [ab] END once",
        "Content-Length: 2\\r\\nContent-Length: 3\\r\\n\\r\\nab | [] WEIRD_SERVER_REPLY once",
        "Content-Length: 2, 3\\r\\n\\r\\nab | [] WEIRD_SERVER_REPLY once",
        "Content-Length: -6\\r\\n\\r\\nab | [] WEIRD_SERVER_REPLY",
        "Content-Length: +6\\r\\n\\r\\nab | [] WEIRD_SERVER_REPLY",
        "Content-Length: 6 7\\r\\n\\r\\nab | [] WEIRD_SERVER_REPLY",
        "Content-Length: \\r\\n\\r\\nab | [] WEIRD_SERVER_REPLY",
        "Content-Length: 36893488147419103232\\r\\n\\r\\nabc | 200/-1 [abc] END once",
        "Content-Length: 4\\r\\n\\r\\nabc | 200/4 [abc] EARLY_EOF",
        // lines of the head
        "Content-Length: 1\\n\\na | 200/1 [a] END",
        "A: b\\r\\n  c\\r\\n\\td\\r\\nContent-Length: 1\\r\\n\\r\\na | 200/1 [a] END once",
        "\\tA: b\\r\\nContent-Length: 1\\r\\n\\r\\na | 200/1 [a] END once",
        "A : b\\r\\nContent-Length: 1\\r\\n\\r\\na | 200/1 [a] END once",
        "Content-Length : 1\\r\\n\\r\\nab | 200/-1 [ab] END once",
        "none\\r\\n\\r\\n | [] WEIRD_SERVER_REPLY",
        "A: \\r-6\\r\\n\\r\\n | [] WEIRD_SERVER_REPLY",
        "A: b\\0\\r\\n\\r\\n | [] WEIRD_SERVER_REPLY",
      })
  void readsWhatCurlReads(String text, String expected) {
    check(PLAIN, true, "HTTP/1.1 200 OK\\r\\n" + text, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP/1.0 200\\r\\n\\r\\na | 200/-1 [a] END",
        "HTTP/1.1 2000\\r\\nContent-Length: 0\\r\\n\\r\\n | 200/0 [] END",
        "HTTP/1.1 100 Go\\r\\n\\r\\nHTTP/1.1 204 No\\r\\nContent-Length: 7\\r\\n\\r\\n"
            + " | 100/-1 204/-1 [] END",
        "HTTP/1.1 100 Go\\r\\n\\r\\n | 100/-1 [] EARLY_EOF",
        "HTTP/1.1 100 Go\\r\\n\\r\\nrest | 100/-1 [] WEIRD_SERVER_REPLY",
        "HTTP/1.2 200 OK\\r\\n\\r\\n | [] UNSUPPORTED_PROTOCOL",
        "HTTP/2 200 OK\\r\\n\\r\\n | [] WEIRD_SERVER_REPLY",
        "HTTP/1.1 20 OK\\r\\n\\r\\n | [] UNSUPPORTED_PROTOCOL",
        "HTTP/1.1 099 OK\\r\\n\\r\\n | [] UNSUPPORTED_PROTOCOL",
        "HTTP/1.1 200 OK\\0\\r\\n\\r\\n | [] WEIRD_SERVER_REPLY",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 6\\r\\n | [] PARTIAL_FILE",
        "HTTP/1.1 200 OK\\r\\nA: b\\r\\n | [] EARLY_EOF",
        "data without a head | [] UNSUPPORTED_PROTOCOL",
      })
  void statusLinesAndEnds(String text, String expected) {
    check(PLAIN, true, text, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip\\r\\nContent-Length: 1\\r\\n\\r\\nabc | 200/-1 [abc] END once",
        "gzip, chunked\\r\\n\\r\\n1\\r\\na\\r\\n0\\r\\n\\r\\n | 200/-1 [a] END once",
        "chunked, gzip\\r\\n\\r\\n | [] BAD_CONTENT_ENCODING once",
        "a,a,a,a,a,a\\r\\n\\r\\n | [] BAD_CONTENT_ENCODING once",
      })
  void codingsThatWereAskedFor(String text, String expected) {
    check(
        reading(AnswerRules.LAX, true),
        true,
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: " + text,
        expected);
  }

  @Test
  void bytesWithoutAHeadAreABodyOnlyIfThatIsAllowedAndTheFirst() {
    LaxReading allowed = reading(AnswerRules.LAX.withHttp09(true), false);
    check(allowed, true, "HTML\\n\\ndata", "0/-1 [HTML\\n\\ndata] END");
    LaxReading reused = new LaxReading(allowed.rules(), DecodeOptions.NONE, false, true);
    check(reused, true, "HTML\\n\\ndata", "[] WEIRD_SERVER_REPLY");
    LaxReading head = new LaxReading(allowed.rules(), DecodeOptions.NONE, true, false);
    check(head, true, "HTML\\n\\ndata", "[] WEIRD_SERVER_REPLY");
  }

  @Test
  void aLengthIsIgnoredIfThatIsAsked() {
    check(
        reading(AnswerRules.LAX.withIgnoreLength(true), false),
        true,
        "HTTP/1.1 200 OK\\r\\nContent-Length: 1\\r\\n\\r\\nabc",
        "200/-1 [abc] END");
  }

  @Test
  void aRawBodyIsAsOnTheWire() {
    LaxReading raw =
        new LaxReading(AnswerRules.LAX, DecodeOptions.NONE.withRaw(true), false, false);
    check(
        raw,
        true,
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n1\\r\\na\\r\\n0\\r\\nT: u\\r\\n\\r\\n",
        "200/-1 [1\\r\\na\\r\\n0\\r\\nT: u\\r\\n\\r\\n] END");
    check(
        raw,
        true,
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: odd\\r\\nContent-Length: 2\\r\\n\\r\\nab",
        "200/2 [ab] END once");
  }

  @Test
  void theLinesBeforeABadOneAreTold() throws TransferException {
    LaxParser parser = new LaxParser(PLAIN);
    ByteBuffer input =
        ByteBuffer.wrap(bytes("HTTP/1.1 200 OK\\r\\nA: b\\r\\n c\\r\\nbad\\r\\n\\r\\n"));
    List<String> failure = new ArrayList<>();
    try {
      parser.next(input);
    } catch (TransferException e) {
      failure.add(e.sentence());
    }
    assertThat(failure).containsExactly("Header without colon");
    assertThat(parser.brokenHead()).isEqualTo("HTTP/1.1 200 OK\r\nA: b c\r\n");
  }

  @Test
  void limits() {
    String head = "HTTP/1.1 200 OK\r\n";
    assertThat(read(PLAIN, true, bytes(head + "A: b\r\n".repeat(5_001)))).isEqualTo("[] TOO_LARGE");
    assertThat(read(PLAIN, true, bytes(head + "A: " + "b".repeat(102_400) + "\r\n\r\n")))
        .isEqualTo("[] TOO_LARGE");
    assertThat(read(PLAIN, true, bytes(head + ("A: " + "b".repeat(70_000) + "\r\n").repeat(5))))
        .isEqualTo("[] RECV_ERROR");
    assertThat(read(PLAIN, true, bytes(head + "A: " + "b".repeat(400_000))))
        .isEqualTo("[] TOO_LARGE");
    String chunks = head + "Transfer-Encoding: chunked\r\n\r\n";
    assertThat(read(PLAIN, true, bytes(chunks + "1;" + "x".repeat(400_000))))
        .isEqualTo("200/-1 [] RECV_ERROR");
    assertThat(read(PLAIN, true, bytes(chunks + "0\r\n" + "A: b\r\n".repeat(5_001))))
        .isEqualTo("200/-1 [] RECV_ERROR");
    assertThat(read(PLAIN, true, bytes("HTTP/1.1 100 Go\r\n\r\n".repeat(101))))
        .endsWith("TOO_LARGE");
  }
}
