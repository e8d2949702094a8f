package org.sluice.engine.http2;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.frames.DataFrame;
import org.eclipse.jetty.http2.frames.GoAwayFrame;
import org.eclipse.jetty.http2.frames.HeadersFrame;
import org.eclipse.jetty.http2.frames.PingFrame;
import org.eclipse.jetty.http2.frames.PushPromiseFrame;
import org.eclipse.jetty.http2.frames.ResetFrame;
import org.eclipse.jetty.http2.frames.SettingsFrame;
import org.eclipse.jetty.http2.frames.WindowUpdateFrame;
import org.eclipse.jetty.http2.parser.Parser;
import org.eclipse.jetty.io.ByteBufferPool;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.request.Http2Limits;

/// The client's side of one connection of HTTP/2: bytes in, events out to its streams; streams'
/// wishes in, bytes out.
///
/// It opens with the preface and SETTINGS, answers SETTINGS and PING, keeps the windows, refuses
/// push, and ends the connection when the other side breaks a rule that concerns all streams.
///
/// **Threads**: confined to the thread of its multi. **Errors**: kept in [#failure] and told to
/// every stream. **Limits**: [Http2Limits]. **Source**: RFC 9113.
public final class Http2Session {
  /// Streams at once until the server says what it takes (RFC 9113, 6.5.2: at least 100).
  public static final int STREAMS_BEFORE_SETTINGS = 100;

  /// Bodies wait for the socket from here on.
  private static final int OUTPUT_BYTES_MOST = 128 * 1024;

  private static final int FIRST_WINDOW = 65_535;

  /// Numbers are 31 bits long; some are left, as there is always another connection.
  private static final int LAST_STREAM = 0x7fff_ff00;

  private final Http2Limits limits;
  private final FrameWriter writer = new FrameWriter();
  private final FloodGuard guard;
  private final Parser parser;
  private final Map<Integer, Http2Stream> streams = new LinkedHashMap<>();
  private final ReceiveWindow window;
  private final Runnable onRoom;
  private long windowSum;
  private long sendWindow = FIRST_WINDOW;
  private int peerStreamWindow = FIRST_WINDOW;
  private int peerStreams = STREAMS_BEFORE_SETTINGS;
  private int nextId = 1;
  private boolean settingsSeen;
  private boolean goingAway;
  private boolean retired;
  private @Nullable TransferException failure;
  private @Nullable String farewell;

  /// @param onRoom called when more streams may be open at once than before
  public Http2Session(Http2Limits limits, Runnable onRoom) {
    this.limits = limits;
    this.onRoom = onRoom;
    guard = new FloodGuard(limits);
    // Some more than we take, so that one stream's list that is too long ends that stream only.
    parser =
        new Parser(ByteBufferPool.NON_POOLING, Math.multiplyExact(limits.headerBytes(), 4), guard);
    parser.init(new Frames());
    window = new ReceiveWindow(limits.connectionWindowBytes());
    writer.preface();
    writer.settings(
        Map.of(
            SettingsFrame.ENABLE_PUSH,
            0,
            SettingsFrame.INITIAL_WINDOW_SIZE,
            limits.streamWindowBytes(),
            SettingsFrame.MAX_HEADER_LIST_SIZE,
            limits.headerBytes()));
    if (limits.connectionWindowBytes() > FIRST_WINDOW) {
      writer.windowUpdate(0, limits.connectionWindowBytes() - FIRST_WINDOW);
    }
  }

  /// Why the connection is of no use any more; null while it is.
  public @Nullable TransferException failure() {
    return failure;
  }

  /// Whether it may carry more requests, now or later.
  public boolean takesMore() {
    return failure == null && !goingAway && !retired && nextId < LAST_STREAM;
  }

  /// How many streams there may be at once; before the server's SETTINGS it is not known.
  public int streamsMost() {
    return peerStreams;
  }

  public int openStreams() {
    return streams.size();
  }

  /// Streams opened since the connection was made.
  public int streamsEver() {
    return nextId / 2;
  }

  /// No new requests on this connection; those under way go on.
  public void retire() {
    retired = true;
  }

  /// Whether the server has said how many streams it takes.
  public boolean isSettled() {
    return settingsSeen || failure != null;
  }

  /// Has one of the streams look after the connection.
  public void wakeOne() {
    if (!streams.isEmpty()) {
      streams.values().iterator().next().wake();
    }
  }

  /// Sends the head of a request.
  ///
  /// @throws IllegalStateException where [#takesMore] says no
  public Http2Stream open(StreamOrder order) {
    if (!takesMore()) {
      throw new IllegalStateException("the connection takes no more requests");
    }
    int id = nextId;
    nextId += 2;
    Http2Stream stream =
        new Http2Stream(this, id, order, limits.streamWindowBytes(), peerStreamWindow);
    streams.put(id, stream);
    windowSum += stream.windowBytes();
    writer.headers(id, order.fields(), order.withoutBody());
    return stream;
  }

  /// Takes what the connection has received, all of it.
  public void receive(ByteBuffer input, long nowNanos) {
    guard.timeIs(nowNanos);
    while (input.hasRemaining() && failure == null) {
      parser.parse(input);
    }
    input.position(input.limit());
  }

  /// The connection has ended, or broken.
  ///
  /// @param why null for an end in good order
  public void ended(@Nullable TransferException why) {
    if (failure == null) {
      String words = why == null ? "The server closed the connection" : why.sentence();
      String before = farewell == null ? "" : " (it had said " + farewell + ")";
      lose(new TransferException(TransferErrorCode.HTTP2, words + before, why));
    }
  }

  public boolean hasOutput() {
    return !writer.isEmpty();
  }

  /// What is to be sent now; say with [#sent] how much was.
  public ByteBuffer output() {
    return writer.waiting();
  }

  public void sent(int bytes) {
    writer.sent(bytes);
    if (bytes > 0 && writer.size() < OUTPUT_BYTES_MOST) {
      for (Http2Stream stream : streams.values()) {
        if (stream.waitsForRoom()) {
          stream.wake();
        }
      }
    }
  }

  /// Says goodbye; the connection is closed behind it.
  public void close() {
    if (failure == null && !retiredByPeer()) {
      writer.goAway(0, ErrorCode.NO_ERROR, "");
    }
    retired = true;
  }

  private boolean retiredByPeer() {
    return goingAway && streams.isEmpty();
  }

  boolean isOpen(Http2Stream stream) {
    return streams.containsKey(stream.id());
  }

  /// @return whether all of `data` was taken, and its end told
  boolean send(Http2Stream stream, ByteBuffer data, boolean end) {
    while (data.hasRemaining()) {
      long room = Math.min(stream.sendWindow(), sendWindow);
      int n = (int) Math.min(Math.min(data.remaining(), FrameWriter.FRAME_BYTES), room);
      if (n <= 0 || writer.size() >= OUTPUT_BYTES_MOST) {
        return false;
      }
      sendWindow -= n;
      stream.moveSendWindow(-n);
      guard.useful(n);
      ByteBuffer piece = data.slice(data.position(), n);
      data.position(data.position() + n);
      boolean last = end && !data.hasRemaining();
      writer.data(stream.id(), piece, last);
      if (last) {
        return true;
      }
    }
    if (end) {
      writer.data(stream.id(), ByteBuffer.allocate(0), true);
    }
    return true;
  }

  void sentAll(Http2Stream stream) {
    finished(stream);
  }

  void cancel(Http2Stream stream) {
    if (isOpen(stream)) {
      // RFC 9113, 8.1: with the answer complete, the rest of the request is simply not sent.
      writer.reset(
          stream.id(), stream.ended() ? ErrorCode.NO_ERROR : ErrorCode.CANCEL_STREAM_ERROR);
      remove(stream);
    }
  }

  void giveBack(int stream, int bytes) {
    if (failure == null && bytes > 0) {
      writer.windowUpdate(stream, bytes);
    }
  }

  /// The next larger size of a stream's window, if there is memory for it.
  int grown(int size) {
    int wanted = (int) Math.min(limits.streamWindowMostBytes(), size * 2L);
    if (windowSum - size + wanted > limits.bufferBytes()) {
      return size;
    }
    windowSum += wanted - size;
    return wanted;
  }

  private void remove(Http2Stream stream) {
    if (streams.remove(stream.id()) != null) {
      windowSum -= stream.windowBytes();
    }
  }

  /// The response is complete; the stream is closed once the request is too.
  private void finished(Http2Stream stream) {
    if (stream.ended() && stream.sentAll()) {
      remove(stream);
    }
  }

  private void breakStream(Http2Stream stream, ErrorCode code, TransferException why) {
    writer.reset(stream.id(), code);
    remove(stream);
    stream.fail(new StreamFailure(StreamFailure.Kind.BROKEN, why.code(), why.sentence()));
  }

  /// The other side has broken a rule, or asks too much: nothing on this connection can be trusted.
  private void breakConnection(ErrorCode code, String sentence) {
    if (failure == null) {
      writer.goAway(0, code, "");
      failure = new TransferException(TransferErrorCode.HTTP2, sentence);
      failStreams(StreamFailure.Kind.BROKEN, failure);
    }
  }

  private void lose(TransferException why) {
    failure = why;
    failStreams(StreamFailure.Kind.CUT, why);
  }

  private void failStreams(StreamFailure.Kind kind, TransferException why) {
    List<Http2Stream> all = new ArrayList<>(streams.values());
    streams.clear();
    windowSum = 0;
    for (Http2Stream stream : all) {
      boolean cut = kind == StreamFailure.Kind.CUT && stream.hasHead();
      stream.fail(
          new StreamFailure(
              kind, cut ? TransferErrorCode.PARTIAL_FILE : why.code(), why.sentence()));
    }
  }

  /// What the parser found.
  private final class Frames implements Parser.Listener {
    @Override
    public void onSettings(SettingsFrame frame) {
      if (frame.isReply()) {
        if (!settingsSeen) {
          notHttp2();
        }
        return;
      }
      settingsSeen = true;
      for (Map.Entry<Integer, Integer> setting : frame.getSettings().entrySet()) {
        apply(setting.getKey(), setting.getValue());
      }
      if (failure == null) {
        writer.settingsAck();
        onRoom.run();
      }
    }

    private void apply(int key, int value) {
      switch (key) {
        case SettingsFrame.HEADER_TABLE_SIZE ->
            writer.headerTable(value < 0 ? Integer.MAX_VALUE : value);
        case SettingsFrame.ENABLE_PUSH -> {
          if (value != 0) {
            breakConnection(
                ErrorCode.PROTOCOL_ERROR, "The server lets a client push, which is nonsense");
          }
        }
        case SettingsFrame.MAX_CONCURRENT_STREAMS ->
            peerStreams = value < 0 ? Integer.MAX_VALUE : value;
        case SettingsFrame.INITIAL_WINDOW_SIZE -> moveWindows(value);
        default -> {
          // MAX_FRAME_SIZE: ours are the smallest there are. MAX_HEADER_LIST_SIZE is advice.
        }
      }
    }

    private void moveWindows(int value) {
      long by = (long) value - peerStreamWindow;
      peerStreamWindow = value;
      for (Http2Stream stream : List.copyOf(streams.values())) {
        if (!stream.moveSendWindow(by)) {
          breakConnection(
              ErrorCode.FLOW_CONTROL_ERROR, "The server makes a window larger than any may be");
          return;
        }
        if (by > 0 && !stream.sentAll()) {
          stream.wake();
        }
      }
    }

    private boolean tooEarly() {
      if (!settingsSeen) {
        notHttp2();
      }
      return failure != null;
    }

    private void notHttp2() {
      breakConnection(
          ErrorCode.PROTOCOL_ERROR,
          "The server does not speak HTTP/2: it did not begin with SETTINGS");
    }

    @Override
    public void onHeaders(HeadersFrame frame) {
      guard.headersComplete();
      if (tooEarly()) {
        return;
      }
      Http2Stream stream = streams.get(frame.getStreamId());
      if (stream == null) {
        strayFrame(frame.getStreamId(), "HEADERS");
        return;
      }
      try {
        MetaData data = frame.getMetaData();
        Throwable malformed = MetaData.Failed.getFailure(data);
        if (malformed != null) {
          throw new TransferException(
              TransferErrorCode.HTTP2_STREAM,
              "The head of the response breaks the rules: " + malformed.getMessage(),
              malformed);
        }
        take(stream, data, frame.isEndStream());
        finished(stream);
      } catch (TransferException e) {
        breakStream(stream, ErrorCode.PROTOCOL_ERROR, e);
      }
    }

    private void take(Http2Stream stream, MetaData data, boolean end) throws TransferException {
      if (data instanceof MetaData.Response response) {
        stream.receiveHead(ResponseFieldList.head(response, limits), end, limits.interim());
      } else if (stream.hasHead() && end) {
        stream.receiveTrailers(ResponseFieldList.trailers(data, limits));
      } else {
        throw new TransferException(
            TransferErrorCode.HTTP2_STREAM,
            stream.hasHead()
                ? "The response goes on behind its trailers"
                : "The response has no status");
      }
    }

    @Override
    public void onData(DataFrame frame) {
      if (tooEarly()) {
        return;
      }
      int flow = frame.flowControlLength();
      if (!window.received(flow)) {
        breakConnection(ErrorCode.FLOW_CONTROL_ERROR, "The server sends more than was allowed");
        return;
      }
      // The other streams go on even where this one's reader does not: its own window stops it.
      giveBack(0, window.taken(flow));
      guard.useful(frame.remaining());
      Http2Stream stream = streams.get(frame.getStreamId());
      if (stream == null) {
        strayFrame(frame.getStreamId(), "DATA");
        return;
      }
      try {
        if (!stream.receiveData(frame.getByteBuffer(), flow, frame.isEndStream())) {
          breakStream(
              stream,
              ErrorCode.FLOW_CONTROL_ERROR,
              new TransferException(
                  TransferErrorCode.HTTP2_STREAM, "The server sends more than was allowed"));
          return;
        }
        finished(stream);
      } catch (TransferException e) {
        breakStream(stream, ErrorCode.PROTOCOL_ERROR, e);
      }
    }

    /// Of a stream that we gave up it may still come; one that never was is an error.
    private void strayFrame(int id, String what) {
      if (id % 2 == 0 || id >= nextId) {
        breakConnection(
            ErrorCode.PROTOCOL_ERROR, "The server sent " + what + " on a stream that never was");
      } else if (!guard.admit()) {
        breakConnection(
            ErrorCode.ENHANCE_YOUR_CALM_ERROR,
            "The server goes on sending on streams that are closed");
      }
    }

    @Override
    public void onReset(ResetFrame frame) {
      if (tooEarly()) {
        return;
      }
      Http2Stream stream = streams.get(frame.getStreamId());
      if (stream == null) {
        strayFrame(frame.getStreamId(), "RST_STREAM");
        return;
      }
      remove(stream);
      if (stream.ended()) {
        // It has answered and wants no more of the request.
        stream.wake();
        return;
      }
      ErrorCode code = ErrorCode.from(frame.getError());
      if (code == ErrorCode.REFUSED_STREAM_ERROR) {
        retired = true;
      }
      stream.fail(
          new StreamFailure(
              kind(code),
              code == ErrorCode.NO_ERROR ? TransferErrorCode.HTTP2 : TransferErrorCode.HTTP2_STREAM,
              "The server broke off the stream: " + ErrorWords.of(frame.getError())));
    }

    private static StreamFailure.Kind kind(@Nullable ErrorCode code) {
      return switch (code) {
        case REFUSED_STREAM_ERROR -> StreamFailure.Kind.UNPROCESSED;
        case HTTP_1_1_REQUIRED_ERROR -> StreamFailure.Kind.NEEDS_HTTP1;
        case null, default -> StreamFailure.Kind.BROKEN;
      };
    }

    @Override
    public void onGoAway(GoAwayFrame frame) {
      if (tooEarly()) {
        return;
      }
      goingAway = true;
      farewell = ErrorWords.of(frame.getError());
      boolean http1 = frame.getError() == ErrorCode.HTTP_1_1_REQUIRED_ERROR.code;
      for (Http2Stream stream : List.copyOf(streams.values())) {
        boolean unprocessed = stream.id() > frame.getLastStreamId();
        if (unprocessed || (http1 && !stream.hasHead())) {
          remove(stream);
          stream.fail(
              new StreamFailure(
                  http1 ? StreamFailure.Kind.NEEDS_HTTP1 : StreamFailure.Kind.UNPROCESSED,
                  TransferErrorCode.HTTP2,
                  "The server ends the connection: " + farewell));
        }
      }
    }

    @Override
    public void onPing(PingFrame frame) {
      if (!tooEarly() && !frame.isReply()) {
        writer.ping(frame.getPayload(), true);
      }
    }

    @Override
    public void onWindowUpdate(WindowUpdateFrame frame) {
      if (tooEarly()) {
        return;
      }
      if (!guard.admit()) {
        breakConnection(
            ErrorCode.ENHANCE_YOUR_CALM_ERROR, "The server sends too many WINDOW_UPDATE frames");
        return;
      }
      if (frame.getStreamId() == 0) {
        sendWindow += frame.getWindowDelta();
        if (sendWindow > Integer.MAX_VALUE) {
          breakConnection(
              ErrorCode.FLOW_CONTROL_ERROR, "The server makes a window larger than any may be");
          return;
        }
        for (Http2Stream stream : List.copyOf(streams.values())) {
          wakeSender(stream);
        }
        return;
      }
      Http2Stream stream = streams.get(frame.getStreamId());
      if (stream == null) {
        if (frame.getStreamId() >= nextId || frame.getStreamId() % 2 == 0) {
          strayFrame(frame.getStreamId(), "WINDOW_UPDATE");
        }
      } else if (stream.moveSendWindow(frame.getWindowDelta())) {
        wakeSender(stream);
      } else {
        breakStream(
            stream,
            ErrorCode.FLOW_CONTROL_ERROR,
            new TransferException(
                TransferErrorCode.HTTP2_STREAM,
                "The server makes a window larger than any may be"));
      }
    }

    private static void wakeSender(Http2Stream stream) {
      if (!stream.sentAll()) {
        stream.wake();
      }
    }

    @Override
    public void onPushPromise(PushPromiseFrame frame) {
      breakConnection(ErrorCode.PROTOCOL_ERROR, "The server pushes, though it was told not to");
    }

    @Override
    public void onStreamFailure(int streamId, int error, String reason) {
      Http2Stream stream = streams.get(streamId);
      if (stream == null) {
        strayFrame(streamId, "a broken frame");
        return;
      }
      ErrorCode code = ErrorCode.from(error);
      breakStream(
          stream,
          code == null ? ErrorCode.PROTOCOL_ERROR : code,
          new TransferException(
              TransferErrorCode.HTTP2_STREAM,
              "The server breaks the rules of HTTP/2: " + reason.replace('_', ' ')));
    }

    @Override
    public void onConnectionFailure(int error, String reason) {
      ErrorCode code = ErrorCode.from(error);
      if (!settingsSeen) {
        notHttp2();
      } else if (code == ErrorCode.ENHANCE_YOUR_CALM_ERROR) {
        breakConnection(
            code, "The server floods the connection with frames of no use: " + words(reason));
      } else {
        breakConnection(
            code == null ? ErrorCode.PROTOCOL_ERROR : code,
            "The server breaks the rules of HTTP/2: " + words(reason));
      }
    }

    private static String words(String reason) {
      return reason.replace('_', ' ');
    }
  }
}
