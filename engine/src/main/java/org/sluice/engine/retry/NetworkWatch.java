package org.sluice.engine.retry;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/// Sees sleep in the clocks and a change of network in the machine's own addresses.
///
/// While a machine sleeps its wall clock goes on and, on most systems, its monotonic clock does
/// not. Where that one goes on too, the gap between two looks shows it. A wall clock that was set
/// forward looks the same; to drop the sockets once too often does no harm.
///
/// **Threads**: immutable; each look makes another watch.
/// **Limits**: wants a look at least every [#LOOK_NANOS].
///
/// @param nanos of the monotonic clock, at the last look
/// @param wall at the last look
/// @param addresses of the machine, loopback left out, at the last look
public record NetworkWatch(long nanos, Instant wall, Set<String> addresses) {
  public static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

  /// By how much the wall clock must run ahead.
  public static final Duration JUMP = Duration.ofSeconds(10);

  /// How far apart two looks are at most where nobody slept.
  public static final Duration MOST_BETWEEN = Duration.ofSeconds(30);

  public NetworkWatch {
    addresses = Set.copyOf(addresses);
  }

  /// What was seen, and the watch to look with the next time.
  public record Look(NetworkWatch next, NetworkEvent event) {}

  public Look look(long nowNanos, Instant now, Set<String> nowAddresses) {
    NetworkWatch next = new NetworkWatch(nowNanos, now, nowAddresses);
    return new Look(next, event(next));
  }

  private NetworkEvent event(NetworkWatch next) {
    if (next.addresses.isEmpty()) {
      return addresses.isEmpty()
          ? new NetworkEvent.Nothing()
          : new NetworkEvent.Lost("The machine has no network: waiting for one");
    }
    if (addresses.isEmpty()) {
      return new NetworkEvent.Back("The machine has a network again");
    }
    Duration byMonotonic = Duration.ofNanos(next.nanos - nanos);
    Duration jump = Duration.between(wall, next.wall).minus(byMonotonic);
    if (jump.compareTo(JUMP) > 0) {
      return slept(jump);
    }
    if (byMonotonic.compareTo(MOST_BETWEEN) > 0) {
      return slept(byMonotonic);
    }
    if (!addresses.equals(next.addresses)) {
      Set<String> gone = without(addresses, next.addresses);
      Set<String> come = without(next.addresses, addresses);
      return new NetworkEvent.Changed(gone, come, "The network of the machine is another one now");
    }
    return new NetworkEvent.Nothing();
  }

  private static NetworkEvent slept(Duration gap) {
    return new NetworkEvent.Slept(
        gap, "The machine slept for about " + gap.toSeconds() + " s: connecting anew");
  }

  private static Set<String> without(Set<String> all, Set<String> less) {
    Set<String> rest = new HashSet<>(all);
    rest.removeAll(less);
    return new TreeSet<>(rest);
  }
}
