package org.sluice.app.tape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.trace.TraceEvent;

/// The events of the last time, in their order, and samples between them; any moment of it can be
/// made again.
///
/// A position is a number of events since the beginning: the state at position `p` knows all events
/// before `p`. At the start of each piece of [#CHUNK] events stands a copy of the state, so a seek
/// takes in one piece at most.
///
/// **Threads**: one. **Limits**: a span of time and a number of events; the oldest piece goes whole.
public final class Tape {
  /// Kept by default.
  public static final long SPAN_NANOS = 60_000_000_000L;

  /// Kept by default; at 100 000 events a second these are ten seconds.
  public static final int MOST_EVENTS = 1 << 20;

  static final int CHUNK = 1 << 14;

  private static final long LEAST_SAMPLE_NANOS = 90_000_000L;

  /// A sample of many sockets is taken seldom: so that all samples of a minute stay below 200 000.
  private static final long NANOS_PER_VIEW = 300_000L;

  /// A sample, and how many events come before it.
  private record Placed(Sample sample, long position) {}

  /// Some events that follow each other.
  private static final class Chunk {
    private final TraceEvent[] events = new TraceEvent[CHUNK];
    private MonitorState before;
    private long samplesBefore;
    private int size;

    Chunk(MonitorState before, long samplesBefore) {
      this.before = before;
      this.samplesBefore = samplesBefore;
    }
  }

  private final long spanNanos;
  private final int mostEvents;
  private final List<Chunk> chunks = new ArrayList<>();
  private final List<Placed> samples = new ArrayList<>();
  private MonitorState now = new MonitorState();
  private long begin;
  private long end;
  private long samplesDropped;
  private long nextSampleNanos = Long.MIN_VALUE;

  public Tape() {
    this(SPAN_NANOS, MOST_EVENTS);
  }

  /// @param spanNanos how much time is kept at least, as far as there is room
  /// @param mostEvents how many events are kept at most
  public Tape(long spanNanos, int mostEvents) {
    this.spanNanos = spanNanos;
    this.mostEvents = Math.max(mostEvents, 2 * CHUNK);
  }

  /// Takes an event in, after all before it.
  public void append(TraceEvent event) {
    Chunk last = chunks.isEmpty() ? null : chunks.getLast();
    if (last == null || last.size == CHUNK) {
      last = new Chunk(now.copy(), samplesDropped + samples.size());
      chunks.add(last);
      forget(event.nanos());
    }
    last.events[last.size++] = event;
    end++;
    now.apply(event);
  }

  /// Takes a sample in that was made elsewhere.
  public void append(Sample sample) {
    if (isLast(sample.nanos())) {
      samples.add(new Placed(sample, end));
      now.apply(sample);
    } else {
      insert(cursorAt(sample.nanos()), sample);
    }
  }

  /// Whether no event is newer, and so none has been taken in too early.
  private boolean isLast(long nanos) {
    return (isEmpty() || event(end - 1).nanos() <= nanos)
        && (samples.isEmpty() || samples.getLast().sample.nanos() <= nanos);
  }

  /// Takes in what a snapshot tells beyond the events, if it is time for that. All events before the
  /// snapshot must be in already; some after it may be.
  ///
  /// @return what was taken in; null if it was too early
  public @Nullable Sample sample(LoopSnapshot snapshot, @Nullable DownloadsSnapshot list) {
    if (snapshot.nanos() < nextSampleNanos || snapshot.nanos() < beginNanos()) {
      return null;
    }
    boolean last = isLast(snapshot.nanos());
    Cursor cursor = last ? null : cursorAt(snapshot.nanos());
    Sample sample = Sample.beyond(cursor == null ? now : cursor.state, snapshot, list);
    int items = list == null ? 0 : list.items().size() / 16; // a reference each, not a view
    nextSampleNanos =
        snapshot.nanos() + Math.max(LEAST_SAMPLE_NANOS, (sample.weight() + items) * NANOS_PER_VIEW);
    if (cursor == null) {
      append(sample);
    } else {
      insert(cursor, sample);
    }
    return sample;
  }

  private Cursor cursorAt(long nanos) {
    long position = positionAt(nanos);
    Cursor cursor = new Cursor(position);
    cursor.forwardTo(position, nanos);
    return cursor;
  }

  /// Events after it were taken in without it: what was copied of them is made again.
  private void insert(Cursor cursor, Sample sample) {
    int at = (int) (cursor.sample - samplesDropped);
    samples.add(at, new Placed(sample, cursor.position));
    if (cursor.position == end && at == samples.size() - 1) {
      now.apply(sample);
      return;
    }
    int next = (int) Math.ceilDiv(cursor.position - begin, CHUNK);
    for (int i = next; i < chunks.size(); i++) {
      cursor.forwardTo(begin + (long) i * CHUNK, Long.MAX_VALUE);
      chunks.get(i).before = cursor.state.copy();
      chunks.get(i).samplesBefore = cursor.sample;
    }
    cursor.forwardTo(end, Long.MAX_VALUE);
    now = cursor.state;
  }

  private void forget(long nowNanos) {
    while (chunks.size() > 2
        && (end - begin > mostEvents - CHUNK
            || chunks.get(1).events[0].nanos() < nowNanos - spanNanos)) {
      begin += chunks.removeFirst().size;
      long keep = chunks.getFirst().samplesBefore;
      int drop = (int) (keep - samplesDropped);
      samples.subList(0, drop).clear();
      samplesDropped = keep;
    }
  }

  /// The first position that is kept.
  public long begin() {
    return begin;
  }

  /// The position after the last event.
  public long end() {
    return end;
  }

  public boolean isEmpty() {
    return begin == end;
  }

  /// The event after a position: `begin` ≤ `position` < `end`.
  public TraceEvent event(long position) {
    if (position < begin || position >= end) {
      throw new IndexOutOfBoundsException(position + " is not in " + begin + " to " + end);
    }
    int at = (int) (position - begin);
    return chunks.get(at / CHUNK).events[at % CHUNK];
  }

  /// When the first event was that is kept; 0 for none.
  public long beginNanos() {
    return isEmpty() ? 0 : event(begin).nanos();
  }

  /// When the last event or sample was.
  public long endNanos() {
    return now.nanos();
  }

  /// The number of events up to a moment, this moment included.
  public long positionAt(long nanos) {
    long low = begin;
    long high = end;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (event(middle).nanos() <= nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The state of now.
  public MonitorState now() {
    return now;
  }

  /// The state at a position: all events before it and all samples up to the last of these events.
  public MonitorState at(long position) {
    long nanos = position > begin ? event(position - 1).nanos() : Long.MIN_VALUE;
    return at(position, nanos);
  }

  /// The state at a moment.
  public MonitorState atNanos(long nanos) {
    return at(positionAt(nanos), nanos);
  }

  /// The state after the events before `position` and the samples up to `nanos`.
  public MonitorState at(long position, long nanos) {
    Cursor cursor = new Cursor(position);
    cursor.forwardTo(position, nanos);
    return cursor.state;
  }

  /// The states at some moments that follow each other, for curves; cheaper than a seek to each.
  ///
  /// @param moments rising
  public List<MonitorState> at(List<Long> moments) {
    List<MonitorState> states = new ArrayList<>();
    if (moments.isEmpty()) {
      return states;
    }
    Cursor cursor = new Cursor(positionAt(moments.getFirst()));
    for (long moment : moments) {
      cursor.forwardTo(positionAt(moment), moment);
      states.add(cursor.state.copy());
    }
    return states;
  }

  /// One that stays as it is now; the events are shared.
  public Tape copy() {
    Tape copy = new Tape(Long.MAX_VALUE, Integer.MAX_VALUE);
    copy.begin = begin;
    copy.end = end;
    copy.samplesDropped = samplesDropped;
    copy.samples.addAll(samples);
    copy.now = now.copy();
    for (Chunk chunk : chunks) {
      Chunk same = new Chunk(chunk.before.copy(), chunk.samplesBefore);
      System.arraycopy(chunk.events, 0, same.events, 0, chunk.size);
      same.size = chunk.size;
      copy.chunks.add(same);
    }
    return copy;
  }

  /// When the samples of a span of time were, newest last.
  public List<Long> sampleMoments(long fromNanos, long toNanos) {
    return samples(fromNanos, toNanos).stream().map(Sample::nanos).toList();
  }

  /// The samples after a moment, up to another and this one included, newest last.
  List<Sample> samples(long fromNanos, long toNanos) {
    return samples.stream()
        .map(Placed::sample)
        .filter(sample -> sample.nanos() > fromNanos && sample.nanos() <= toNanos)
        .toList();
  }

  /// Tells all that is kept in its order.
  public void tell(Consumer<Sample> onSample, Consumer<TraceEvent> onEvent) {
    int sample = 0;
    for (long at = begin; at <= end; at++) {
      while (sample < samples.size() && samples.get(sample).position <= at) {
        onSample.accept(samples.get(sample++).sample);
      }
      if (at < end) {
        onEvent.accept(event(at));
      }
    }
  }

  /// The state before the first event that is kept.
  public MonitorState first() {
    return chunks.isEmpty() ? new MonitorState() : chunks.getFirst().before.copy();
  }

  /// Goes forward over events and samples in the order of their moments.
  private final class Cursor {
    private final MonitorState state;
    private long position;
    private long sample;

    Cursor(long near) {
      if (chunks.isEmpty()) {
        state = new MonitorState();
        sample = samplesDropped;
        return;
      }
      int index = (int) Math.clamp((near - begin) / CHUNK, 0, chunks.size() - 1L);
      Chunk chunk = chunks.get(index);
      state = chunk.before.copy();
      position = begin + (long) index * CHUNK;
      sample = chunk.samplesBefore;
    }

    void forwardTo(long target, long nanos) {
      while (position < target) {
        apply(Long.MAX_VALUE);
        state.apply(event(position));
        position++;
      }
      apply(nanos);
    }

    /// The samples that stand before the event at this position.
    private void apply(long nanos) {
      while (sample - samplesDropped < samples.size()
          && next().position <= position
          && next().sample.nanos() <= nanos) {
        state.apply(next().sample);
        sample++;
      }
    }

    private Placed next() {
      return samples.get((int) (sample - samplesDropped));
    }
  }
}
