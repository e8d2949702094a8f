package org.sluice.engine.download;

import java.net.ProxySelector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Url;
import org.sluice.engine.loop.SelectorLoop;
import org.sluice.engine.request.NoProxy;
import org.sluice.engine.request.ProxyOptions;
import org.sluice.engine.request.SystemProxies;

/// Which way the system's settings lead to a server; where they say nothing, the ways of the list
/// count. To find that out may take a script and the
/// network: it is asked on a thread of its own, before a download to a server starts, and remembered
/// for a while. A server that only a redirect names is reached the way of the first until its answer
/// is there.
///
/// **Threads**: confined to the loop; questions on threads `sluice-proxy`. **Limits**:
/// [#FRESH_NANOS], [#PATIENCE_NANOS]: who gets no answer in that time goes straight.
final class ProxyDesk implements TransferMaker.Ways {
  static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(60);
  static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final System.Logger LOG = System.getLogger(ProxyDesk.class.getName());

  private final SelectorLoop loop;
  private final Map<String, Known> known = new HashMap<>();
  private final Map<String, Object> asking = new HashMap<>();
  private Runnable answered = () -> {};
  private @Nullable ProxySelector selector;

  /// An answer, and how long it counts.
  private record Known(ProxyOptions way, long untilNanos) {}

  ProxyDesk(SelectorLoop loop) {
    this.loop = loop;
  }

  /// The same one as before is asked anew about each server, and what it said last counts until it has
  /// answered. Another one knows nothing yet: whoever waits for an answer is to ask again.
  ///
  /// @param value null if the system's settings do not count
  void selector(@Nullable ProxySelector value) {
    if (Objects.equals(value, selector)) {
      long now = loop.clock().nanoTime();
      known.replaceAll((server, old) -> new Known(old.way, now));
      return;
    }
    selector = value;
    known.clear();
    asking.clear();
    answered.run();
  }

  /// Told whenever the way to a server is known, or is to be asked for again.
  void onAnswer(Runnable then) {
    answered = then;
  }

  /// Whether the ways to all of these are known; else they are asked for.
  boolean isReady(List<String> addresses) {
    boolean ready = true;
    for (String address : addresses) {
      ready &= selector == null || find(address) != null;
    }
    return ready;
  }

  @Override
  public ProxyOptions to(String address, String first, ProxyOptions otherwise) {
    if (selector == null) {
      return otherwise;
    }
    Known way = find(address);
    Known ofFirst = way == null ? find(first) : way;
    return ofFirst == null ? otherwise : ofFirst.way.or(otherwise);
  }

  private @Nullable Known find(String address) {
    Url url;
    try {
      url = Url.parse(address);
    } catch (TransferException e) {
      return new Known(ProxyOptions.NONE, 0); // it fails for that, and needs no way
    }
    String server = url.host() + ":" + url.port();
    Known way = known.get(server);
    if (way == null || way.untilNanos - loop.clock().nanoTime() <= 0) {
      ask(server, url);
    }
    return way; // an old answer is better than none
  }

  private void ask(String server, Url url) {
    ProxySelector whom = selector;
    if (whom == null || asking.containsKey(server)) {
      return;
    }
    Object question = new Object();
    asking.put(server, question);
    var _ = loop.later(PATIENCE_NANOS, () -> answer(question, server, ProxyOptions.NONE));
    Thread.ofVirtual()
        .name("sluice-proxy")
        .start(
            () -> {
              ProxyOptions way = read(whom, url);
              loop.post(() -> answer(question, server, way));
            });
  }

  private static ProxyOptions read(ProxySelector whom, Url url) {
    try {
      return SystemProxies.read(whom, url);
    } catch (RuntimeException e) { // a selector is foreign code
      LOG.log(System.Logger.Level.WARNING, "the system does not say a proxy for " + url.host(), e);
      return new ProxyOptions(null, null, NoProxy.NONE);
    }
  }

  /// Whoever is late, or was asked before there was another selector, is not heard.
  private void answer(Object question, String server, ProxyOptions way) {
    if (asking.remove(server, question)) {
      known.put(server, new Known(way, loop.clock().nanoTime() + FRESH_NANOS));
      answered.run();
    }
  }
}
