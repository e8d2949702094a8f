package org.sluice.engine.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.ResponseSource;
import org.sluice.engine.http1.LaxParser;
import org.sluice.engine.http1.LaxReading;
import org.sluice.engine.request.AnswerRules;
import org.sluice.engine.request.DecodeOptions;

/// An answer that is read as curl reads it means the same in one piece and cut in two.
public final class LaxResponseFuzz {
  public static final List<String> SEEDS =
      Stream.concat(
              ResponseFuzz.SEEDS.stream(),
              Stream.of(
                  "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\nhello\n0\nA: b\n\n",
                  "HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\td\r\nContent-Length: 2, 2\r\n\r\nab",
                  "HTTP/1.1 200\r\nTransfer-Encoding: chunked, chunked\r\n\r\n1;x\r\na\r\n0\r\n\r\n",
                  "no head at all"))
          .toList();

  private LaxResponseFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    String whole = read(data, data.length);
    int cut = data.length == 0 ? 0 : (data[0] & 0xff) % data.length;
    String parted = read(data, cut);
    if (!whole.equals(parted)) {
      throw new IllegalStateException("whole: " + whole + "\ncut at " + cut + ": " + parted);
    }
  }

  private static String read(byte[] data, int cut) {
    LaxParser parser =
        new LaxParser(
            new LaxReading(AnswerRules.LAX.withHttp09(true), DecodeOptions.NONE, false, false));
    StringBuilder seen = new StringBuilder();
    StringBuilder body = new StringBuilder();
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
    return seen + parser.brokenHead() + " body " + body + parser.orderly();
  }

  private static boolean take(
      LaxParser parser, ByteBuffer input, StringBuilder seen, StringBuilder body)
      throws TransferException {
    while (true) {
      ResponseSource.Event event = parser.next(input);
      switch (event) {
        case MORE -> {
          return false;
        }
        case HEAD -> seen.append(parser.headText()).append(parser.head().headers().fields());
        case BODY -> {
          ByteBuffer chunk = parser.body();
          while (chunk.hasRemaining()) {
            body.append((char) chunk.get());
          }
        }
        case END, EARLY_EOF -> {
          seen.append(event).append(parser.orderly());
          return true;
        }
      }
    }
  }
}
