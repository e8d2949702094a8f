package org.sluice.engine.http2;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.http.ResponseSource;

/// One request and its response on a connection of HTTP/2.
///
/// What comes for it waits here until it is asked for with [#next]. Bytes that were handed out are
/// given back to the server's window, so that a reader who stops makes the server stop: what waits
/// is never more than the window.
///
/// **Threads**: confined to the thread of its multi. **Errors**: [#next] throws what the stream
/// ended with, after all that came before; [#failure] says what may be done about it.
public final class Http2Stream implements ResponseSource {
  /// Bodies are handed out in pieces of this size at most.
  private static final int CHUNK_BYTES = 64 * 1024;

  private final Http2Session session;
  private final int id;
  private final boolean headRequest;
  private final Runnable onEvent;
  private final Deque<ResponseHead> heads = new ArrayDeque<>(1);
  private final ByteQueue bytes = new ByteQueue();
  private final ReceiveWindow window;
  private long sendWindow;
  private @Nullable ResponseHead last;
  private @Nullable ResponseHead fetched;
  private Headers trailers = Headers.EMPTY;
  private int interim;
  private long bodyBytes;
  private boolean ended;
  private boolean sentAll;
  private boolean waitsForRoom;
  private boolean heldBack;
  private long allowed = Long.MAX_VALUE;
  private @Nullable StreamFailure failure;

  Http2Stream(Http2Session session, int id, StreamOrder order, int window, long sendWindow) {
    this.session = session;
    this.id = id;
    headRequest = order.headRequest();
    onEvent = order.onEvent();
    sentAll = order.withoutBody();
    this.window = new ReceiveWindow(window);
    this.sendWindow = sendWindow;
  }

  /// Its number on the connection: odd, as a client's.
  public int id() {
    return id;
  }

  /// Why it ended early; null if it did not.
  public @Nullable StreamFailure failure() {
    return failure;
  }

  /// Whether the response has come to its end, though it may not have been taken yet.
  public boolean ended() {
    return ended;
  }

  @Override
  public Headers trailers() {
    return trailers;
  }

  /// Bytes that wait for the reader.
  public long waitingBytes() {
    return bytes.size();
  }

  /// Whether [#next] has something to say.
  public boolean hasNews() {
    return !heads.isEmpty() || !bytes.isEmpty() || ended || failure != null;
  }

  @Override
  public Event next(ByteBuffer input) throws TransferException {
    if (!heads.isEmpty()) {
      fetched = heads.removeFirst();
      return Event.HEAD;
    }
    if (!bytes.isEmpty()) {
      return allowed > 0 ? Event.BODY : Event.MORE;
    }
    if (failure != null) {
      throw failure.asException();
    }
    return ended ? Event.END : Event.MORE;
  }

  @Override
  public Event eof() {
    return ended ? Event.END : Event.EARLY_EOF;
  }

  @Override
  public ResponseHead head() {
    if (fetched == null) {
      throw new IllegalStateException("no head yet");
    }
    return fetched;
  }

  @Override
  public String headText() {
    StringBuilder text = new StringBuilder(256);
    text.append("HTTP/2 ").append(head().status()).append(" \r\n");
    for (Headers.Field field : head().headers().fields()) {
      text.append(field.name()).append(": ").append(field.value()).append("\r\n");
    }
    return text.append("\r\n").toString();
  }

  @Override
  public ByteBuffer body() {
    ByteBuffer chunk = bytes.take((int) Math.min(allowed, CHUNK_BYTES));
    allowed -= chunk.remaining();
    handedOut(chunk.remaining());
    return chunk;
  }

  @Override
  public boolean started() {
    return last != null || interim > 0;
  }

  @Override
  public boolean endsWithConnection() {
    return false;
  }

  /// Hands out no more than `most` bytes of body until this is called again.
  public void allow(long most) {
    allowed = most;
  }

  /// What is left of [#allow].
  public long allowed() {
    return allowed;
  }

  /// Whether its reader is slow on purpose (a pause, a speed limit): then its window does not grow.
  public void heldBack(boolean value) {
    heldBack = value;
  }

  private void handedOut(int n) {
    if (ended || failure != null) {
      return;
    }
    int back = window.taken(n);
    if (back > 0) {
      if (!heldBack) {
        back += window.growTo(session.grown(window.size()));
      }
      session.giveBack(id, back);
    }
  }

  int windowBytes() {
    return window.size();
  }

  /// Sends of `data` what the windows and the connection take now; the rest after the next event.
  ///
  /// @param end whether nothing follows behind `data`
  public void send(ByteBuffer data, boolean end) {
    if (!sentAll && failure == null && session.isOpen(this)) {
      boolean all = session.send(this, data, end);
      waitsForRoom = !all;
      if (all && end) {
        sentAll = true;
        session.sentAll(this);
      }
    }
  }

  boolean waitsForRoom() {
    return waitsForRoom;
  }

  /// Whether the server has said that it wants no more of the request (it answered already).
  public boolean wantsNoMore() {
    return failure != null || (ended && !session.isOpen(this));
  }

  public boolean sentAll() {
    return sentAll;
  }

  long sendWindow() {
    return sendWindow;
  }

  /// @return false if it is more than a window may be
  boolean moveSendWindow(long by) {
    sendWindow += by;
    return sendWindow <= Integer.MAX_VALUE;
  }

  /// Gives it up; the server is told if it does not know yet.
  public void cancel() {
    bytes.clear();
    heads.clear();
    session.cancel(this);
  }

  /// A complete head.
  void receiveHead(ResponseHead head, boolean end, int interimMost) throws TransferException {
    if (last != null) {
      throw broken("has a second head");
    }
    if (head.isInformational()) {
      if (end) {
        throw broken("ends with an interim head (" + head.status() + ")");
      }
      if (++interim > interimMost) {
        throw new TransferException(
            TransferErrorCode.TOO_LARGE,
            "The server sent more than " + interimMost + " interim responses (1xx)");
      }
    } else {
      last = head;
    }
    heads.addLast(head);
    if (end) {
      end();
    }
    onEvent.run();
  }

  boolean hasHead() {
    return last != null;
  }

  void receiveTrailers(Headers fields) throws TransferException {
    trailers = fields;
    end();
    onEvent.run();
  }

  /// @param flowBytes what counts for the windows: with padding
  /// @return false if the window did not allow it
  boolean receiveData(ByteBuffer data, int flowBytes, boolean end) throws TransferException {
    if (!window.received(flowBytes)) {
      return false;
    }
    int n = data.remaining();
    if (last == null) {
      throw broken("has a body before its head");
    }
    bodyBytes += n;
    long declared = declaredBytes();
    if (declared >= 0 && bodyBytes > declared) {
      throw broken("is longer than the " + declared + " bytes it announced");
    }
    bytes.add(data);
    if (end) {
      end();
    } else if (flowBytes > n) {
      handedOut(flowBytes - n);
    }
    if (n > 0 || end) {
      onEvent.run();
    }
    return true;
  }

  private void end() throws TransferException {
    long declared = declaredBytes();
    if (declared >= 0 && bodyBytes != declared) {
      throw broken("ends after " + bodyBytes + " of the " + declared + " bytes it announced");
    }
    ended = true;
  }

  /// How long the body must be; -1 for any length.
  private long declaredBytes() {
    if (last == null) {
      return -1;
    }
    // RFC 9110, 8.6: here the length is that of a body which is not sent.
    if (headRequest || last.status() == 304 || last.status() == 204) {
      return 0;
    }
    return last.contentLength();
  }

  /// It ends early; what has come before is handed out all the same.
  void fail(StreamFailure why) {
    if (failure == null && !ended) {
      failure = why;
      onEvent.run();
    }
  }

  void wake() {
    onEvent.run();
  }

  private static TransferException broken(String what) {
    return new TransferException(TransferErrorCode.HTTP2_STREAM, "The response " + what);
  }
}
