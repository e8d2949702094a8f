package org.sluice.engine.transfer;

/// How HTTP/1 tells where a request's body ends.
///
/// **Source**: RFC 9112, 6.
enum Framing {
  /// There is no body.
  NONE,
  /// By its length.
  LENGTH,
  /// By a last chunk.
  CHUNKED
}
