package org.sluice.engine.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.time.NanoClock;

/// Names to addresses without waiting: blocking look-ups run on virtual threads, their answers are
/// posted back and handed out by [#deliver] on the owner's thread.
///
/// Answers are kept for all transfers of one multi; each says how old one may be that it believes.
/// A failure is believed half as long, [#FAILURE_NANOS] at most, so that a network that is back is
/// noticed.
///
/// **Threads**: confined to the thread of its multi, but for the posting. **Limits**:
/// [#CACHE_NAMES], [#MOST_ADDRESSES]; look-ups of one name that is being asked for are joined.
public final class Resolver {
  /// What a resolution came to: addresses, or the reason why there are none.
  public sealed interface Answer {
    record Found(List<InetAddress> addresses) implements Answer {}

    record Failed(TransferException reason) implements Answer {}
  }

  /// Any age.
  public static final long FOREVER = -1;

  /// How long a failure is believed at most.
  public static final long FAILURE_NANOS = 1_000_000_000L;

  /// The name asked for longest ago makes room.
  public static final int CACHE_NAMES = 512;

  /// Further addresses of one name are not tried.
  public static final int MOST_ADDRESSES = 64;

  private record Cached(Answer answer, long sinceNanos) {}

  /// @param waiters who asked; those who come after [#forget] are not among them
  private record Arrived(String host, Answer answer, List<Consumer<Answer>> waiters) {}

  private final Lookup lookup;
  private final NanoClock clock;
  private final Runnable wakeup;
  private final Queue<Arrived> arrivals = new ConcurrentLinkedQueue<>();
  private final Map<String, List<Consumer<Answer>>> waiting = new HashMap<>();
  private final LinkedHashMap<String, Cached> cache = new LinkedHashMap<>();

  /// @param wakeup called on a thread of the resolver when an answer waits for [#deliver]
  public Resolver(Lookup lookup, NanoClock clock, Runnable wakeup) {
    this.lookup = lookup;
    this.clock = clock;
    this.wakeup = wakeup;
  }

  /// Looks `host` up; `then` is called from a later [#deliver].
  ///
  /// @return a handle to give up waiting with
  public Runnable lookUp(String host, Consumer<Answer> then) {
    List<Consumer<Answer>> waiters = waiting.get(host);
    if (waiters == null) {
      waiters = new ArrayList<>(1);
      List<Consumer<Answer>> mine = waiters;
      waiting.put(host, mine);
      Thread.ofVirtual().name("sluice-dns-" + host).start(() -> ask(host, mine));
    }
    waiters.add(then);
    List<Consumer<Answer>> mine = waiters;
    return () -> mine.remove(then);
  }

  /// Whether `host` is written as an address, IPv4 or IPv6, and no name.
  public static boolean isAddress(String host) {
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c == ':') {
        return true;
      }
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  /// Hands out the answers that have arrived.
  @SuppressWarnings("ReferenceEquality") // a look-up is known by its list of waiters
  public void deliver() {
    for (Arrived a = arrivals.poll(); a != null; a = arrivals.poll()) {
      if (waiting.get(a.host) == a.waiters) {
        waiting.remove(a.host);
        remember(a.host, a.answer);
      }
      for (Consumer<Answer> waiter : List.copyOf(a.waiters)) {
        waiter.accept(a.answer);
      }
    }
  }

  public boolean hasArrivals() {
    return !arrivals.isEmpty();
  }

  /// The answer that needs no look-up: an address, `localhost`, a name still believed; or null.
  ///
  /// @param maxAgeNanos how old an answer may be; 0 for none that was kept, or [#FOREVER]
  public @Nullable Answer known(String host, long maxAgeNanos) {
    try {
      if (host.equals("localhost") || host.endsWith(".localhost")) {
        // RFC 6761, 6.3: never asked of a name server.
        return new Answer.Found(
            List.of(InetAddress.ofLiteral("::1"), InetAddress.ofLiteral("127.0.0.1")));
      }
      if (isAddress(host)) {
        return new Answer.Found(List.of(InetAddress.ofLiteral(host)));
      }
    } catch (IllegalArgumentException e) {
      return new Answer.Failed(
          new TransferException(
              TransferErrorCode.COULDNT_RESOLVE_HOST, "\"" + host + "\" is not an address", e));
    }
    Cached cached = cache.get(host);
    if (cached == null) {
      return null;
    }
    long age = clock.nanoTime() - cached.sinceNanos;
    boolean believed =
        switch (cached.answer) {
          case Answer.Found found -> maxAgeNanos == FOREVER || age < maxAgeNanos;
          case Answer.Failed failed ->
              age < FAILURE_NANOS && (maxAgeNanos == FOREVER || age < maxAgeNanos / 2);
        };
    return believed ? cached.answer : null;
  }

  /// Believes nothing that was found before, or is being looked up: the network is another one.
  public void forget() {
    cache.clear();
    waiting.clear();
  }

  private void remember(String host, Answer answer) {
    cache.remove(host);
    if (cache.size() >= CACHE_NAMES) {
      Iterator<String> oldest = cache.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    cache.put(host, new Cached(answer, clock.nanoTime()));
  }

  private void ask(String host, List<Consumer<Answer>> waiters) {
    Answer answer;
    try {
      List<InetAddress> found =
          lookup.addresses(host).stream().distinct().limit(MOST_ADDRESSES).toList();
      answer = found.isEmpty() ? failed(host, null) : new Answer.Found(found);
    } catch (IOException | RuntimeException e) {
      answer = failed(host, e);
    }
    arrivals.add(new Arrived(host, answer, waiters));
    wakeup.run();
  }

  private static Answer failed(String host, @Nullable Exception cause) {
    return new Answer.Failed(
        new TransferException(
            TransferErrorCode.COULDNT_RESOLVE_HOST, "Could not resolve host: " + host, cause));
  }
}
