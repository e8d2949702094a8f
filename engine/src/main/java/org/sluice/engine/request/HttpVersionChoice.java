package org.sluice.engine.request;

/// Which HTTP a transfer speaks.
///
/// **Source**: `CURLOPT_HTTP_VERSION`.
public enum HttpVersionChoice {
  /// HTTP/1.0: a connection of its own that ends with the answer.
  HTTP_1_0,
  /// HTTP/1.1, also with servers that could do more.
  HTTP_1_1,
  /// HTTP/2 over TLS if the server takes it, else HTTP/1.1.
  HTTP_2,
  /// HTTP/2 at once, as the server is known to speak it; without TLS too.
  HTTP_2_PRIOR_KNOWLEDGE;

  /// Whether a connection of HTTP/2 may carry it.
  public boolean allowsHttp2() {
    return this == HTTP_2 || this == HTTP_2_PRIOR_KNOWLEDGE;
  }

  /// Whether a connection of HTTP/1 may carry it.
  public boolean allowsHttp1() {
    return this != HTTP_2_PRIOR_KNOWLEDGE;
  }
}
