package org.sluice.app.tape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.item.ItemId;
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

  /// More than a user's downloads make in a minute; to look at so many takes some milliseconds.
  static final int MOST_LOOKED_AT = 1 << 18;

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
    List<Sample> samples = new ArrayList<>();
    samples.add(only(Sample.whole(tape.at(first), begin - 1), item)); // what was known by then
    List<Sample> all = tape.samples(begin, events.getLast().nanos());
    int left = Math.max(0, all.size() - MOST_SAMPLES);
    if (left > 0) {
      long known = all.get(left - 1).nanos();
      samples.add(only(Sample.whole(tape.atNanos(known), known), item));
    }
    all.subList(left, all.size()).forEach(sample -> samples.add(only(sample, item)));
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

  private Sample only(Sample all, ItemId item) {
    DownloadsSnapshot list = all.list();
    return new Sample(
        all.nanos(),
        all.sockets().stream().filter(view -> sockets.contains(view.serial())).toList(),
        all.transfers().stream().filter(view -> view.id() == transfer).toList(),
        all.goneTransfers().stream().filter(id -> id == transfer).toList(),
        all.counts(),
        list == null
            ? null
            : new DownloadsSnapshot(
                list.taken(),
                list.items().stream().filter(view -> view.id().equals(item)).toList(),
                list.queues(),
                list.total(),
                list.notices()));
  }
}
