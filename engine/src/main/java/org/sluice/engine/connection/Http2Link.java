package org.sluice.engine.connection;

import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.filter.ConnectionFilter;
import org.sluice.engine.http2.Http2Session;
import org.sluice.engine.http2.Http2Stream;
import org.sluice.engine.http2.StreamOrder;

/// Carries bytes between the filters of a connection and its HTTP/2 session, for whichever of its
/// transfers is at work.
///
/// **Threads**: confined to the thread of its multi. **Errors**: those of the filters end the
/// session, which tells every stream.
@SuppressWarnings("ReferenceEquality") // a transfer's callback is its identity
public final class Http2Link {
  /// How much one call reads at most, so that other connections get their turn.
  public static final int BUDGET_BYTES = 1024 * 1024;

  /// A connection that has been silent for this long when a transfer gives up is not trusted with
  /// another one.
  public static final long SILENCE_NANOS = 5_000_000_000L;

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final ConnectionFilter filters;
  private final Http2Session session;
  private @Nullable Runnable writer;
  private long heardNanos;

  Http2Link(ConnectionFilter filters, Http2Session session, long nowNanos) {
    this.filters = filters;
    this.session = session;
    heardNanos = nowNanos;
  }

  public Http2Session session() {
    return session;
  }

  /// Sends the head of a request, or as much of it as the socket takes now.
  public Http2Stream open(StreamOrder order) {
    Http2Stream stream = session.open(order);
    flush();
    return stream;
  }

  /// Reads what is there, for all streams.
  ///
  /// @return whether there may be more, as its share is used up
  public boolean pump(Supplier<ByteBuffer> buffers, long nowNanos) {
    int budget = BUDGET_BYTES;
    try {
      while (budget > 0 && session.failure() == null) {
        ByteBuffer buffer = buffers.get();
        int n = filters.recv(buffer);
        if (n < 0) {
          session.ended(null);
        } else if (n == 0) {
          break;
        } else {
          heardNanos = nowNanos;
          budget -= n;
          session.receive(buffer.flip(), nowNanos);
        }
        if (!filters.mayHaveInput()) {
          break;
        }
      }
    } catch (TransferException e) {
      session.ended(e);
    }
    flush();
    return budget <= 0 && session.failure() == null;
  }

  /// Sends what waits, as much as the socket takes now.
  public void flush() {
    try {
      boolean moved = true;
      while (session.hasOutput() && moved) {
        int n = filters.send(session.output());
        session.sent(n);
        moved = n > 0;
      }
      if (!session.hasOutput() && filters.hasOutput()) {
        filters.send(NOTHING);
      }
    } catch (TransferException e) {
      session.ended(e);
    }
    if (writer != null && !hasOutput()) {
      Runnable done = writer;
      writer = null;
      done.run();
    }
  }

  private boolean hasOutput() {
    return session.failure() == null && (session.hasOutput() || filters.hasOutput());
  }

  /// Whether `who` is the one of its users that waits until the socket takes more. One at a time:
  /// it is run again when everything is sent, whoever did that.
  public boolean waitsForOutput(Runnable who) {
    if (writer == null && hasOutput()) {
      writer = who;
    }
    return writer == who;
  }

  /// `who` uses it no more.
  void left(Runnable who) {
    if (writer == who) {
      writer = null;
      session.wakeOne();
    }
  }

  /// A transfer gave up waiting: if nothing has come for anybody, the connection may be dead.
  public void suspect(long nowNanos) {
    if (nowNanos - heardNanos >= SILENCE_NANOS) {
      session.retire();
    }
  }
}
