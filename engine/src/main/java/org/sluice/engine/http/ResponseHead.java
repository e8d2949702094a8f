package org.sluice.engine.http;

import org.jspecify.annotations.Nullable;

/// Status line and fields of a response.
///
/// @param majorVersion of HTTP: 1 or 2
/// @param minorVersion of HTTP/1; 0 for HTTP/2
/// @param status 100 to 599
/// @param contentLength of the body as the head declares it; -1 if it does not
public record ResponseHead(
    int majorVersion,
    int minorVersion,
    int status,
    String reason,
    Headers headers,
    long contentLength) {

  /// Of HTTP/1.
  public ResponseHead(
      int minorVersion, int status, String reason, Headers headers, long contentLength) {
    this(1, minorVersion, status, reason, headers, contentLength);
  }

  /// Whether it is of HTTP/1.0, whose servers know little of what came later.
  public boolean isHttp10() {
    return majorVersion == 1 && minorVersion == 0;
  }

  public boolean isInformational() {
    return status >= 100 && status < 200;
  }

  public @Nullable String header(String name) {
    return headers.first(name);
  }
}
