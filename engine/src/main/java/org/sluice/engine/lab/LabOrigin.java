package org.sluice.engine.lab;

/// A door of the lab: one port with its own way of accepting, or not accepting, a connection.
public enum LabOrigin {
  /// Plain HTTP, the main door; every path works here.
  HTTP("http", "127.0.0.1"),
  /// Plain HTTP on a second port, the target of redirects to another port.
  HTTP_OTHER("http", "127.0.0.1"),
  /// HTTPS with a certificate of the lab's authority; every path works here.
  HTTPS("https", "127.0.0.1"),
  /// HTTPS that speaks nothing but TLS 1.2.
  HTTPS_TLS12("https", "127.0.0.1"),
  /// HTTPS that speaks nothing but TLS 1.3.
  HTTPS_TLS13("https", "127.0.0.1"),
  /// HTTPS whose certificate is in order but made for another host name.
  HTTPS_WRONG_HOST("https", "127.0.0.1"),
  /// HTTPS whose certificate has expired.
  HTTPS_EXPIRED("https", "127.0.0.1"),
  /// A port that accepts a connection and then neither reads nor writes anything of sense.
  SILENT("http", "127.0.0.1"),
  /// A port on which nobody listens, kept free for as long as the lab runs.
  REFUSED("http", "127.0.0.1"),
  /// A port whose queue of connections is full, so that a connect hangs.
  HANGING("http", "127.0.0.1"),
  /// HTTP on 127.0.0.1 only: the same port of ::1 refuses.
  V6_REFUSED("http", "localhost"),
  /// HTTP on 127.0.0.1: a connect to the same port of ::1 hangs.
  V6_HANGING("http", "localhost");

  private final String scheme;
  private final String host;

  LabOrigin(String scheme, String host) {
    this.scheme = scheme;
    this.host = host;
  }

  /// The scheme of its addresses, `http` or `https`.
  public String scheme() {
    return scheme;
  }

  /// The host of its addresses: an address, or `localhost` where both families matter.
  public String host() {
    return host;
  }

  boolean secure() {
    return scheme.equals("https");
  }
}
