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
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.ResponseSource;

/// Every kind of response, in one piece and cut at every byte.
class ResponseParserTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  /// Heads, the body in one piece, how it ended, and how many bytes were left.
  private static List<String> events(boolean head, boolean closes, byte[]... pieces) {
    List<String> seen = new ArrayList<>();
    StringBuilder body = new StringBuilder();
    ResponseParser parser = new ResponseParser(new Http1Limits(1_000, 20), head);
    try {
      for (byte[] piece : pieces) {
        ByteBuffer input = ByteBuffer.wrap(piece);
        if (take(parser, input, seen, body)) {
          seen.add("body " + body);
          return seen;
        }
      }
      if (closes) {
        ResponseSource.Event end = parser.eof();
        seen.add("body " + body);
        seen.add(end.name());
      } else {
        seen.add("body " + body);
        seen.add("MORE");
      }
    } catch (TransferException e) {
      seen.add(e.code().name());
    }
    return seen;
  }

  private static boolean take(
      ResponseParser parser, ByteBuffer input, List<String> seen, StringBuilder body)
      throws TransferException {
    while (true) {
      switch (parser.next(input)) {
        case MORE -> {
          return false;
        }
        case HEAD ->
            seen.add(
                parser.head().status()
                    + " "
                    + parser.head().contentLength()
                    + " "
                    + parser.head().headers().fields());
        case BODY -> body.append(StandardCharsets.ISO_8859_1.decode(parser.body()));
        case END -> {
          seen.add("END");
          return true;
        }
        case EARLY_EOF -> {
          seen.add("EARLY_EOF");
          return true;
        }
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        OK + "Content-Length: 5\r\nX: y\r\n\r\nhello",
        OK + "Content-Length: 0\r\n\r\n",
        OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n3;x=y\r\nyou\r\n0\r\n\r\n",
        OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nX-Sum: 5\r\nX-End: yes\r\n\r\n",
        OK + "\r\nuntil the end",
        "HTTP/1.0 200 OK\r\n\r\nold",
        "HTTP/1.1 204 No Content\r\nX: y\r\n\r\n",
        "HTTP/1.1 304 Not Modified\r\nContent-Length: 100\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\n" + OK + "Content-Length: 2\r\n\r\nok",
        "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n"
            + OK
            + "Content-Length: 2\r\n\r\nok",
        "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone",
        "HTTP/1.1 302\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n",
        OK + "Content-Length: 5\r\n\r\nhel",
        OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nhel",
        "HTTP/1.1 200 OK\r\nContent-Le",
        OK + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
        OK + "Content-Length: many\r\n\r\nhello",
        OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\nhello",
        "This is not HTTP\r\n\r\n"
      })
  void theSameHoweverItIsCut(String response) {
    byte[] all = bytes(response);
    List<String> whole = events(false, true, all);
    for (int cut = 1; cut < all.length; cut++) {
      byte[] first = Arrays.copyOfRange(all, 0, cut);
      byte[] second = Arrays.copyOfRange(all, cut, all.length);
      assertThat(events(false, true, first, second)).as("cut at %d", cut).isEqualTo(whole);
    }
    byte[][] single = new byte[all.length][];
    for (int i = 0; i < all.length; i++) {
      single[i] = new byte[] {all[i]};
    }
    assertThat(events(false, true, single)).as("byte by byte").isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Content-Length: 5~~hello|END, body hello",
        "Content-Length: 5~~hel|body hel, EARLY_EOF",
        "~until|body until, END",
        "Transfer-Encoding: chunked~~2~ab~0~~|END, body ab",
        "Transfer-Encoding: chunked~~2~ab~|body ab, EARLY_EOF",
        "Content-Length: 5~Content-Length: 6~~hello!|WEIRD_SERVER_REPLY",
        "Content-Length: -5~~hello|WEIRD_SERVER_REPLY",
        "Content-Length: 5, 6~~hello|WEIRD_SERVER_REPLY",
        "Content-Length: 99999999999999999999~~hello|WEIRD_SERVER_REPLY",
        "Transfer-Encoding: chunked~~zz~hello|WEIRD_SERVER_REPLY",
        "Transfer-Encoding: chunked~~2~abXX~0~~|WEIRD_SERVER_REPLY",
        "Transfer-Encoding: chunked~~-1~hello|WEIRD_SERVER_REPLY",
        "X y: z~~|WEIRD_SERVER_REPLY"
      })
  void endsAsItMust(String rest, String expected) {
    String text = rest.replace("~", "\r\n");
    List<String> seen = events(false, true, bytes(OK + text));
    seen.removeIf(event -> event.startsWith("200 "));
    assertThat(String.join(", ", seen)).isEqualTo(expected);
  }

  @Test
  void aHeadRequestHasNoBodyWhateverItsLength() {
    assertThat(events(true, false, bytes(OK + "Content-Length: 10485760\r\n\r\n")))
        .containsExactly(
            "200 10485760 [Field[name=Content-Length, value=10485760]]", "END", "body ");
  }

  @Test
  void informationalHeadsAreNotTheAnswer() {
    List<String> seen =
        events(
            false,
            false,
            bytes(
                "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"
                    + OK
                    + "Content-Length: 2\r\n\r\nok"));
    assertThat(seen).hasSize(4);
    assertThat(seen.get(0)).startsWith("103 ");
    assertThat(seen.get(1)).startsWith("200 2 ").doesNotContain("Link");
  }

  @Test
  void tooManyFieldsAreTooMuch() {
    StringBuilder head = new StringBuilder(OK);
    for (int i = 0; i < 21; i++) {
      head.append("X").append(i).append(": 1\r\n");
    }
    assertThat(events(false, false, bytes(head + "\r\n")))
        .containsExactly(TransferErrorCode.TOO_LARGE.name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"X: ", "HTTP"})
  void aHeadWithoutEndIsTooMuch(String kind) {
    byte[] line =
        bytes(
            kind.equals("X: ")
                ? OK + "X: " + "y".repeat(2_000)
                : "HTTP/1.1 200 " + "O".repeat(2_000));
    assertThat(events(false, false, line)).containsExactly(TransferErrorCode.TOO_LARGE.name());
  }

  @Test
  void whatIsNoHttpIsSaidSo() {
    assertThat(events(false, true, bytes("SSH-2.0-OpenSSH_9.2\r\n")))
        .containsExactly(TransferErrorCode.UNSUPPORTED_PROTOCOL.name());
  }
}
