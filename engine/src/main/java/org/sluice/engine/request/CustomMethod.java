package org.sluice.engine.request;

import org.sluice.engine.http.Method;

/// A word that stands on the request line instead of the method whose rules count: `curl -X`.
///
/// **Source**: `CURLOPT_CUSTOMREQUEST`, `CURLOPT_FOLLOWLOCATION`.
///
/// @param word as it is sent
/// @param scope which requests of a transfer it is for
public record CustomMethod(Method word, Scope scope) {
  /// How far the word goes.
  public enum Scope {
    /// Every request, whatever a redirect says.
    EVERY_HOP,
    /// Until a redirect says that the next request is a GET.
    UNTIL_GET,
    /// Not behind a redirect.
    FIRST_HOP
  }
}
