package org.sluice.engine.cookie;

/// What a server said of requests that come from other sites; kept, as there are no sites here.
///
/// **Source**: RFC 6265bis, 5.6.7.
public enum SameSite {
  UNSET,
  NONE,
  LAX,
  STRICT
}
