package org.sluice.engine.connection;

import org.sluice.engine.http.Url;
import org.sluice.engine.request.TlsOptions;

/// What two transfers must share to share a connection.
///
/// @param tls whom the connection trusts; only meaningful where `secure`
public record Origin(boolean secure, String host, int port, TlsOptions tls) {
  public static Origin of(Url url, TlsOptions tls) {
    return new Origin(url.isTls(), url.host(), url.port(), url.isTls() ? tls : TlsOptions.SYSTEM);
  }

  /// What `maxHostConnections` counts: name and port.
  public String hostKey() {
    return host + ":" + port;
  }
}
