package org.sluice.engine.request;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferException;

/// The proxies that environment variables name: a pure function of these.
///
/// `http_proxy` counts in lower case only: in a CGI program the other one comes from a request
/// field (`Proxy:`), which anybody can send.
///
/// **Source**: curl's manual, "Environment".
public final class ProxyEnvironment {
  private ProxyEnvironment() {}

  /// @throws TransferException if a variable that counts has no proxy's address in it
  public static ProxyOptions read(Map<String, String> environment) throws TransferException {
    String hosts = first(environment, List.of("no_proxy", "NO_PROXY"));
    return new ProxyOptions(
        server(environment, List.of("http_proxy", "all_proxy", "ALL_PROXY")),
        server(environment, List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")),
        hosts == null ? NoProxy.NONE : NoProxy.parse(hosts));
  }

  private static @Nullable ProxyServer server(Map<String, String> environment, List<String> names)
      throws TransferException {
    String address = first(environment, names);
    return address == null ? null : ProxyServer.parse(address);
  }

  /// An empty variable is none.
  private static @Nullable String first(Map<String, String> environment, List<String> names) {
    return names.stream()
        .map(environment::get)
        .filter(value -> value != null && !value.isEmpty())
        .findFirst()
        .orElse(null);
  }
}
