package org.sluice.engine.disk;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// What one file has on its way to the disk, and what has to wait until that is written.
///
/// **Threads**: guarded by the lock of [WriteBehind], but for the final fields and [#tell].
final class FileQueue {
  private static final System.Logger LOG = System.getLogger(FileQueue.class.getName());

  /// Something to be begun when all that was taken before it is written.
  ///
  /// @param after how many pieces must be through
  /// @param last whether it needs the file for itself, for ever
  private record Step(long after, boolean last, Runnable begin) {}

  private final PartChannel channel;
  private final Path part;
  private final PartOwner owner;
  private final int share;

  private final Map<Long, Piece> gathering = new HashMap<>();
  private final ArrayDeque<Piece> queued = new ArrayDeque<>();
  private final ArrayDeque<Step> steps = new ArrayDeque<>();
  private List<Span> written = new ArrayList<>();
  private @Nullable DiskFailure failure;
  private int held;
  private int jobs;
  private long taken;
  private long through;
  private boolean scheduled;
  private boolean ended;

  private List<Runnable> afterEnd = new ArrayList<>();

  // Of whoever forces it, one at a time:
  // Also of a file that was there: whoever made it may have been killed before it forced the name.
  private boolean nameForced;
  private @Nullable DiskFailure lost;

  /// @param share of the pool, in pieces
  FileQueue(PartChannel channel, Path part, PartOwner owner, int share) {
    this.channel = channel;
    this.part = part;
    this.owner = owner;
    this.share = share;
  }

  PartChannel channel() {
    return channel;
  }

  Path part() {
    return part;
  }

  /// Runs `answer` where the owner wants it.
  void tell(Runnable answer) {
    try {
      owner.executor().execute(answer);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "the owner of " + part + " is gone", e);
    }
  }

  void tellFailed(DiskFailure why) {
    tell(() -> owner.onFailed().accept(why));
  }

  boolean takesMore() {
    return !ended && failure == null;
  }

  boolean isEnded() {
    return ended;
  }

  @Nullable DiskFailure failure() {
    return failure;
  }

  boolean hasShare(int more) {
    return held + more <= share;
  }

  void holds(int more) {
    held += more;
    taken += more;
  }

  /// The half-filled piece that ends at `position`, taken out; null for none.
  @Nullable Piece gatheringAt(long position) {
    return gathering.remove(position);
  }

  void gather(Piece piece) {
    Piece other = gathering.put(piece.end(), piece);
    if (other != null) {
      queued.add(other); // two segments have met; this one is no one's next any more
    }
  }

  void queue(Piece piece) {
    queued.add(piece);
  }

  /// Queues the half-filled ones too.
  void flush() {
    queued.addAll(gathering.values());
    gathering.clear();
  }

  boolean hasQueued() {
    return !queued.isEmpty();
  }

  @Nullable Piece next() {
    return queued.poll();
  }

  /// Whether this made it one of those that are to be served.
  boolean schedule() {
    if (scheduled || queued.isEmpty()) {
      return false;
    }
    scheduled = true;
    return true;
  }

  void served() {
    scheduled = false;
  }

  /// One piece is through.
  ///
  /// @param bytes of it that are in the file
  void wrote(Piece piece, int bytes) {
    passed();
    if (bytes > 0) {
      Span span = new Span(piece.position(), piece.position() + bytes);
      Span last = written.isEmpty() ? null : written.getLast();
      if (last != null && last.to() == span.from()) {
        written.set(written.size() - 1, new Span(last.from(), span.to()));
      } else {
        written.add(span);
      }
    }
  }

  /// One piece is through, written or not.
  void passed() {
    held--;
    through++;
  }

  /// What was written and is not known to be forced; it is another's now.
  Spans takeWritten() {
    Spans out = Spans.of(written);
    written = new ArrayList<>();
    return out;
  }

  /// Nothing more can be written.
  ///
  /// @return the pieces that never will be
  List<Piece> fail(DiskFailure why) {
    failure = failure == null ? why : failure;
    return drop();
  }

  /// Empties the queue.
  ///
  /// @return the pieces that never will be written
  List<Piece> drop() {
    flush();
    List<Piece> out = new ArrayList<>(queued);
    queued.clear();
    return out;
  }

  /// Begins something when all that was taken so far is through.
  void then(boolean last, Runnable begin) {
    ended |= last;
    steps.add(new Step(taken, last, begin));
  }

  /// The next step that can begin now, or null.
  @Nullable Runnable nextStep() {
    Step step = steps.peek();
    if (step == null || step.after > through || (step.last && jobs > 0)) {
      return null;
    }
    jobs++;
    steps.remove();
    return step.begin;
  }

  boolean hasSteps() {
    return !steps.isEmpty();
  }

  void jobDone() {
    jobs--;
  }

  /// Something that waits for the last step to be done.
  void afterEnd(Runnable then) {
    afterEnd.add(then);
  }

  List<Runnable> takeAfterEnd() {
    List<Runnable> out = afterEnd;
    afterEnd = new ArrayList<>();
    return out;
  }

  boolean isNameForced() {
    return nameForced;
  }

  void nameForced() {
    nameForced = true;
  }

  /// Why nothing that was not forced by then is to be trusted; null if all is well.
  @Nullable DiskFailure lost() {
    return lost;
  }

  void lose(DiskFailure why) {
    lost = why;
  }
}
