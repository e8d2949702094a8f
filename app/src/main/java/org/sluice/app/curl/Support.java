package org.sluice.app.curl;

/// Whether `sluice curl` has an option of curl's.
public enum Support {
  /// It does what it does in curl.
  FULL,
  /// It is taken, and nothing follows from it.
  WITHOUT_EFFECT,
  /// It is refused by name.
  NONE
}
