package org.sluice.app.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sluice.app.preferences.AllSettings.ProxyMode;
import org.sluice.engine.download.DownloadsOptions.Network;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Url;
import org.sluice.engine.request.ProxyOptions;
import org.sluice.engine.request.ProxyServer;

/// Which way preferences and environment lead to a server.
class EnginePreferencesTest {
  private static final Map<String, String> PROXIES =
      Map.of("http_proxy", "http://proxy.invalid:3128", "no_proxy", "intra.invalid");

  private static boolean goesStraight(ProxyOptions way, String url) throws TransferException {
    return way.forUrl(Url.parse(url)) == null;
  }

  @Test
  void theSystemsProxiesCountAtFirst() throws TransferException {
    Network network = EnginePreferences.network(Preferences.INITIAL, PROXIES);
    assertThat(network.selector()).as("the desktop is asked").isNotNull();
    ProxyOptions otherwise = network.proxy();
    assertThat(goesStraight(otherwise, "http://example.org/")).isFalse();
    assertThat(goesStraight(otherwise, "https://example.org/")).isTrue();
    assertThat(goesStraight(otherwise, "http://intra.invalid/")).isTrue();
    for (String own : new String[] {"localhost", "127.0.0.1", "127.3.4.5", "[::1]"}) {
      assertThat(goesStraight(otherwise, "http://" + own + ":8080/")).as(own).isTrue();
    }
    assertThat(EnginePreferences.network(Preferences.INITIAL, Map.of()).proxy().http()).isNull();
  }

  @Test
  void whatTheDesktopSaysCountsBeforeTheEnvironmentAndNotForExemptHosts() throws TransferException {
    Preferences some = Preferences.INITIAL.with(AllSettings.NO_PROXY, "direct.invalid");
    ProxyOptions otherwise = EnginePreferences.network(some, PROXIES).proxy();
    ProxyServer desktops = ProxyServer.parse("socks5://desktop.invalid:1080");
    ProxyOptions said = ProxyOptions.of(desktops).or(otherwise);
    assertThat(said.forUrl(Url.parse("http://example.org/"))).isEqualTo(desktops);
    for (String url :
        new String[] {"http://direct.invalid/", "http://intra.invalid/", "https://127.0.0.1/"}) {
      assertThat(goesStraight(said, url)).as(url).isTrue();
    }
    assertThat(ProxyOptions.NONE.or(otherwise)).isEqualTo(otherwise);
  }

  @Test
  void noneMeansNone() throws TransferException {
    Preferences none = Preferences.INITIAL.with(AllSettings.PROXY, ProxyMode.NONE);
    Network network = EnginePreferences.network(none, PROXIES);
    assertThat(network.selector()).isNull();
    assertThat(network.proxy()).isEqualTo(ProxyOptions.NONE);
  }

  @Test
  void hostsAreExemptFromTheEnvironmentsProxiesToo() throws TransferException {
    Preferences some =
        Preferences.INITIAL
            .with(AllSettings.PROXY, ProxyMode.ENVIRONMENT)
            .with(AllSettings.NO_PROXY, "direct.invalid");
    Network network = EnginePreferences.network(some, PROXIES);
    assertThat(goesStraight(network.proxy(), "http://direct.invalid/")).isTrue();
    assertThat(goesStraight(network.proxy(), "http://127.0.0.1/")).as("as curl does").isFalse();
  }

  @Test
  void aProxyThatIsNoneIsRefused() {
    assertThatThrownBy(
            () ->
                EnginePreferences.network(Preferences.INITIAL, Map.of("http_proxy", "nonsense:x")))
        .isInstanceOf(TransferException.class);
  }
}
