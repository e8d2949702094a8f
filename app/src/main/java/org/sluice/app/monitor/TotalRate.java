package org.sluice.app.monitor;

import java.util.HashMap;
import java.util.Map;
import org.sluice.app.fx.RateMeter;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.loop.SocketView;

/// How much all sockets together receive and send; what a closed one has moved stays counted.
final class TotalRate {
  private final RateMeter in = new RateMeter();
  private final RateMeter out = new RateMeter();
  private Map<Long, SocketView> before = new HashMap<>();
  private long bytesIn;
  private long bytesOut;

  TotalRate() {}

  void sample(LoopSnapshot snapshot) {
    Map<Long, SocketView> now = HashMap.newHashMap(snapshot.sockets().size());
    for (SocketView view : snapshot.sockets()) {
      SocketView old = before.get(view.serial());
      bytesIn += Math.max(0, view.bytesIn() - (old == null ? 0 : old.bytesIn()));
      bytesOut += Math.max(0, view.bytesOut() - (old == null ? 0 : old.bytesOut()));
      now.put(view.serial(), view);
    }
    before = now;
    in.sample(snapshot.nanos(), bytesIn);
    out.sample(snapshot.nanos(), bytesOut);
  }

  /// Bytes a second.
  double inPerSecond() {
    return in.perSecond();
  }

  double outPerSecond() {
    return out.perSecond();
  }
}
