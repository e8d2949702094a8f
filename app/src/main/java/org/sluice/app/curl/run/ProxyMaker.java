package org.sluice.app.curl.run;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.sluice.app.curl.Given;
import org.sluice.app.curl.Inputs;
import org.sluice.app.curl.Operation;
import org.sluice.app.curl.UsageException;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.AuthScheme;
import org.sluice.engine.http.Credentials;
import org.sluice.engine.http.Headers;
import org.sluice.engine.request.AuthOptions;
import org.sluice.engine.request.NoProxy;
import org.sluice.engine.request.ProxyEnvironment;
import org.sluice.engine.request.ProxyKind;
import org.sluice.engine.request.ProxyOptions;
import org.sluice.engine.request.ProxyServer;

/// The proxies that a command line, or the environment, names.
final class ProxyMaker {
  private final Operation operation;
  private final Inputs inputs;
  private final Place place;

  ProxyMaker(Operation operation, Inputs inputs, Place place) {
    this.operation = operation;
    this.inputs = inputs;
    this.place = place;
  }

  ProxyOptions make() throws UsageException, TransferException {
    Map<String, String> environment = place.environment();
    Given given =
        operation.lastOf("proxy", "proxy1.0", "socks4", "socks4a", "socks5", "socks5-hostname");
    String said = given == null ? null : given.value();
    ProxyOptions options =
        given == null || said == null
            ? each(ProxyEnvironment.read(environment))
            : said.isEmpty()
                ? ProxyOptions.NONE
                : ProxyOptions.of(with(ProxyServer.parse(said, kind(given.option().name()))));
    String noProxy = operation.text("noproxy");
    String hosts =
        noProxy != null
            ? noProxy
            : environment.getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", ""));
    return options.withNoProxy(NoProxy.parse(hosts));
  }

  private ProxyOptions each(ProxyOptions options) throws UsageException, TransferException {
    ProxyServer http = options.http();
    ProxyServer https = options.https();
    return new ProxyOptions(
        http == null ? null : with(http), https == null ? null : with(https), options.noProxy());
  }

  private ProxyServer with(ProxyServer server) throws UsageException, TransferException {
    HeaderLines lines = HeaderLines.of(operation, "proxy-header", inputs);
    String before = operation.text("preproxy");
    return server
        .withThrough(
            before == null || !server.kind().isHttp()
                ? null
                : ProxyServer.parse(before, ProxyKind.SOCKS4))
        .withTls(new TlsMaker(operation, place, "proxy-").make())
        .withAuth(auth(server.auth()))
        .withAgent(operation.text("user-agent"))
        .withTunnel(operation.isOn("proxytunnel"))
        .withHeaders(new Headers(lines.fields()));
  }

  private AuthOptions auth(AuthOptions ofAddress) {
    Set<AuthScheme> allowed = EnumSet.noneOf(AuthScheme.class);
    if (operation.isOn("proxy-anyauth")) {
      allowed.addAll(EnumSet.of(AuthScheme.BASIC, AuthScheme.DIGEST));
    } else if (operation.isOn("proxy-digest")) {
      allowed.add(AuthScheme.DIGEST);
    } else {
      allowed.add(AuthScheme.BASIC);
    }
    String user = operation.text("proxy-user");
    return new AuthOptions(
        allowed, user == null ? ofAddress.credentials() : Credentials.parse(user), null);
  }

  private static ProxyKind kind(String option) {
    return switch (option) {
      case "proxy1.0" -> ProxyKind.HTTP_1_0;
      case "socks4" -> ProxyKind.SOCKS4;
      case "socks4a" -> ProxyKind.SOCKS4A;
      case "socks5" -> ProxyKind.SOCKS5;
      case "socks5-hostname" -> ProxyKind.SOCKS5_HOSTNAME;
      default -> ProxyKind.HTTP;
    };
  }
}
