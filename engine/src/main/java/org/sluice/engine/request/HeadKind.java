package org.sluice.engine.request;

/// Whose head it is, and what follows from it.
public enum HeadKind {
  /// A proxy's answer to CONNECT, whatever it says.
  CONNECT,
  /// 1xx: the real answer is still to come.
  INTERIM,
  /// 401, 407 or 417, and the same is asked again with another head; its body is passed over.
  AGAIN,
  /// A redirect that is followed; its body is passed over.
  REDIRECT,
  /// The answer; its body follows.
  FINAL
}
