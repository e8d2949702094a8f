package org.sluice.engine.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.http.ResponseHead;
import org.sluice.engine.multi.Transfer;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.resume.AnswerDecision;
import org.sluice.engine.resume.RangeRequest;
import org.sluice.engine.segment.CarrierId;

/// One transfer that feeds a lease, and the sink of its body.
///
/// **Threads**: confined to the loop. **Errors**: what it does not want it ends with an
/// [EnoughException]; the verdict says why.
final class LiveCarrier implements BodySink {
  final CarrierId id;
  final LiveLease lease;
  final RangeRequest sent;

  final String address;
  final long openedNanos;

  /// Run when there is room for its bytes again.
  final Runnable onRoom;

  private final Judge judge;
  private @Nullable Transfer transfer;

  /// What its answer is; null before it came.
  @Nullable AnswerDecision verdict;

  /// Offset after the last byte that it has brought, at most the end of its lease.
  long position;

  /// Offset after the last byte that its answer has; [Long#MAX_VALUE] if nobody knows.
  long answerEnd = Long.MAX_VALUE;

  /// Whether the run wants no more of it.
  boolean gone;

  /// Whether it stands still because the disk, or what waits to be forced, lets nothing in.
  boolean held;

  /// What a carrier asks when something comes.
  interface Judge {
    /// Whether the body that follows is wanted.
    boolean head(LiveCarrier carrier, ResponseHead head);

    /// Takes the chunk, or nothing of it.
    Answer body(LiveCarrier carrier, ByteBuffer chunk) throws EnoughException;

    /// There is room for its bytes again.
    void room(LiveCarrier carrier);
  }

  /// Ends a transfer whose rest is of no use; no failure.
  static final class EnoughException extends IOException {
    private static final long serialVersionUID = 1L;

    EnoughException(String reason) {
      super(reason);
    }
  }

  LiveCarrier(CarrierId id, LiveLease lease, Request request, long openedNanos, Judge judge) {
    this.id = id;
    this.lease = lease;
    this.openedNanos = openedNanos;
    this.judge = judge;
    sent = request.sent();
    address = request.address();
    position = sent.from();
    onRoom = () -> judge.room(this);
  }

  /// What it asks for.
  record Request(RangeRequest sent, String address) {}

  void carriedBy(Transfer made) {
    transfer = made;
  }

  Transfer transfer() {
    if (transfer == null) {
      throw new IllegalStateException(id + " has no transfer yet");
    }
    return transfer;
  }

  /// When its request was sent; if that is not known, when it was opened.
  long askedNanos() {
    return transfer().requestSentNanos(openedNanos);
  }

  /// Whether an answer is there whose bytes are taken.
  boolean isFed() {
    return verdict instanceof AnswerDecision.TakeBody
        || verdict instanceof AnswerDecision.TakeWhole;
  }

  @Override
  public void head(ResponseHead head) throws IOException {
    if (gone || !judge.head(this, head)) {
      throw new EnoughException(verdict == null ? "not wanted any more" : verdict.reason());
    }
  }

  @Override
  public Answer write(ByteBuffer chunk) throws IOException {
    if (gone) {
      throw new EnoughException("not wanted any more");
    }
    return judge.body(this, chunk);
  }
}
