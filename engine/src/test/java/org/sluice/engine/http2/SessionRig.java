package org.sluice.engine.http2;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http2.frames.DataFrame;
import org.eclipse.jetty.http2.frames.GoAwayFrame;
import org.eclipse.jetty.http2.frames.HeadersFrame;
import org.eclipse.jetty.http2.frames.PingFrame;
import org.eclipse.jetty.http2.frames.ResetFrame;
import org.eclipse.jetty.http2.frames.SettingsFrame;
import org.eclipse.jetty.http2.frames.WindowUpdateFrame;
import org.eclipse.jetty.http2.parser.ServerParser;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RateControl;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.ResponseSource;
import org.sluice.engine.request.Http2Limits;

/// A session, a server that says what it is told to say, and what the server has seen.
final class SessionRig {
  final Http2Session session;
  final FrameWriter server = new FrameWriter();
  final ByteArrayOutputStream said = new ByteArrayOutputStream();
  final List<String> seen = new ArrayList<>();
  int room;
  long nowNanos;
  private final ServerParser parser =
      new ServerParser(ByteBufferPool.NON_POOLING, 1 << 20, RateControl.NO_RATE_CONTROL);

  SessionRig() {
    this(Http2Limits.DEFAULT);
  }

  SessionRig(Http2Limits limits) {
    session = new Http2Session(limits, () -> room++);
    parser.init(new Seen());
  }

  /// What a well-behaved server begins with.
  SessionRig greet() {
    server.settings(Map.of());
    server.settingsAck();
    return say();
  }

  Http2Stream get() {
    return open("GET", true);
  }

  Http2Stream open(String method, boolean bare) {
    return session.open(
        new StreamOrder(
            RequestFieldList.of(method, "https", "lab.test", "/x", Headers.of("Host", "lab.test")),
            bare,
            method.equals("HEAD"),
            () -> {}));
  }

  void head(Http2Stream stream, boolean last, String... namesAndValues) {
    HttpFields.Mutable fields = HttpFields.build();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.add(new HttpField(namesAndValues[i], namesAndValues[i + 1]));
    }
    server.headers(stream.id(), fields.asImmutable(), last);
  }

  void data(Http2Stream stream, int bytes, boolean last) {
    ByteBuffer all = ByteBuffer.allocate(bytes);
    do {
      int n = Math.min(all.remaining(), FrameWriter.FRAME_BYTES);
      ByteBuffer piece = all.slice(all.position(), n);
      all.position(all.position() + n);
      server.data(stream.id(), piece, last && !all.hasRemaining());
    } while (all.hasRemaining());
  }

  /// A frame as it is written here.
  void raw(int type, int flags, int stream, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
    frame.put((byte) (payload.length >> 16)).put((byte) (payload.length >> 8));
    frame.put((byte) payload.length).put((byte) type).put((byte) flags).putInt(stream);
    frame.put(payload);
    take(server.waiting());
    server.sent(server.size());
    take(frame.flip());
  }

  private void take(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    said.writeBytes(copy);
  }

  byte[] script() {
    take(server.waiting());
    server.sent(server.size());
    byte[] all = said.toByteArray();
    said.reset();
    return all;
  }

  /// Everything that the server has written arrives in one piece.
  SessionRig say() {
    session.receive(ByteBuffer.wrap(script()), nowNanos);
    return this;
  }

  /// What the session has to say arrives at the server.
  SessionRig hear() {
    ByteBuffer out = session.output();
    int n = out.remaining();
    while (out.hasRemaining()) {
      parser.parse(out);
    }
    session.sent(n);
    return this;
  }

  /// The events of a stream, in words, until there are no more.
  static List<String> events(Http2Stream stream) {
    List<String> events = new ArrayList<>();
    ByteBuffer nothing = ByteBuffer.allocate(0);
    long body = 0;
    try {
      while (true) {
        ResponseSource.Event event = stream.next(nothing);
        if (event != ResponseSource.Event.BODY && body > 0) {
          events.add("body " + body);
          body = 0;
        }
        switch (event) {
          case HEAD -> events.add("head " + stream.head().status());
          case BODY -> body += stream.body().remaining();
          case END -> {
            events.add("end");
            return events;
          }
          case MORE -> {
            return events;
          }
          case EARLY_EOF -> throw new AssertionError("a stream has no such end");
        }
      }
    } catch (TransferException e) {
      if (body > 0) {
        events.add("body " + body);
      }
      events.add(e.code() + ": " + e.sentence());
      return events;
    }
  }

  private final class Seen implements ServerParser.Listener {
    @Override
    public void onHeaders(HeadersFrame frame) {
      StringBuilder text = new StringBuilder("HEADERS " + frame.getStreamId());
      frame.getMetaData().getHttpFields().forEach(f -> text.append(' ').append(f));
      seen.add(text + (frame.isEndStream() ? " end" : ""));
    }

    @Override
    public void onData(DataFrame frame) {
      seen.add(
          "DATA "
              + frame.getStreamId()
              + " "
              + frame.remaining()
              + (frame.isEndStream() ? " end" : ""));
    }

    @Override
    public void onReset(ResetFrame frame) {
      seen.add("RST_STREAM " + frame.getStreamId() + " " + ErrorWords.of(frame.getError()));
    }

    @Override
    public void onSettings(SettingsFrame frame) {
      seen.add(frame.isReply() ? "SETTINGS ack" : "SETTINGS " + frame.getSettings());
    }

    @Override
    public void onPing(PingFrame frame) {
      seen.add("PING " + frame.getPayloadAsLong() + (frame.isReply() ? " ack" : ""));
    }

    @Override
    public void onGoAway(GoAwayFrame frame) {
      seen.add("GOAWAY " + ErrorWords.of(frame.getError()));
    }

    @Override
    public void onWindowUpdate(WindowUpdateFrame frame) {
      seen.add("WINDOW_UPDATE " + frame.getStreamId() + " " + frame.getWindowDelta());
    }

    @Override
    public void onConnectionFailure(int error, String reason) {
      seen.add("FAILURE " + reason);
    }
  }
}
