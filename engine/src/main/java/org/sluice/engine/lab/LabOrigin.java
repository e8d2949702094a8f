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
  /// HTTP/2 without TLS, for those who know it; every path works here, and those below `/h2/` only.
  HTTP2("http", "127.0.0.1"),
  /// The same with small windows and three streams at once.
  HTTP2_SMALL("http", "127.0.0.1"),
  /// HTTPS that speaks HTTP/2 with those who want it, else HTTP/1.1.
  HTTPS2("https", "127.0.0.1"),
  /// A port that accepts a connection and then neither reads nor writes anything of sense.
  SILENT("http", "127.0.0.1"),
  /// A port on which nobody listens, kept free for as long as the lab runs.
  REFUSED("http", "127.0.0.1"),
  /// A port whose queue of connections is full, so that a connect hangs.
  HANGING("http", "127.0.0.1"),
  /// HTTP on 127.0.0.1 only: the same port of ::1 refuses.
  V6_REFUSED("http", "localhost"),
  /// HTTP on 127.0.0.1: a connect to the same port of ::1 hangs.
  V6_HANGING("http", "localhost"),

  /// An HTTP proxy that leads to the doors of this lab and nowhere else, as every proxy here.
  PROXY("http", Role.PROXY, "an HTTP proxy to the doors of this lab and nowhere else"),
  /// An HTTP proxy that wants name and password by Basic, and closes after it has said so.
  PROXY_BASIC(
      "http", Role.PROXY, "wants name and password by Basic, and closes after it has said so"),
  /// An HTTP proxy that wants them by Digest, and keeps the connection.
  PROXY_DIGEST("http", Role.PROXY, "wants name and password by Digest, and keeps the connection"),
  /// An HTTP proxy that is spoken to over TLS.
  PROXY_TLS("https", Role.PROXY, "an HTTP proxy that is spoken to over TLS"),
  /// A proxy that answers in no language.
  PROXY_GARBAGE("http", Role.PROXY, "answers in no language"),
  /// A proxy that forbids everything.
  PROXY_REFUSING("http", Role.PROXY, "forbids everything"),
  /// A proxy that opens a tunnel and lets nothing through it.
  PROXY_HANGING("http", Role.PROXY, "opens a tunnel and lets nothing through it"),
  /// A proxy that hangs up when it is asked for something.
  PROXY_HANGUP("http", Role.PROXY, "hangs up when it is asked for something"),

  /// A SOCKS proxy for everybody: 4, 4a and 5.
  SOCKS("socks5", Role.SOCKS, "a SOCKS proxy for everybody: 4, 4a and 5"),
  /// A SOCKS proxy that wants name and password, or with SOCKS4 the right user.
  SOCKS_PASSWORD("socks5", Role.SOCKS, "wants name and password, or with SOCKS4 the right user"),
  /// A port that answers SOCKS with something else.
  SOCKS_GARBAGE("socks5", Role.SOCKS, "answers SOCKS with something else"),
  /// A SOCKS proxy that forbids everything.
  SOCKS_REFUSING("socks5", Role.SOCKS, "forbids everything"),
  /// A SOCKS proxy that never answers.
  SOCKS_HANGING("socks5", Role.SOCKS, "never answers"),
  /// A SOCKS proxy that hangs up in the middle of the talk.
  SOCKS_HANGUP("socks5", Role.SOCKS, "hangs up in the middle of the talk");

  /// What a door is.
  enum Role {
    ORIGIN,
    PROXY,
    SOCKS
  }

  private final String scheme;
  private final String host;
  private final Role role;
  private final String purpose;

  LabOrigin(String scheme, String host) {
    this(scheme, host, Role.ORIGIN, "");
  }

  LabOrigin(String scheme, Role role, String purpose) {
    this(scheme, "127.0.0.1", role, purpose);
  }

  LabOrigin(String scheme, String host, Role role, String purpose) {
    this.scheme = scheme;
    this.host = host;
    this.role = role;
    this.purpose = purpose;
  }

  /// Whether it leads to other doors.
  public boolean isProxy() {
    return role != Role.ORIGIN;
  }

  /// What a proxy is for, in words; empty for other doors, whose scenarios say it.
  public String purpose() {
    return purpose;
  }

  Role role() {
    return role;
  }

  /// The scheme of its addresses: `http`, `https` or `socks5`.
  public String scheme() {
    return scheme;
  }

  /// The host of its addresses: an address, or `localhost` where both families matter.
  public String host() {
    return host;
  }

  /// Whether it speaks HTTP/2 without being asked.
  boolean onlyHttp2() {
    return this == HTTP2 || this == HTTP2_SMALL;
  }

  boolean secure() {
    return scheme.equals("https");
  }
}
