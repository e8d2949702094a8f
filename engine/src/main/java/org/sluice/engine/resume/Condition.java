package org.sluice.engine.resume;

/// What If-Range asks for.
///
/// **Source**: RFC 9110, 13.1.5.
public enum Condition {
  /// There is no If-Range.
  NONE,
  /// The part only if this strong entity tag still holds.
  ETAG,
  /// The part only if this strong Last-Modified still holds.
  DATE
}
