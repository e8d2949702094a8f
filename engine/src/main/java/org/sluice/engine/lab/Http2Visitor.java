package org.sluice.engine.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.frames.DataFrame;
import org.eclipse.jetty.http2.frames.HeadersFrame;
import org.eclipse.jetty.http2.frames.PingFrame;
import org.eclipse.jetty.http2.frames.ResetFrame;
import org.eclipse.jetty.http2.frames.SettingsFrame;
import org.eclipse.jetty.http2.frames.WindowUpdateFrame;
import org.eclipse.jetty.http2.parser.ServerParser;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RateControl;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http2.FrameWriter;

/// One accepted connection of HTTP/2 and its streams: the server's side, with blocking I/O.
///
/// **Threads** one virtual thread reads; each request has one of its own. **Limits** a door says
/// how many streams it takes and how large its windows are ([Manners]).
final class Http2Visitor {
  /// What a door lets a client do.
  record Manners(int streams, int windowBytes) {
    static Manners of(LabOrigin origin) {
      return origin == LabOrigin.HTTP2_SMALL ? new Manners(3, 1_000) : new Manners(100, 65_535);
    }
  }

  private static final int HEADER_BYTES = 64 * 1024;
  private static final int FIRST_WINDOW = 65_535;
  private static final int BLOCK_BYTES = 16 * 1024;

  private final LabServer lab;
  private final LabOrigin origin;
  private final long number;
  private final Socket raw;
  private final Socket stream;
  private final Executor threads;
  private final OutputStream out;
  private final Manners manners;
  private final FrameWriter writer = new FrameWriter();
  private final Map<Integer, Http2Reply> replies = new HashMap<>();
  private final ServerParser parser;
  private long sendWindow = FIRST_WINDOW;
  private int streamWindow = FIRST_WINDOW;
  private boolean ended;
  private @Nullable IOException broken;

  Http2Visitor(
      LabServer lab, LabOrigin origin, long number, Socket raw, Socket stream, Executor threads)
      throws IOException {
    this.lab = lab;
    this.origin = origin;
    this.number = number;
    this.raw = raw;
    this.stream = stream;
    this.threads = threads;
    out = stream.getOutputStream();
    manners = Manners.of(origin);
    parser =
        new ServerParser(ByteBufferPool.NON_POOLING, HEADER_BYTES, RateControl.NO_RATE_CONTROL);
    parser.init(new Frames());
  }

  /// Serves until either side has enough.
  void serve() throws IOException {
    synchronized (this) {
      writer.settings(
          Map.of(
              SettingsFrame.MAX_CONCURRENT_STREAMS,
              manners.streams(),
              SettingsFrame.INITIAL_WINDOW_SIZE,
              manners.windowBytes()));
      flush();
    }
    InputStream in = stream.getInputStream();
    byte[] block = new byte[BLOCK_BYTES];
    try {
      for (int n = in.read(block); n >= 0 && !isOver(); n = in.read(block)) {
        ByteBuffer input = ByteBuffer.wrap(block, 0, n);
        while (input.hasRemaining()) {
          parser.parse(input);
        }
        synchronized (this) {
          flush();
        }
      }
    } finally {
      close();
    }
  }

  private synchronized boolean isOver() {
    return ended;
  }

  /// Ends the connection at once.
  synchronized void close() throws IOException {
    ended = true;
    List<Http2Reply> left = new ArrayList<>(replies.values());
    replies.clear();
    left.forEach(Http2Reply::gone);
    notifyAll();
    raw.close();
  }

  private void flush() throws IOException {
    if (broken != null) {
      throw broken;
    }
    if (!writer.isEmpty()) {
      ByteBuffer bytes = writer.waiting();
      int n = bytes.remaining();
      try {
        out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), n);
        out.flush();
      } catch (IOException e) {
        broken = e;
        ended = true;
        notifyAll();
        throw e;
      }
      writer.sent(n);
    }
  }

  /// Sends a head.
  synchronized void headers(Http2Reply reply, HttpFields fields, boolean last) throws IOException {
    checkOpen(reply);
    writer.headers(reply.id(), fields, last);
    flush();
    if (last) {
      replies.remove(reply.id());
    }
  }

  /// Sends all of a piece of body, as the client's windows let it through.
  synchronized void data(Http2Reply reply, byte[] bytes, int start, int length, boolean last)
      throws IOException {
    int from = start;
    int left = length;
    do {
      checkOpen(reply);
      long room = Math.min(sendWindow, reply.window());
      int n = (int) Math.min(Math.min(left, FrameWriter.FRAME_BYTES), room);
      if (n <= 0 && left > 0) {
        await();
        continue;
      }
      sendWindow -= n;
      reply.moveWindow(-n);
      writer.data(reply.id(), ByteBuffer.wrap(bytes, from, n), last && n == left);
      flush();
      from += n;
      left -= n;
    } while (left > 0);
    if (last) {
      replies.remove(reply.id());
    }
  }

  @SuppressWarnings("WaitNotInLoop") // each caller looks again
  private void await() throws IOException {
    try {
      wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the lab is closing", e);
    }
  }

  private void checkOpen(Http2Reply reply) throws IOException {
    if (ended || !replies.containsKey(reply.id())) {
      throw new IOException("the client has given the stream up");
    }
  }

  /// Waits until the client gives the stream up.
  synchronized void awaitEnd(Http2Reply reply) throws IOException {
    while (!ended && replies.containsKey(reply.id())) {
      await();
    }
  }

  /// Breaks one stream off.
  synchronized void reset(Http2Reply reply, ErrorCode code) throws IOException {
    if (replies.remove(reply.id()) != null) {
      writer.reset(reply.id(), code);
      flush();
    }
  }

  /// Says that no stream above `last` was looked at, and that no more are taken.
  synchronized void goAway(int last, ErrorCode code) throws IOException {
    writer.goAway(last, code, "the lab goes away");
    flush();
    List.copyOf(replies.values()).stream()
        .filter(reply -> reply.id() > last)
        .forEach(reply -> replies.remove(reply.id()));
    notifyAll();
  }

  /// Writes whatever a scenario wants to write.
  synchronized void write(Consumer<FrameWriter> frames) throws IOException {
    frames.accept(writer);
    flush();
  }

  /// Bytes as they are, frames or not.
  synchronized void writeRaw(byte[] bytes) throws IOException {
    flush();
    out.write(bytes);
    out.flush();
  }

  /// The reader has taken `bytes` of a request's body.
  synchronized void taken(int streamId, int bytes) throws IOException {
    if (!ended && bytes > 0) {
      writer.windowUpdate(0, bytes);
      if (replies.containsKey(streamId)) {
        writer.windowUpdate(streamId, bytes);
      }
      flush();
    }
  }

  private void begin(HeadersFrame frame, MetaData.Request head) {
    Http2Reply reply = new Http2Reply(this, frame.getStreamId(), streamWindow);
    if (replies.size() >= manners.streams()) {
      writer.reset(frame.getStreamId(), ErrorCode.REFUSED_STREAM_ERROR);
      return;
    }
    replies.put(frame.getStreamId(), reply);
    if (frame.isEndStream()) {
      reply.bodyEnds();
    }
    LabRequest request = request(head, frame.isEndStream());
    lab.record(request);
    threads.execute(() -> reply.answer(lab, request, raw, stream));
  }

  private LabRequest request(MetaData.Request head, boolean bare) {
    List<LabRequest.Field> fields = new ArrayList<>();
    fields.add(new LabRequest.Field("Host", String.valueOf(head.getHttpURI().getAuthority())));
    for (HttpField field : head.getHttpFields()) {
      fields.add(new LabRequest.Field(field.getName(), String.valueOf(field.getValue())));
    }
    if (!bare && head.getHttpFields().getField("content-length") == null) {
      // What the lab's other parts know of a body without a length.
      fields.add(new LabRequest.Field("Transfer-Encoding", "chunked"));
    }
    return new LabRequest(
        number, origin, head.getMethod(), head.getHttpURI().getPathQuery(), "HTTP/2", fields);
  }

  private final class Frames implements ServerParser.Listener {
    @Override
    public void onHeaders(HeadersFrame frame) {
      synchronized (Http2Visitor.this) {
        Http2Reply known = replies.get(frame.getStreamId());
        if (known != null) {
          known.bodyEnds();
        } else if (frame.getMetaData() instanceof MetaData.Request head
            && !(head instanceof MetaData.Failed)) {
          begin(frame, head);
        } else {
          writer.reset(frame.getStreamId(), ErrorCode.PROTOCOL_ERROR);
        }
      }
    }

    @Override
    public void onData(DataFrame frame) {
      synchronized (Http2Visitor.this) {
        Http2Reply reply = replies.get(frame.getStreamId());
        if (reply == null) {
          writer.windowUpdate(0, Math.max(1, frame.flowControlLength()));
          return;
        }
        byte[] bytes = new byte[frame.remaining()];
        frame.getByteBuffer().get(bytes);
        reply.bodyComes(bytes, frame.isEndStream());
      }
    }

    @Override
    public void onReset(ResetFrame frame) {
      synchronized (Http2Visitor.this) {
        Http2Reply reply = replies.remove(frame.getStreamId());
        if (reply != null) {
          reply.gone();
        }
        Http2Visitor.this.notifyAll();
      }
    }

    @Override
    public void onSettings(SettingsFrame frame) {
      synchronized (Http2Visitor.this) {
        if (frame.isReply()) {
          return;
        }
        Integer window = frame.getSettings().get(SettingsFrame.INITIAL_WINDOW_SIZE);
        if (window != null) {
          replies.values().forEach(reply -> reply.moveWindow((long) window - streamWindow));
          streamWindow = window;
        }
        writer.settingsAck();
        Http2Visitor.this.notifyAll();
      }
    }

    @Override
    public void onPing(PingFrame frame) {
      synchronized (Http2Visitor.this) {
        if (!frame.isReply()) {
          writer.ping(frame.getPayload(), true);
        }
      }
    }

    @Override
    public void onWindowUpdate(WindowUpdateFrame frame) {
      synchronized (Http2Visitor.this) {
        Http2Reply reply = replies.get(frame.getStreamId());
        if (frame.getStreamId() == 0) {
          sendWindow += frame.getWindowDelta();
        } else if (reply != null) {
          reply.moveWindow(frame.getWindowDelta());
        }
        Http2Visitor.this.notifyAll();
      }
    }

    @Override
    public void onConnectionFailure(int error, String reason) {
      synchronized (Http2Visitor.this) {
        ErrorCode code = ErrorCode.from(error);
        writer.goAway(0, code == null ? ErrorCode.PROTOCOL_ERROR : code, reason);
        ended = true;
      }
    }
  }
}
