package org.sluice.engine.transfer;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.connection.Addresses;
import org.sluice.engine.connection.Origin;
import org.sluice.engine.connection.Via;
import org.sluice.engine.dns.Resolver;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.request.NetworkOptions;
import org.sluice.engine.time.TimerTable;

/// One transfer's wait for the addresses of all names on its way: the server's, the proxy's, or
/// both.
///
/// **Threads**: confined to the thread of its multi. **Errors**: COULDNT_RESOLVE_HOST,
/// COULDNT_RESOLVE_PROXY, and PROXY for a server that a SOCKS proxy wants the address of.
final class RouteLookup {
  private final NameLookup near;
  private final NameLookup far;
  private boolean throughProxy;
  private boolean wantsFar;

  /// @param onAnswer called when an answer has come that was not there at once
  RouteLookup(Workshop workshop, NetworkOptions network, Runnable onAnswer) {
    near = new NameLookup(workshop, network, onAnswer);
    far = new NameLookup(workshop, network, onAnswer);
  }

  void start(Origin origin, long nowNanos) {
    throughProxy = !(origin.via() instanceof Via.Direct);
    String behind = origin.farHost();
    wantsFar = behind != null;
    near.start(origin.nearHost(), origin.nearPort(), origin.reach().family(), nowNanos);
    if (behind != null) {
      far.start(behind, origin.farPort(), origin.reach().family(), nowNanos);
    }
  }

  /// What was found, or null while an answer is missing.
  @Nullable Addresses answer() throws TransferException {
    List<InetAddress> first = found(near.answer(), TransferErrorCode.COULDNT_RESOLVE_PROXY);
    List<InetAddress> second = wantsFar ? found(far.answer(), TransferErrorCode.PROXY) : List.of();
    return first == null || second == null ? null : new Addresses(first, second);
  }

  private @Nullable List<InetAddress> found(
      Resolver.@Nullable Answer answer, TransferErrorCode proxyCode) throws TransferException {
    return switch (answer) {
      case null -> null;
      case Resolver.Answer.Found(List<InetAddress> addresses) -> addresses;
      case Resolver.Answer.Failed(TransferException reason) -> {
        if (!throughProxy) {
          throw reason;
        }
        String whose =
            proxyCode == TransferErrorCode.PROXY ? "For the SOCKS proxy: " : "For the proxy: ";
        throw new TransferException(proxyCode, whose + reason.sentence(), reason);
      }
    };
  }

  /// No answer yet: look again later, if nobody tells.
  void lookAgain(TimerTable timers, long nowNanos) {
    near.lookAgain(timers, nowNanos);
  }

  /// Gives up waiting.
  void stop() {
    near.stop();
    far.stop();
  }
}
