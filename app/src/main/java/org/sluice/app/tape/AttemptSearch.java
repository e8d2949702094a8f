package org.sluice.app.tape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.trace.TraceEvent;

/// Looks in a tape for the events of one transfer, from the newest to the oldest.
///
/// **Limits**: the newest [#MOST_EVENTS] of its events and the calls around them, and of what was before
/// [#MOST_CHANGES] changes of the poll state; the newest [#MOST_SAMPLES] samples, and what was known
/// before them; [#MOST_LOOKED_AT] events are looked at.
final class AttemptSearch {
  static final int MOST_EVENTS = 512;

  /// Enough to draw how its sockets were watched.
  static final int MOST_CHANGES = 256;

  /// The JavaFX thread looks; of an engine that says more than this in a minute the beginning of a
  /// long attempt is left out.
  static final int MOST_LOOKED_AT = 1 << 16;

  /// Ten seconds of them, as a rule: a sample has the whole list in it.
  static final int MOST_SAMPLES = 100;

  private final Tape tape;
  private final long transfer;
  private final String address;
  private final Set<Long> sockets = new HashSet<>();
  private final Set<Long> chosen = new HashSet<>();
  private long first = -1;
  private long last = -1;
  private boolean whole;

  AttemptSearch(Tape tape, long transfer) {
    this.tape = tape;
    this.transfer = transfer;
    address = "transfer " + transfer + " = ";
  }

  @Nullable Attempt attempt(ItemId item, long wallOffsetNanos) {
    findEnds();
    if (last < 0) {
      return null;
    }
    choose();
    List<TraceEvent> events = events();
    long begin = events.getFirst().nanos();
    List<Sample> known = new ArrayList<>();
    known.add(Sample.whole(tape.at(first), begin - 1)); // what was known by then
    List<Sample> all = tape.samples(begin, events.getLast().nanos());
    int left = Math.max(0, all.size() - MOST_SAMPLES);
    if (left > 0) {
      long skipped = all.get(left - 1).nanos();
      known.add(Sample.whole(tape.atNanos(skipped), skipped));
    }
    known.addAll(all.subList(left, all.size()));
    List<Sample> samples = new ArrayList<>();
    MonitorState own = new MonitorState();
    int counted = 0;
    for (Sample sample : known) {
      while (counted < events.size() && events.get(counted).nanos() <= sample.nanos()) {
        own.apply(events.get(counted++));
      }
      samples.add(only(sample, item, own));
    }
    return new Attempt(transfer, events, samples, wallOffsetNanos, whole);
  }

  /// Where it begins and ends, and which sockets it used.
  private void findEnds() {
    long oldest = Math.max(tape.begin(), tape.end() - MOST_LOOKED_AT);
    for (long at = tape.end() - 1; at >= oldest && !whole; at--) {
      TraceEvent event = tape.event(at);
      if (isIts(event)) {
        first = at;
        last = Math.max(last, at);
        if (event instanceof TraceEvent.SocketCallback callback) {
          sockets.add(callback.socket());
        }
      }
      whole = isAddress(event);
    }
  }

  private boolean isIts(TraceEvent event) {
    return TapeSteps.transferOf(event) == transfer || isAddress(event);
  }

  /// The loop notes the address of a transfer before it adds it.
  private boolean isAddress(TraceEvent event) {
    return event instanceof TraceEvent.Note note && note.text().startsWith(address);
  }

  /// What led to an event is come upon after it.
  private void choose() {
    Set<Long> causes = new HashSet<>();
    int events = 0;
    int changes = 0;
    for (long at = last; at >= first; at--) {
      TraceEvent event = tape.event(at);
      if (!isIts(event)
          && !sockets.contains(TapeSteps.socketOf(event))
          && !causes.contains(event.seq())) {
        continue;
      }
      boolean marks = event instanceof TraceEvent.SocketCallback || isAddress(event);
      if (events < MOST_EVENTS) {
        events++;
        causes.add(event.cause());
      } else if (marks && changes < MOST_CHANGES) {
        changes++;
        whole = false;
      } else {
        whole = false;
        continue;
      }
      chosen.add(event.seq());
    }
  }

  /// With what the calls among them returned, the last of which does so after the end.
  private List<TraceEvent> events() {
    List<TraceEvent> events = new ArrayList<>();
    long end = Math.min(tape.end(), last + MOST_EVENTS);
    for (long at = first; at < end; at++) {
      TraceEvent event = tape.event(at);
      if (chosen.contains(event.seq())
          || (event instanceof TraceEvent.Return && chosen.contains(event.cause()))) {
        events.add(event);
      }
    }
    return events;
  }

  /// @param own after the events of the attempt until then: what others had done and ended is not counted
  private Sample only(Sample all, ItemId item, MonitorState own) {
    DownloadsSnapshot list = all.list();
    return new Sample(
        all.nanos(),
        all.sockets().stream().filter(view -> sockets.contains(view.serial())).toList(),
        all.transfers().stream().filter(view -> view.id() == transfer).toList(),
        all.goneTransfers().stream().filter(id -> id == transfer).toList(),
        only(all.counts(), own.snapshot()),
        list == null
            ? null
            : new DownloadsSnapshot(
                list.taken(),
                list.items().stream().filter(view -> view.id().equals(item)).toList(),
                list.queues(),
                list.total(),
                list.notices()));
  }

  private static Sample.Counts only(Sample.Counts all, LoopSnapshot own) {
    return new Sample.Counts(
        all.handles(),
        all.timerArmedNanos(),
        all.timerDeadlineNanos(),
        own.actions(),
        own.callbacks(),
        own.completedOk(),
        own.completedFailed());
  }
}
