package org.sluice.engine.http;

import org.jspecify.annotations.Nullable;

/// Status line and fields of a response.
///
/// @param minorVersion of HTTP/1
/// @param status 100 to 599
/// @param contentLength of the body as the head declares it; -1 if it does not
public record ResponseHead(
    int minorVersion, int status, String reason, Headers headers, long contentLength) {

  public boolean isInformational() {
    return status >= 100 && status < 200;
  }

  public @Nullable String header(String name) {
    return headers.first(name);
  }
}
