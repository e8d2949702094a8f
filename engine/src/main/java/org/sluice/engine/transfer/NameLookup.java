package org.sluice.engine.transfer;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.dns.Resolver;
import org.sluice.engine.time.Deadline;
import org.sluice.engine.time.TimerTable;

/// One transfer's wait for the addresses of a name.
///
/// **Threads**: confined to the thread of its multi.
final class NameLookup {
  /// First look at the resolver where nobody wakes the application; doubles up to the last.
  private static final long FIRST_LOOK_NANOS = 1_000_000L;

  private static final long LAST_LOOK_NANOS = 250_000_000L;

  private final Workshop workshop;
  private final Map<String, List<InetAddress>> given;
  private final Runnable onAnswer;
  private Resolver.@Nullable Answer answer;
  private @Nullable Runnable stop;
  private long lookNanos = FIRST_LOOK_NANOS;

  /// @param given answers that need no look-up
  /// @param onAnswer called when an answer has come that was not there at once
  NameLookup(Workshop workshop, Map<String, List<InetAddress>> given, Runnable onAnswer) {
    this.workshop = workshop;
    this.given = given;
    this.onAnswer = onAnswer;
  }

  void start(String host) {
    lookNanos = FIRST_LOOK_NANOS;
    List<InetAddress> known = given.get(host);
    if (known != null && !known.isEmpty()) {
      answer = new Resolver.Answer.Found(known);
      return;
    }
    answer = workshop.resolver().known(host);
    if (answer == null) {
      stop = workshop.resolver().lookUp(host, this::answered);
    }
  }

  private void answered(Resolver.Answer found) {
    answer = found;
    stop = null;
    onAnswer.run();
  }

  /// The answer, or null while there is none.
  Resolver.@Nullable Answer answer() {
    return answer;
  }

  /// No answer yet: look again later, if nobody tells.
  void lookAgain(TimerTable timers, long nowNanos) {
    if (workshop.pollsResolver()) {
      timers.set(Deadline.ASYNC_NAME, nowNanos + lookNanos);
      lookNanos = Math.min(lookNanos * 2, LAST_LOOK_NANOS);
    }
  }

  /// Gives up waiting.
  void stop() {
    if (stop != null) {
      stop.run();
      stop = null;
    }
  }
}
