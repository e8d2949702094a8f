package org.sluice.engine.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.ResponseSource;
import org.sluice.engine.http1.Http1Limits;
import org.sluice.engine.http1.ResponseParser;

/// A response means the same in one piece and cut in two; the letters of field names may differ.
public final class ResponseFuzz {
  public static final List<String> SEEDS =
      List.of(
          "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n0\r\nA: b\r\n\r\n",
          // Jetty gives a known field its usual letters if it comes whole, and only then.
          "HTTP/1.1 200 OK\r\nCoNtent-Length: 5\r\n\r\nhello",
          "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n",
          "HTTP/1.0 302 Found\r\nLocation: /x\r\n\r\nbody to the end",
          "HTTP/1.1 206 \r\nContent-Range: bytes 0-1/2\r\nContent-Length: 2\r\n\r\nab",
          "HTTP/1.1 401 No\r\nWWW-Authenticate: Digest realm=\"a\", nonce=b\r\nX:  y \r\n\r\n");

  private static final Http1Limits LIMITS = new Http1Limits(1_000, 20);

  private ResponseFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    String whole = read(data, data.length);
    int cut = data.length == 0 ? 0 : (data[0] & 0xff) % data.length;
    String parted = read(data, cut);
    if (!whole.equals(parted)) {
      throw new IllegalStateException("whole: " + whole + "\ncut at " + cut + ": " + parted);
    }
  }

  private static String read(byte[] data, int cut) {
    StringBuilder seen = new StringBuilder();
    StringBuilder body = new StringBuilder();
    ResponseParser parser = new ResponseParser(LIMITS, false);
    byte[][] pieces = {
      Arrays.copyOfRange(data, 0, cut), Arrays.copyOfRange(data, cut, data.length)
    };
    try {
      for (byte[] piece : pieces) {
        if (take(parser, ByteBuffer.wrap(piece), seen, body)) {
          return seen + " body " + body;
        }
      }
      seen.append(parser.eof());
    } catch (TransferException e) {
      seen.append(e.code());
    }
    return seen + " body " + body;
  }

  private static boolean take(
      ResponseParser parser, ByteBuffer input, StringBuilder seen, StringBuilder body)
      throws TransferException {
    while (true) {
      ResponseSource.Event event = parser.next(input);
      switch (event) {
        case MORE -> {
          return false;
        }
        case HEAD ->
            seen.append(parser.head().status())
                .append(parser.head().headers().fields().toString().toLowerCase(Locale.ROOT));
        case BODY -> {
          ByteBuffer chunk = parser.body();
          while (chunk.hasRemaining()) {
            body.append((char) chunk.get());
          }
        }
        case END, EARLY_EOF -> {
          seen.append(event);
          return true;
        }
      }
    }
  }
}
