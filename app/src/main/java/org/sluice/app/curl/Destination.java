package org.sluice.app.curl;

/// Where the body of one URL goes.
public sealed interface Destination {
  Destination STDOUT = new Stdout();

  /// To the standard output: `-o -`, or nothing said.
  ///
  record Stdout() implements Destination {}

  /// To a file: `-o NAME`.
  ///
  /// @param name may have `#1` in it
  record Named(String name) implements Destination {}

  /// To a file with the name that the URL, or the server, gives: `-O`.
  record Remote() implements Destination {}

  /// To nobody: `--out-null`.
  record Nowhere() implements Destination {}
}
