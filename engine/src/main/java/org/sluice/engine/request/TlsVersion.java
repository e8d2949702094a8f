package org.sluice.engine.request;

/// A version of TLS, oldest first.
///
/// **Source**: RFC 2246, RFC 4346, RFC 5246, RFC 8446.
public enum TlsVersion {
  TLS_1_0("TLSv1"),
  TLS_1_1("TLSv1.1"),
  TLS_1_2("TLSv1.2"),
  TLS_1_3("TLSv1.3");

  private final String protocol;

  TlsVersion(String protocol) {
    this.protocol = protocol;
  }

  /// The name that Java's TLS has for it.
  public String protocol() {
    return protocol;
  }

  /// Whether it is spoken at all. 1.0 and 1.1 are broken (RFC 8996) and switched off in Java.
  public boolean isSpoken() {
    return compareTo(TLS_1_2) >= 0;
  }

  /// Words for people, for example `TLS 1.3`.
  @Override
  public String toString() {
    return "TLS " + name().substring(4).replace('_', '.');
  }
}
