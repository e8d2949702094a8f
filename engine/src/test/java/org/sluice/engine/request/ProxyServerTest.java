package org.sluice.engine.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Credentials;
import org.sluice.engine.http.Url;

class ProxyServerTest {
  @ParameterizedTest
  @CsvSource({
    "proxy.example, http://proxy.example:1080",
    "proxy.example:3128, http://proxy.example:3128",
    "http://proxy.example, http://proxy.example:1080",
    "http://proxy.example:80/, http://proxy.example:80",
    "HTTPS://Proxy.Example/path?x, https://proxy.example:443",
    "https://proxy.example:8443, https://proxy.example:8443",
    "socks://p, socks4://p:1080",
    "socks4://p, socks4://p:1080",
    "socks4a://p:9, socks4a://p:9",
    "socks5://[::1]:9050, socks5://[::1]:9050",
    "socks5h://[::1], socks5h://[::1]:1080",
    "socks5h://u:p@p:1, socks5h://p:1",
    "http://u%40:p%3a@p, http://p:1080"
  })
  void parses(String text, String expected) throws TransferException {
    assertThat(ProxyServer.parse(text)).hasToString(expected);
  }

  @Test
  void readsWhoTheUserIs() throws TransferException {
    assertThat(ProxyServer.parse("http://u%40:p%3a@p").auth().credentials())
        .isEqualTo(new Credentials("u@", "p:"));
    assertThat(ProxyServer.parse("p:1").auth()).isEqualTo(AuthOptions.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://p, COULDNT_CONNECT",
    "://p, COULDNT_CONNECT",
    "'', COULDNT_RESOLVE_PROXY",
    "http://, COULDNT_RESOLVE_PROXY",
    "http://u:secret@:80, COULDNT_RESOLVE_PROXY",
    "p:99999, COULDNT_RESOLVE_PROXY",
    "p:x, COULDNT_RESOLVE_PROXY",
    "'a b', COULDNT_RESOLVE_PROXY"
  })
  void refuses(String text, TransferErrorCode code) {
    TransferException e =
        catchThrowableOfType(TransferException.class, () -> ProxyServer.parse(text));
    assertThat(e.code()).isEqualTo(code);
    assertThat(e.sentence()).isNotBlank().doesNotContain("secret");
  }

  private static String chosen(Map<String, String> environment, String url)
      throws TransferException {
    return String.valueOf(ProxyEnvironment.read(environment).forUrl(Url.parse(url)));
  }

  @Test
  void readsTheEnvironmentAsCurlDoes() throws TransferException {
    Map<String, String> env = new HashMap<>();
    assertThat(chosen(env, "http://a/")).isEqualTo("null");
    env.put("ALL_PROXY", "socks5h://all2");
    assertThat(chosen(env, "http://a/")).isEqualTo("socks5h://all2:1080");
    env.put("all_proxy", "all:1");
    assertThat(chosen(env, "https://a/")).isEqualTo("http://all:1");
    env.put("HTTP_PROXY", "evil:1");
    assertThat(chosen(env, "http://a/")).as("anybody can send Proxy:").isEqualTo("http://all:1");
    env.put("HTTPS_PROXY", "s2:2");
    assertThat(chosen(env, "https://a/")).isEqualTo("http://s2:2");
    env.put("https_proxy", "s:2");
    env.put("http_proxy", "");
    assertThat(chosen(env, "https://a/")).isEqualTo("http://s:2");
    assertThat(chosen(env, "http://a/")).as("an empty one is none").isEqualTo("http://all:1");
    env.put("http_proxy", "h:3");
    assertThat(chosen(env, "http://a/")).isEqualTo("http://h:3");
    env.put("NO_PROXY", "a");
    assertThat(chosen(env, "http://a/")).isEqualTo("null");
    env.put("no_proxy", "b");
    assertThat(chosen(env, "http://a/")).isEqualTo("http://h:3");
    assertThat(chosen(env, "https://x.b/")).isEqualTo("null");
  }

  @Test
  void asksTheSystem() throws TransferException {
    ProxySelector selector =
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI uri) {
            InetSocketAddress address = InetSocketAddress.createUnresolved(uri.getHost() + ".p", 8);
            return uri.getScheme().equals("http")
                ? List.of(new Proxy(Proxy.Type.SOCKS, address), Proxy.NO_PROXY)
                : List.of(new Proxy(Proxy.Type.HTTP, address));
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException e) {}
        };
    ProxyOptions found = SystemProxies.read(selector, Url.parse("http://a.b:81/x"));
    assertThat(found.http()).hasToString("socks5h://a.b.p:8");
    assertThat(found.https()).hasToString("http://a.b.p:8");
    assertThat(SystemProxies.read(ProxySelector.of(null), Url.parse("http://[::1]/")))
        .isEqualTo(ProxyOptions.NONE);
  }

  @Test
  void saysNoSecret() throws TransferException {
    ProxyOptions all = ProxyOptions.of(ProxyServer.parse("http://user:secret@p"));
    assertThat(all.toString() + TransferOptions.builder("http://a/").proxy(all).build())
        .doesNotContain("secret", "user");
  }
}
