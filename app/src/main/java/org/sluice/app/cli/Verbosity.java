package org.sluice.app.cli;

import org.sluice.app.terminal.Terminal;

/// How much `get` says.
enum Verbosity {
  /// Failures.
  QUIET,
  /// A line for each file: for pipes and logs.
  LINES,
  /// Bars that move: for a person at a terminal.
  BARS;

  static Verbosity of(boolean quiet) {
    if (quiet) {
      return QUIET;
    }
    return Terminal.find() == null ? LINES : BARS;
  }
}
