package org.sluice.app.cli;

/// How a download came into a run.
enum Begun {
  /// It is new in the list.
  NEW,
  /// It was in the list and goes on where it was.
  CONTINUED,
  /// It was in the list and begins at the first byte.
  RESTARTED
}
