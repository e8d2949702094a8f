package org.sluice.engine.request;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.Url;

/// One proxy, and how it is spoken to.
///
/// @param host name or address, an IPv6 one without brackets
/// @param auth who the user is for the proxy
/// @param tls whom to trust at an HTTPS proxy
/// @param tunnel whether http URLs go through a tunnel too (`CURLOPT_HTTPPROXYTUNNEL`)
/// @param headers for the proxy only, with CONNECT and with requests that it reads
/// @param agent the User-Agent of CONNECT; null for ours, empty for none
/// @param through a SOCKS proxy on the way to this one (`CURLOPT_PRE_PROXY`); null for none
public record ProxyServer(
    ProxyKind kind,
    String host,
    int port,
    AuthOptions auth,
    TlsOptions tls,
    boolean tunnel,
    Headers headers,
    @Nullable String agent,
    @Nullable ProxyServer through) {
  private static final Pattern PORT = Pattern.compile(":[0-9]+$");

  /// @throws IllegalArgumentException if there is no such port, or one SOCKS proxy would be behind
  ///   another, or anything but SOCKS before one
  public ProxyServer {
    if (host.isEmpty() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException("not a proxy: \"" + host + "\" port " + port);
    }
    if (agent != null) {
      var _ = new Headers.Field("User-Agent", agent);
    }
    if (through != null && (through.kind.isHttp() || !kind.isHttp() || through.through != null)) {
      throw new IllegalArgumentException("only a SOCKS proxy stands before one, of HTTP");
    }
  }

  /// Without credentials, with the defaults.
  public static ProxyServer of(ProxyKind kind, String host, int port) {
    return new ProxyServer(
        kind, host, port, AuthOptions.NONE, TlsOptions.SYSTEM, false, Headers.EMPTY, null, null);
  }

  /// Reads `[kind://][name:password@]host[:port]`, as `curl -x` takes it; a path is passed over.
  ///
  /// @throws TransferException COULDNT_CONNECT for a kind that is not known, COULDNT_RESOLVE_PROXY
  ///   for what is no address
  public static ProxyServer parse(String text) throws TransferException {
    return parse(text, ProxyKind.HTTP);
  }

  /// @param unsaid the kind of an address that names none
  public static ProxyServer parse(String text, ProxyKind unsaid) throws TransferException {
    int colon = text.indexOf("://");
    ProxyKind kind = colon < 0 ? unsaid : ProxyKind.ofScheme(text.substring(0, colon)).orElse(null);
    String rest = colon < 0 ? text : text.substring(colon + 3);
    if (kind == null) {
      throw new TransferException(
          TransferErrorCode.COULDNT_CONNECT,
          "Proxy kind \""
              + text.substring(0, colon)
              + "\" is not known; use http, https, socks4, socks4a, socks5 or socks5h");
    }
    Url url;
    try {
      url = Url.parse("http://" + rest);
    } catch (TransferException e) {
      throw new TransferException(
          TransferErrorCode.COULDNT_RESOLVE_PROXY,
          "The proxy's address cannot be read: " + e.sentence(),
          e);
    }
    String authority = rest.split("[/?#\\\\]", 2)[0];
    String behindUser = authority.substring(authority.lastIndexOf('@') + 1);
    int port = PORT.matcher(behindUser).find() ? url.port() : kind.defaultPort();
    return of(kind, url.host(), port)
        .withAuth(url.userInfo() == null ? AuthOptions.NONE : AuthOptions.basic(url.userInfo()));
  }

  public ProxyServer withAuth(AuthOptions value) {
    return new ProxyServer(kind, host, port, value, tls, tunnel, headers, agent, through);
  }

  public ProxyServer withTls(TlsOptions value) {
    return new ProxyServer(kind, host, port, auth, value, tunnel, headers, agent, through);
  }

  public ProxyServer withTunnel(boolean value) {
    return new ProxyServer(kind, host, port, auth, tls, value, headers, agent, through);
  }

  public ProxyServer withHeaders(Headers value) {
    return new ProxyServer(kind, host, port, auth, tls, tunnel, value, agent, through);
  }

  public ProxyServer withAgent(@Nullable String value) {
    return new ProxyServer(kind, host, port, auth, tls, tunnel, headers, value, through);
  }

  /// Behind a SOCKS proxy.
  public ProxyServer withThrough(@Nullable ProxyServer value) {
    return new ProxyServer(kind, host, port, auth, tls, tunnel, headers, agent, value);
  }

  /// Kind, host and port; says no secret.
  @Override
  public String toString() {
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return kind.scheme() + "://" + name + ":" + port;
  }
}
