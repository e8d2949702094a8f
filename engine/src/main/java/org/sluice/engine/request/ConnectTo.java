package org.sluice.engine.request;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;

/// Connect elsewhere than the URL says. Everything above the socket stays as it was: the name in
/// TLS, the Host field, whose cookies are sent.
///
/// **Source**: `CURLOPT_CONNECT_TO`.
///
/// @param host that it is for, in lower case, an IPv6 address without brackets; null for each
/// @param port that it is for; 0 for each
/// @param toHost to connect to; null for the same one
/// @param toPort to connect to; 0 for the same one
public record ConnectTo(@Nullable String host, int port, @Nullable String toHost, int toPort) {
  private static final int MOST_PORT = 65_535;

  /// @throws IllegalArgumentException for what is no port
  public ConnectTo {
    if (port < 0 || port > MOST_PORT || toPort < 0 || toPort > MOST_PORT) {
      throw new IllegalArgumentException("a port is 0 to 65535: " + port + ", " + toPort);
    }
  }

  /// Reads `HOST1:PORT1:HOST2:PORT2`; each part may be empty.
  ///
  /// @throws TransferException SETOPT_OPTION_SYNTAX
  public static ConnectTo parse(String text) throws TransferException {
    HostText rest = new HostText(text);
    String host = rest.host();
    String port = rest.upToColon();
    String toHost = rest.host();
    String toPort = rest.all();
    if (host == null || port == null || toHost == null) {
      throw wrong(text);
    }
    return new ConnectTo(
        emptyIsNull(host), portNumber(text, port), emptyIsNull(toHost), portNumber(text, toPort));
  }

  private static int portNumber(String text, String port) throws TransferException {
    int number = port.isEmpty() ? 0 : HostText.port(port);
    if (number < 0) {
      throw wrong(text);
    }
    return number;
  }

  private static TransferException wrong(String text) {
    return new TransferException(
        TransferErrorCode.SETOPT_OPTION_SYNTAX,
        "\"" + text + "\" does not say where to connect to: it wants HOST1:PORT1:HOST2:PORT2");
  }

  private static @Nullable String emptyIsNull(String text) {
    return text.isEmpty() ? null : text.toLowerCase(Locale.ROOT);
  }

  /// Whether it is another place than the URL's own.
  public boolean leadsAway(String urlHost, int urlPort) {
    return (toHost != null && !toHost.equals(urlHost)) || (toPort != 0 && toPort != urlPort);
  }

  boolean fits(String urlHost, int urlPort) {
    return (host == null || host.equals(urlHost)) && (port == 0 || port == urlPort);
  }
}
