package org.sluice.engine.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.request.BodySource;
import org.sluice.engine.request.RateLimit;
import org.sluice.engine.request.UploadOptions;
import org.sluice.engine.time.TimerTable;

/// The body of a transfer's requests on its way out: read from its source, framed, sent.
///
/// **Threads**: confined to the thread of its multi. **Errors**: READ_ERROR if the source fails or
/// is shorter than it said, SEND_FAIL_REWIND if it is wanted again and can not be had again.
/// **Limits**: [#BUFFER_BYTES] at once.
final class Upload {
  static final int BUFFER_BYTES = 64 * 1024;

  /// How much one run sends at most, so that the other transfers get their turn.
  static final int BUDGET_BYTES = 256 * 1024;

  private enum State {
    /// The server has been asked and has not said yet.
    WAITING,
    SENDING,
    /// Everything is sent, or there was nothing.
    DONE,
    /// Given up before its end.
    STOPPED
  }

  private final Runnable onReady;
  private final Allowance allowance;
  private State state = State.DONE;
  private BodyPlan plan = BodyPlan.NOTHING;
  private BodySource.@Nullable Feed feed;
  private @Nullable OutBuffer out;
  private long readBytes;
  private long sentBytes;
  private boolean paused;
  private boolean starving;
  private boolean ended;
  private boolean opened;

  /// @param onReady called on any thread when the source has more
  /// @param onChange called when the speed limit lets bytes through
  Upload(UploadOptions options, Runnable onReady, Runnable onChange) {
    this.onReady = onReady;
    long limit = options.sendLimitBytesPerSecond();
    allowance = new Allowance(limit == 0 ? List.of() : List.of(new RateLimit(limit)), onChange);
  }

  /// Another request begins.
  ///
  /// @param chunked whether the body itself says where it ends, as in HTTP/1
  void begin(BodyPlan next, boolean chunked) throws TransferException {
    plan = next;
    sentBytes = 0;
    starving = false;
    ended = false;
    BodySource source = next.source();
    if (source == null) {
      state = State.DONE;
      return;
    }
    open(source);
    out = new OutBuffer(chunked);
    state = next.expects() ? State.WAITING : State.SENDING;
  }

  private void open(BodySource source) throws TransferException {
    if (feed != null && readBytes == 0) {
      return;
    }
    if (!mayBegin(source)) {
      throw new TransferException(
          TransferErrorCode.SEND_FAIL_REWIND,
          "The body must be sent again, and its source can not be read a second time");
    }
    close();
    try {
      feed = source.open(onReady);
      readBytes = 0;
      opened = true;
    } catch (IOException | RuntimeException e) {
      throw readError(e);
    }
  }

  private boolean mayBegin(BodySource source) {
    return !opened || source.repeatable();
  }

  /// Whether what has been sent could be sent again.
  boolean repeatable() {
    BodySource source = plan.source();
    return source == null || readBytes == 0 || source.repeatable();
  }

  /// The server wants it, or has been waited for long enough.
  void goOn() {
    if (state == State.WAITING) {
      state = State.SENDING;
    }
  }

  /// Sends no more.
  void stop() {
    if (unfinished()) {
      state = State.STOPPED;
      allowance.giveBack();
    }
  }

  boolean waits() {
    return state == State.WAITING;
  }

  /// Whether there is more to send.
  boolean unfinished() {
    return state == State.WAITING || state == State.SENDING;
  }

  boolean stopped() {
    return state == State.STOPPED;
  }

  boolean expects() {
    return plan.expects();
  }

  /// Bytes of the body that this request has not sent yet; [BodySource#UNKNOWN] if nobody knows.
  long remaining() {
    BodySource source = plan.source();
    long length = source == null ? 0 : source.lengthBytes();
    return length == BodySource.UNKNOWN ? BodySource.UNKNOWN : Math.max(0, length - sentBytes);
  }

  /// Bytes of the body that this request has sent.
  long sentBytes() {
    return sentBytes;
  }

  boolean paused() {
    return paused;
  }

  void pause(boolean stop) {
    paused = stop;
    if (stop) {
      allowance.giveBack();
    }
  }

  /// The source may have more now.
  void ready() {
    starving = false;
  }

  /// Whether room in the socket would let it go on.
  boolean wantsRoom() {
    return state == State.SENDING
        && ((out != null && out.hasRemaining())
            || (!paused && !starving && allowance.dueNanos() == TimerTable.NONE));
  }

  /// Whether it waits for its source.
  boolean starves() {
    return state == State.SENDING && starving;
  }

  /// When the speed limit lets it go on; `TimerTable.NONE` if it does not hold it.
  long dueNanos() {
    return state == State.SENDING && !paused ? allowance.dueNanos() : TimerTable.NONE;
  }

  /// Sends until it must wait or its share is used up.
  ///
  /// @return whether more could be sent at once
  boolean push(BodyWay to, long nowNanos) throws TransferException {
    OutBuffer buffer = out;
    long budget = BUDGET_BYTES;
    while (state == State.SENDING && buffer != null) {
      if (buffer.hasRemaining()) {
        budget -= to.send(buffer.bytes());
        sentBytes = readBytes - buffer.payloadLeft();
        if (buffer.hasRemaining()) {
          return false;
        }
      }
      if (ended) {
        state = State.DONE;
        to.end();
        close();
        allowance.giveBack();
      } else if (budget <= 0) {
        return true;
      } else if (paused || !fill(buffer, nowNanos)) {
        return false;
      }
    }
    return false;
  }

  /// Reads the next piece.
  ///
  /// @return whether there is something to send
  private boolean fill(OutBuffer buffer, long nowNanos) throws TransferException {
    BodySource source = plan.source();
    BodySource.Feed from = feed;
    if (source == null || from == null) {
      throw new IllegalStateException("no body is open");
    }
    long length = source.lengthBytes();
    if (length != BodySource.UNKNOWN && readBytes == length) {
      buffer.end();
      ended = true;
      return true;
    }
    long allowed = allowance.bytes(nowNanos);
    if (allowed == 0) {
      return false;
    }
    long most = length == BodySource.UNKNOWN ? allowed : Math.min(allowed, length - readBytes);
    int n = read(from, buffer.room(most));
    if (n == 0) {
      starving = true;
      return false;
    }
    if (n == BodySource.END) {
      if (length != BodySource.UNKNOWN) {
        throw new TransferException(
            TransferErrorCode.READ_ERROR,
            "The body ended after " + readBytes + " of " + length + " bytes");
      }
      buffer.end();
      ended = true;
      return true;
    }
    readBytes += n;
    allowance.used(n);
    buffer.filled(n);
    return true;
  }

  private static int read(BodySource.Feed from, ByteBuffer into) throws TransferException {
    try {
      int before = into.position();
      int n = from.read(into);
      if (n >= 0 && n != into.position() - before) {
        throw new IOException("a source said " + n + " bytes and gave others");
      }
      return n;
    } catch (IOException | RuntimeException e) {
      throw readError(e);
    }
  }

  private static TransferException readError(Exception e) {
    String message = e.getMessage();
    return new TransferException(
        TransferErrorCode.READ_ERROR,
        "Reading what was to be sent failed: " + (message == null ? e.toString() : message),
        e);
  }

  /// Gives up the source.
  void close() {
    if (feed != null) {
      feed.close();
    }
    feed = null;
    allowance.giveBack();
  }
}
