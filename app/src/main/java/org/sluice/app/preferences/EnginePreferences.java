package org.sluice.app.preferences;

import java.net.ProxySelector;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.sluice.app.said.Said;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.download.DownloadsOptions.Network;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.request.NoProxy;
import org.sluice.engine.request.ProxyEnvironment;
import org.sluice.engine.request.ProxyOptions;
import org.sluice.engine.request.ProxyServer;
import org.sluice.engine.request.TimeLimits;
import org.sluice.engine.request.TlsOptions;
import org.sluice.engine.request.TrustedCertificate;

/// Lets preferences take effect on a list of downloads, at once.
///
/// **Threads**: that of the [PreferencesModel].
public final class EnginePreferences implements PreferencesModel.Listener {
  private final Downloads downloads;
  private final Map<String, String> environment;
  private final Consumer<String> complain;

  /// @param environment where proxies may be named
  /// @param complain is told, on any thread, what cannot take effect
  public EnginePreferences(
      Downloads downloads, Map<String, String> environment, Consumer<String> complain) {
    this.downloads = downloads;
    this.environment = Map.copyOf(environment);
    this.complain = complain;
  }

  @Override
  public void changed(Preferences before, Preferences now) {
    await(downloads.setAtOnce(now.get(AllSettings.AT_ONCE)));
    await(downloads.setHostConnections(now.get(AllSettings.HOST_CONNECTIONS)));
    try {
      await(downloads.setNetwork(network(now, environment)));
    } catch (TransferException e) {
      complain.accept(Said.of(e.sentence()));
      otherwise(now);
    }
  }

  /// A proxy that is none is no reason to leave all else as it was.
  private void otherwise(Preferences now) {
    try {
      Preferences without = now.with(AllSettings.PROXY, AllSettings.ProxyMode.NONE);
      await(downloads.setNetwork(network(without, environment)));
    } catch (TransferException e) {
      throw new IllegalStateException("without proxies none can be wrong", e);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // what goes wrong is told
  private void await(CompletableFuture<Void> change) {
    change.exceptionally(
        problem -> {
          complain.accept(Said.of(problem));
          return null;
        });
  }

  /// How every transfer reaches its server.
  ///
  /// @throws TransferException if the environment names a proxy that is none
  public static Network network(Preferences now, Map<String, String> environment)
      throws TransferException {
    TimeLimits times =
        Network.DEFAULT
            .times()
            .withConnect(now.get(AllSettings.CONNECT_TIMEOUT))
            .withLowSpeed(1, now.get(AllSettings.SILENCE));
    String authorities = now.get(AllSettings.CA_FILE);
    TlsOptions tls =
        authorities.isEmpty() ? TlsOptions.SYSTEM : TlsOptions.trusting(Path.of(authorities));
    for (TrustedCertificate accepted : now.get(AllSettings.TRUSTED)) {
      tls = tls.withTrust(tls.trust().withException(accepted));
    }
    Network network =
        Network.DEFAULT
            .times(times)
            .tries(now.get(AllSettings.TRIES))
            .tls(tls)
            .proxy(proxy(now, environment));
    return now.get(AllSettings.PROXY) == AllSettings.ProxyMode.SYSTEM
        ? network.selector(ProxySelector.getDefault())
        : network;
  }

  private static ProxyOptions proxy(Preferences now, Map<String, String> environment)
      throws TransferException {
    NoProxy direct = NoProxy.parse(now.get(AllSettings.NO_PROXY));
    String address = now.get(AllSettings.PROXY_ADDRESS);
    return switch (now.get(AllSettings.PROXY)) {
      case NONE -> ProxyOptions.NONE;
      case SYSTEM -> without(ProxyEnvironment.read(environment), NoProxy.LOOPBACK.and(direct));
      case ENVIRONMENT -> without(ProxyEnvironment.read(environment), direct);
      case MANUAL ->
          address.isEmpty()
              ? ProxyOptions.NONE
              : ProxyOptions.of(ProxyServer.parse(address)).withNoProxy(direct);
    };
  }

  private static ProxyOptions without(ProxyOptions proxies, NoProxy direct) {
    return proxies.withNoProxy(proxies.noProxy().and(direct));
  }
}
