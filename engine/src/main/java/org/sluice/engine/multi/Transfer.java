package org.sluice.engine.multi;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.request.BodySink;
import org.sluice.engine.request.TransferOptions;

/// One transfer: the easy handle. It does nothing until it is added to a [Multi], and can be added
/// again after it was removed.
///
/// **Threads**: made anywhere; its [#info] belongs to the thread of its multi.
public final class Transfer {
  private static final AtomicLong NUMBERS = new AtomicLong();

  private final long id = NUMBERS.incrementAndGet();
  private final TransferOptions options;
  private final BodySink sink;
  @Nullable Handle handle;
  private @Nullable TransferInfo last;
  private TransferStages lastStages = TransferStages.NONE;

  public Transfer(TransferOptions options, BodySink sink) {
    this.options = options;
    this.sink = sink;
  }

  /// Its number; never used twice in one process.
  public long id() {
    return id;
  }

  public TransferOptions options() {
    return options;
  }

  public BodySink sink() {
    return sink;
  }

  /// What is known of it now, or was known when it was removed.
  public TransferInfo info() {
    if (handle != null) {
      return handle.info();
    }
    if (last != null) {
      return last;
    }
    return new TransferInfo(
        TransferState.INIT,
        options.shownUrl(),
        0,
        null,
        null,
        0,
        -1,
        0,
        0,
        0,
        0,
        0,
        null,
        null,
        null);
  }

  /// How far it is, or was when it was removed.
  public TransferStages stages() {
    return handle == null ? lastStages : handle.stages();
  }

  /// When the request of the last hop was completely given to its socket, by the clock of its multi;
  /// `otherwise` if that has not come to pass, or if it is with no multi.
  public long requestSentNanos(long otherwise) {
    return handle == null || !handle.work.isSent() ? otherwise : handle.work.sentNanos();
  }

  void detach() {
    if (handle != null) {
      last = handle.info();
      lastStages = handle.stages();
      handle = null;
    }
  }

  @Override
  public String toString() {
    return "transfer " + id + " (" + options.shownUrl() + ")";
  }
}
