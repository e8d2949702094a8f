package org.sluice.engine.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.ResponseSource;
import org.sluice.engine.http2.Http2Session;
import org.sluice.engine.http2.Http2Stream;
import org.sluice.engine.http2.RequestFieldList;
import org.sluice.engine.http2.StreamOrder;
import org.sluice.engine.request.Http2Limits;

/// Whatever a server of HTTP/2 sends ends in events, or in the failure of a stream or a connection:
/// the same in one piece and cut in two, and never more body than has come.
///
/// The corpus is text, as the other targets' is: two hexadecimal digits for each byte.
public final class Http2Fuzz {
  private static final String SETTINGS = "000000040000000000";
  private static final String OK = SETTINGS + "00000101040000000188";

  public static final List<String> SEEDS =
      List.of(
          SETTINGS,
          OK + "000003000100000001616263",
          // with padding, then a window, PING and an unknown frame
          OK + "00000600090000000102616263" + "0000" + "000004080000000000000000ff",
          SETTINGS + "0000080600000000000102030405060708" + "000002ee00000000000a0b",
          // settings that mean something
          "00000c0400000000000003000000010004000000ff" + "00000101050000000188",
          // HEADERS, CONTINUATION, then trailers
          SETTINGS + "00000001000000000100000109040000000188" + "000003010500000001400178" + "00",
          // RST_STREAM, GOAWAY, PUSH_PROMISE
          OK + "00000403000000000100000008",
          OK + "0000080700000000000000000100000000",
          OK + "0000050504000000010000000282",
          "485454502f312e3120343030200d0a0d0a");

  private Http2Fuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    byte[] bytes = bytes(data);
    String whole = read(bytes, bytes.length);
    int cut = bytes.length == 0 ? 0 : (bytes[bytes.length - 1] & 0xff) % bytes.length;
    String parted = read(bytes, cut);
    if (!whole.equals(parted)) {
      throw new IllegalStateException("whole: " + whole + "\ncut at " + cut + ": " + parted);
    }
  }

  /// As the seeds are written; anything else is taken as it is.
  private static byte[] bytes(byte[] data) {
    String text = new String(data, StandardCharsets.ISO_8859_1);
    try {
      return HexFormat.of().parseHex(text);
    } catch (IllegalArgumentException e) {
      return data;
    }
  }

  private static String read(byte[] data, int cut) {
    Http2Session session = new Http2Session(Http2Limits.DEFAULT, () -> {});
    Http2Stream stream =
        session.open(
            new StreamOrder(
                RequestFieldList.of("GET", "https", "x", "/", Headers.of("Host", "x")),
                true,
                false,
                () -> {}));
    StringBuilder seen = new StringBuilder();
    session.receive(ByteBuffer.wrap(Arrays.copyOfRange(data, 0, cut)), 0);
    session.receive(ByteBuffer.wrap(Arrays.copyOfRange(data, cut, data.length)), 0);
    long body = 0;
    try {
      ResponseSource.Event event = ResponseSource.Event.HEAD;
      while (event != ResponseSource.Event.MORE && event != ResponseSource.Event.END) {
        event = stream.next(ByteBuffer.allocate(0));
        switch (event) {
          case HEAD -> seen.append(stream.head().status()).append(stream.head().headers().fields());
          case BODY -> body += stream.body().remaining();
          case MORE, END -> seen.append(event);
          case EARLY_EOF -> throw new IllegalStateException("a stream has no such end");
        }
      }
    } catch (TransferException e) {
      seen.append(e.code());
    }
    if (body > data.length) {
      throw new IllegalStateException("a body of " + body + " bytes from " + data.length);
    }
    TransferException failure = session.failure();
    return seen + " body " + body + " " + (failure == null ? "" : failure.code());
  }
}
