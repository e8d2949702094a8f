package org.sluice.app.tape;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.trace.TraceEvent;

/// All that was said and done for one transfer, taken out of a tape, which forgets it soon.
///
/// To it belong the events of the transfer and of its sockets while it used them, and the calls that led
/// to these with what they returned. **Threads**: immutable. **Limits**: those of [AttemptSearch].
///
/// @param events in their order, at least one
/// @param samples of the same time; of the transfer, its sockets and its download only
/// @param wallOffsetNanos what to add to a moment for the wall clock
/// @param whole whether nothing was left out
public record Attempt(
    long transfer,
    List<TraceEvent> events,
    List<Sample> samples,
    long wallOffsetNanos,
    boolean whole) {
  public Attempt {
    events = List.copyOf(events);
    samples = List.copyOf(samples);
  }

  /// @param item whose transfer it was
  /// @return null if the tape knows nothing of it
  public static @Nullable Attempt of(Tape tape, long transfer, ItemId item, long wallOffsetNanos) {
    return new AttemptSearch(tape, transfer).attempt(item, wallOffsetNanos);
  }

  /// The socket that it used last; 0 if it had none.
  public long socket() {
    for (TraceEvent event : events.reversed()) {
      if (event instanceof TraceEvent.SocketCallback callback && callback.transfer() == transfer) {
        return callback.socket();
      }
    }
    return 0;
  }

  /// When a socket was watched for it first.
  public OptionalLong watched() {
    return events.stream()
        .filter(TraceEvent.SocketCallback.class::isInstance)
        .mapToLong(TraceEvent::nanos)
        .findFirst();
  }

  public long endNanos() {
    return events.getLast().nanos();
  }

  /// A record of nothing else, to be looked at moment by moment.
  public Tape tape() {
    Tape tape = new Tape(Long.MAX_VALUE, Integer.MAX_VALUE);
    Deque<Sample> left = new ArrayDeque<>(samples);
    for (TraceEvent event : events) {
      while (!left.isEmpty() && left.getFirst().nanos() < event.nanos()) {
        tape.append(left.removeFirst());
      }
      tape.append(event);
    }
    left.forEach(tape::append);
    return tape;
  }
}
