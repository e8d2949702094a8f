package org.sluice.engine.transfer;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.dns.Resolver;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.request.AddressFamily;
import org.sluice.engine.request.NetworkOptions;
import org.sluice.engine.request.ResolveRule;
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
  private final NetworkOptions network;
  private final Runnable onAnswer;
  private AddressFamily family = AddressFamily.ANY;
  private Resolver.@Nullable Answer answer;
  private @Nullable Runnable stop;
  private long lookNanos = FIRST_LOOK_NANOS;
  private long firstNanos;
  private boolean began;

  /// @param onAnswer called when an answer has come that was not there at once
  NameLookup(Workshop workshop, NetworkOptions network, Runnable onAnswer) {
    this.workshop = workshop;
    this.network = network;
    this.onAnswer = onAnswer;
  }

  /// @param wanted the family of addresses that are of use
  void start(String host, int port, AddressFamily wanted, long nowNanos) {
    lookNanos = FIRST_LOOK_NANOS;
    family = wanted;
    if (!began) {
      began = true;
      firstNanos = nowNanos;
    }
    boolean forget = false;
    switch (network.resolve().find(host, port)) {
      case null -> {}
      case ResolveRule.Add add when !add.expires() || believed(nowNanos) -> {
        answer = fitting(host, new Resolver.Answer.Found(add.addresses()));
        return;
      }
      case ResolveRule.Add expired -> {}
      case ResolveRule.Remove remove -> forget = true;
    }
    Resolver.Answer known =
        workshop.resolver().known(host, forget ? 0 : network.dnsCacheTimeoutNanos());
    answer = known == null ? null : fitting(host, known);
    if (answer == null) {
      stop = workshop.resolver().lookUp(host, found -> answered(host, found));
    }
  }

  /// Whether what was said when the transfer began counts yet.
  private boolean believed(long nowNanos) {
    long timeout = network.dnsCacheTimeoutNanos();
    return timeout == NetworkOptions.FOREVER || nowNanos - firstNanos <= timeout;
  }

  private Resolver.Answer fitting(String host, Resolver.Answer all) {
    return switch (all) {
      case Resolver.Answer.Failed failed -> failed;
      case Resolver.Answer.Found(List<InetAddress> addresses) -> {
        List<InetAddress> fit = family.of(addresses);
        yield fit.isEmpty()
            ? new Resolver.Answer.Failed(
                new TransferException(
                    TransferErrorCode.COULDNT_RESOLVE_HOST,
                    "Could not resolve host: " + host + " has no address of " + family))
            : new Resolver.Answer.Found(fit);
      }
    };
  }

  private void answered(String host, Resolver.Answer found) {
    answer = fitting(host, found);
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
