package org.sluice.engine.download;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.disk.DiskFailure;
import org.sluice.engine.disk.Forced;
import org.sluice.engine.disk.PartFile;
import org.sluice.engine.download.LiveCarrier.EnoughException;
import org.sluice.engine.journal.JournalChange;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;
import org.sluice.engine.request.BodySink.Answer;

/// The part file of one run: gives it bytes at the frontiers of the leases, and tells the journal
/// what is safe.
///
/// A range is journalled only after its bytes were forced.
///
/// **Threads**: confined to the loop.
final class PartWork {
  private final Site site;
  private final Item item;
  private final Consumer<DiskFailure> onFailed;
  private final CommitClock commits;
  private final Set<LiveCarrier> held = new LinkedHashSet<>();
  private @Nullable PartFile file;

  /// On the disk or on the way there; leases that still run are added by [#note].
  private Spans here;

  /// Forced; the journal knows it or is about to.
  private Spans forced;

  /// Passed over when it comes again, as it is here already.
  private Spans passOver = Spans.EMPTY;

  /// Known to be wrong, whatever the disk says.
  private Spans lost = Spans.EMPTY;

  private boolean forgetting;
  private long fetchedBytes;
  private int holds;

  PartWork(Site site, Item item, Consumer<DiskFailure> onFailed) {
    this.site = site;
    this.item = item;
    this.onFailed = onFailed;
    commits = site.journal.commitClock();
    here = item.committed();
    forced = here;
  }

  /// Bytes can be taken from now on.
  void opened(PartFile opened) {
    file = opened;
    releaseAll();
  }

  @Nullable PartFile file() {
    return file;
  }

  Spans here() {
    return here;
  }

  /// Nothing of an earlier run is worth anything.
  void forget() {
    here = Spans.EMPTY;
    forced = Spans.EMPTY;
    item.committed(Spans.EMPTY);
  }

  /// These bytes are wrong, and to be fetched again in another run.
  void lose(Spans wrong) {
    lost = lost.plus(wrong);
    here = here.minus(wrong);
    forced = forced.minus(wrong);
  }

  /// Only this is left of what was here.
  void cutTo(long length) {
    if (length == 0) {
      forget();
    } else {
      Spans beyond = Spans.of(new Span(length, Long.MAX_VALUE));
      here = here.minus(beyond);
      forced = here;
      item.committed(here);
    }
  }

  /// What is here now is passed over when it comes once more.
  void passOverWhatIsHere() {
    passOver = here;
  }

  /// What is here is worth nothing, and other bytes are going to be written over it: holds them back
  /// until the journal has forgotten what was here.
  void startOver() {
    PartFile part = file;
    if (part == null || (here.isEmpty() && forced.isEmpty())) {
      return;
    }
    forgetting = true;
    here = Spans.EMPTY;
    part.force( // so that nothing of before is ever told to be safe later
        result -> {
          forget();
          site.journal.post(
              List.of(new JournalChange.Committed(item.id, Spans.EMPTY)),
              () -> {
                item.committed(Spans.EMPTY);
                forgetting = false;
                releaseAll();
              });
        });
  }

  /// Bytes that came over the network in this run.
  long fetchedBytes() {
    return fetchedBytes;
  }

  /// How often since the last time the disk let nothing in.
  int takeHolds() {
    int seen = holds;
    holds = 0;
    return seen;
  }

  /// Takes a chunk of a carrier, or nothing of it.
  ///
  /// @throws EnoughException if its lease is complete and more would come
  Answer take(LiveCarrier carrier, ByteBuffer chunk) throws EnoughException {
    LiveLease lease = carrier.lease;
    long at = carrier.position;
    long chunkEnd = Math.addExact(at, chunk.remaining());
    long end = Math.min(chunkEnd, lease.to);
    PartFile part = file;
    long now = site.clock.nanoTime();
    if (part == null || forgetting || commits.mustHold(now)) {
      holds += part == null ? 0 : 1;
      hold(carrier);
      return Answer.PAUSE;
    }
    while (lease.frontier < end) {
      long to = nextStop(lease.frontier, end);
      if (!passOver.covers(new Span(lease.frontier, to))) {
        int skipped = Math.toIntExact(lease.frontier - at);
        int length = Math.toIntExact(to - lease.frontier);
        ByteBuffer piece = chunk.slice(chunk.position() + skipped, length);
        if (!part.offer(lease.frontier, piece, carrier.onRoom)) {
          carrier.held = true;
          holds++;
          return Answer.PAUSE;
        }
        commits.taken(length, now);
      }
      lease.frontier = to;
    }
    carrier.position = end;
    fetchedBytes += chunk.remaining();
    commitIfDue();
    if (lease.isComplete() && (chunkEnd > end || carrier.answerEnd > lease.to)) {
      throw new EnoughException("the segment is complete");
    }
    return Answer.TAKEN;
  }

  /// Where what is to be passed over begins or ends next.
  private long nextStop(long from, long end) {
    for (Span span : passOver.spans()) {
      if (span.from() > from) {
        return Math.min(end, span.from());
      }
      if (span.to() > from) {
        return Math.min(end, span.to());
      }
    }
    return end;
  }

  private void hold(LiveCarrier carrier) {
    carrier.held = true;
    held.add(carrier);
  }

  private void releaseAll() {
    List<LiveCarrier> waiting = List.copyOf(held);
    held.clear();
    waiting.forEach(this::release);
  }

  /// There is room again.
  void release(LiveCarrier carrier) {
    carrier.held = false;
    if (!carrier.gone) {
      site.loop.unpause(carrier.transfer());
    }
  }

  /// Nobody waits for room for it any more.
  void drop(LiveCarrier carrier) {
    held.remove(carrier);
    PartFile part = file;
    if (part != null) {
      part.forget(carrier.onRoom);
    }
  }

  /// Counts what the leases have taken.
  void note(List<LiveLease> leases) {
    for (LiveLease lease : leases) {
      if (lease.frontier > lease.from) {
        here = here.plus(new Span(lease.from, lease.frontier));
      }
    }
  }

  void commitIfDue() {
    if (!forgetting && commits.isDue(site.clock.nanoTime())) {
      commit();
    }
  }

  private void commit() {
    PartFile part = file;
    if (part != null) {
      commits.begins();
      part.force(this::forced);
    }
  }

  private void forced(Forced result) {
    DiskFailure failure = result.failure();
    if (failure != null) {
      onFailed.accept(failure);
      return;
    }
    if (forgetting) { // what was forced is about to be written over
      commits.done(result.tookNanos());
      return;
    }
    forced = forced.plus(result.spans()).minus(lost);
    Spans all = forced;
    site.journal.post(
        List.of(new JournalChange.Committed(item.id, all)),
        () -> {
          item.committed(all);
          commits.done(result.tookNanos());
          releaseAll();
        });
  }

  /// Forces and journals everything that was taken, closes the file, then goes on.
  void close(Runnable then) {
    PartFile part = file;
    file = null;
    held.clear();
    if (part == null) {
      then.run();
      return;
    }
    part.force(
        result -> {
          forced = forgetting ? Spans.EMPTY : forced.plus(result.spans()).minus(lost);
          Spans all = forced;
          if (all.equals(item.committed())) {
            part.close(then);
            return;
          }
          site.journal.post(
              List.of(new JournalChange.Committed(item.id, all)),
              () -> {
                item.committed(all); // before anybody is told of the end
                part.close(then);
              },
              failure -> part.close(then));
        });
  }

  /// Closes the file as it is, then goes on; its bytes are of no use any more.
  void discard(Runnable then) {
    PartFile part = file;
    file = null;
    held.clear();
    if (part == null) {
      then.run();
    } else {
      part.discard(then);
    }
  }

  /// The file belongs to whoever ends it.
  PartFile hand() {
    PartFile part = file;
    if (part == null) {
      throw new IllegalStateException(item + " has no file");
    }
    file = null;
    return part;
  }
}
