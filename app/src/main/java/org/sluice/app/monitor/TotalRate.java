package org.sluice.app.monitor;

import java.util.List;
import org.sluice.app.fx.RateMeter;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.loop.SocketView;
import org.sluice.engine.multi.Poll;

/// How much all sockets together receive and send; what a closed one has moved stays counted.
///
/// Both snapshots have their sockets by number, so they are gone through side by side.
final class TotalRate {
  private final RateMeter in = new RateMeter();
  private final RateMeter out = new RateMeter();
  private List<SocketView> before = List.of();
  private long bytesIn;
  private long bytesOut;
  private int watched;
  private int kept;

  TotalRate() {}

  void sample(LoopSnapshot snapshot) {
    watched = 0;
    kept = 0;
    int at = 0;
    for (SocketView view : snapshot.sockets()) {
      if (view.poll() == Poll.REMOVE) {
        kept++;
      } else {
        watched++;
      }
      while (at < before.size() && before.get(at).serial() < view.serial()) {
        at++;
      }
      boolean known = at < before.size() && before.get(at).serial() == view.serial();
      bytesIn += Math.max(0, view.bytesIn() - (known ? before.get(at).bytesIn() : 0));
      bytesOut += Math.max(0, view.bytesOut() - (known ? before.get(at).bytesOut() : 0));
    }
    before = snapshot.sockets();
    in.sample(snapshot.nanos(), bytesIn);
    out.sample(snapshot.nanos(), bytesOut);
  }

  /// Sockets that are not only kept.
  int watched() {
    return watched;
  }

  /// Sockets of connections that wait in the pool for the next transfer; the engine lets go of them
  /// until then.
  int kept() {
    return kept;
  }

  /// Bytes a second.
  double inPerSecond() {
    return in.perSecond();
  }

  double outPerSecond() {
    return out.perSecond();
  }
}
