package org.sluice.app.timeline;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.sluice.engine.loop.TransferView;
import org.sluice.engine.trace.TraceEvent;

/// Names for sockets that were gone before a sample knew their other side: the host that their first
/// transfer was started for.
///
/// **Threads**: one.
final class LaneNames {
  private final Map<Long, String> urls = new HashMap<>();
  private final Map<Long, Long> transfers = new HashMap<>();

  void learn(List<TransferView> views) {
    views.forEach(view -> urls.putIfAbsent(view.id(), view.url()));
  }

  void learn(TraceEvent event) {
    if (event instanceof TraceEvent.SocketCallback callback) {
      transfers.putIfAbsent(callback.socket(), callback.transfer());
    }
  }

  /// Tells the address that each socket was used for first; empty if it is not known.
  void tell(BiConsumer<Long, String> urlOfSocket) {
    transfers.forEach(
        (socket, transfer) -> urlOfSocket.accept(socket, urls.getOrDefault(transfer, "")));
  }

  /// The host of an address; empty if it has none.
  static String host(String url) {
    try {
      String host = URI.create(url).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException notAUri) {
      return "";
    }
  }
}
