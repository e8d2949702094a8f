package org.sluice.engine.lab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http2.ErrorCode;

/// What only a server of HTTP/2 can do to its client: the paths below `/h2/`.
///
/// A request that may be asked again is treated badly, the next one for the same address gets a
/// text, and so on. Through other doors it always does.
///
/// **Threads** any.
final class Http2Tricks {
  static final String BELOW = "/h2/";
  private static final int FLOOD_FRAMES = 200_000;
  private static final int RESET_BYTES = 5_000;

  private final Map<String, Integer> asked = new ConcurrentHashMap<>();

  static void addTo(Routes routes) {
    routes.on(BELOW, exchange -> exchange.sendText(200, FileRoutes.HELLO));
  }

  /// Whether the request has been dealt with.
  boolean plays(Http2Reply reply, Http2Visitor visitor, LabRequest request) throws IOException {
    if (!request.path().startsWith(BELOW)) {
      return false;
    }
    String trick = request.path().substring(BELOW.length());
    boolean first = asked.merge(request.target(), 1, Integer::sum) % 2 == 1;
    return switch (trick) {
      case "refused" -> first && broken(reply, ErrorCode.REFUSED_STREAM_ERROR);
      case "http11" -> broken(reply, ErrorCode.HTTP_1_1_REQUIRED_ERROR);
      case "goaway" -> first && goneAway(reply, visitor);
      case "reset" -> resetInTheMiddle(reply, visitor);
      case "push" -> {
        visitor.writeRaw(pushPromise(reply.id()));
        yield true;
      }
      case "long" -> lengthIsWrong(reply, visitor, 5);
      case "short" -> lengthIsWrong(reply, visitor, 50);
      case "hop" -> {
        HttpFields.Mutable fields = HttpFields.build();
        fields.add(new HttpField(":status", "200"));
        fields.add(new HttpField("keep-alive", "timeout=5"));
        visitor.headers(reply, fields.asImmutable(), true);
        yield true;
      }
      default -> trick.startsWith("flood-") && flooded(reply, visitor, trick.substring(6));
    };
  }

  private static boolean broken(Http2Reply reply, ErrorCode code) {
    reply.breakOff(code);
    return true;
  }

  private static boolean goneAway(Http2Reply reply, Http2Visitor visitor) throws IOException {
    visitor.goAway(reply.id() - 2, ErrorCode.NO_ERROR);
    return true;
  }

  private static HttpFields ok() {
    return HttpFields.build().add(new HttpField(":status", "200")).asImmutable();
  }

  private static boolean resetInTheMiddle(Http2Reply reply, Http2Visitor visitor)
      throws IOException {
    visitor.headers(reply, ok(), false);
    byte[] bytes = new byte[RESET_BYTES];
    LabBytes.fill(bytes, 0);
    visitor.data(reply, bytes, 0, bytes.length, false);
    return broken(reply, ErrorCode.INTERNAL_ERROR);
  }

  private static boolean lengthIsWrong(Http2Reply reply, Http2Visitor visitor, int said)
      throws IOException {
    HttpFields.Mutable fields = HttpFields.build();
    fields.add(new HttpField(":status", "200"));
    fields.add(new HttpField("content-length", Integer.toString(said)));
    visitor.headers(reply, fields.asImmutable(), false);
    visitor.data(reply, new byte[20], 0, 20, true);
    return true;
  }

  /// A frame of its own making: the library's is for servers that push.
  private static byte[] pushPromise(int stream) {
    byte[] get = {(byte) 0x82, (byte) 0x87, (byte) 0x84, 0x41, 3, 'l', 'a', 'b'};
    ByteBuffer frame = ByteBuffer.allocate(9 + 4 + get.length);
    frame.put(new byte[] {0, 0, (byte) (4 + get.length), 5, 4}).putInt(stream);
    frame.putInt(2).put(get);
    return frame.array();
  }

  private static boolean flooded(Http2Reply reply, Http2Visitor visitor, String of)
      throws IOException {
    byte[] payload = new byte[8];
    if (of.equals("empty") || of.equals("continuation")) {
      visitor.headers(reply, ok(), false);
    }
    ByteBuffer bare = ByteBuffer.allocate(9);
    for (int i = 0; i < FLOOD_FRAMES; i++) {
      switch (of) {
        case "ping" -> visitor.write(writer -> writer.ping(payload, false));
        case "settings" -> visitor.write(writer -> writer.settings(Map.of()));
        case "window" -> visitor.write(writer -> writer.windowUpdate(0, 1));
        case "empty" -> visitor.data(reply, payload, 0, 0, false);
        case "continuation" -> {
          // HEADERS without an end, then CONTINUATION without one.
          bare.clear().put(new byte[] {0, 0, 0, (byte) (i == 0 ? 1 : 9), 0}).putInt(reply.id());
          visitor.writeRaw(bare.array());
        }
        case "reset" ->
            visitor.write(writer -> writer.reset(reply.id(), ErrorCode.CANCEL_STREAM_ERROR));
        default -> throw new IOException("no flood of " + of);
      }
    }
    return true;
  }
}
