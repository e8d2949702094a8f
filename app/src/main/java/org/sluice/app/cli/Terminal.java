package org.sluice.app.cli;

import java.io.Console;

/// What is known of the terminal.
final class Terminal {
  private Terminal() {}

  /// Whether a person looks at the output, on something that understands escape sequences.
  @SuppressWarnings("SystemConsoleNull") // null again in JDK 25, where nobody looks
  static boolean isInteractive() {
    Console console = System.console();
    return console != null && console.isTerminal() && !"dumb".equals(System.getenv("TERM"));
  }
}
