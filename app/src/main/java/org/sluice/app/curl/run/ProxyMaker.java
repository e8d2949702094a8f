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

  ProxyMaker(Operation operation, Inputs inputs) {
    this.operation = operation;
    this.inputs = inputs;
  }

  ProxyOptions make(Map<String, String> environment) throws UsageException {
    try {
      Given given = operation.lastOf("proxy", "socks4", "socks4a", "socks5", "socks5-hostname");
      ProxyOptions options =
          given == null
              ? each(ProxyEnvironment.read(environment))
              : given.value().isEmpty()
                  ? ProxyOptions.NONE
                  : ProxyOptions.of(
                      with(ProxyServer.parse(given.value(), kind(given.option().name()))));
      String noProxy = operation.text("noproxy");
      if (noProxy != null) {
        return options.withNoProxy(NoProxy.parse(noProxy));
      }
      String fromEnvironment =
          environment.getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", ""));
      return options.withNoProxy(NoProxy.parse(fromEnvironment));
    } catch (TransferException e) {
      throw new JobException(e.code().number(), e.sentence());
    }
  }

  private ProxyOptions each(ProxyOptions options) throws UsageException {
    ProxyServer http = options.http();
    ProxyServer https = options.https();
    return new ProxyOptions(
        http == null ? null : with(http), https == null ? null : with(https), options.noProxy());
  }

  private ProxyServer with(ProxyServer server) throws UsageException {
    HeaderLines lines = HeaderLines.of(operation, "proxy-header", inputs);
    return server
        .withAuth(auth(server.auth()))
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
      case "socks4" -> ProxyKind.SOCKS4;
      case "socks4a" -> ProxyKind.SOCKS4A;
      case "socks5" -> ProxyKind.SOCKS5;
      case "socks5-hostname" -> ProxyKind.SOCKS5_HOSTNAME;
      default -> ProxyKind.HTTP;
    };
  }
}
