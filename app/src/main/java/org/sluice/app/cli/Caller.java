package org.sluice.app.cli;

import java.io.PrintStream;
import java.nio.file.Path;

/// Who gave a command: where they stand and where they read the answer.
///
/// Often the process's own standard output, but a command may come from another process too.
///
/// @param folder absolute; paths that are not are meant from here
/// @param isHere whether it is this process that was started with the command
record Caller(Path folder, PrintStream out, PrintStream err, boolean isHere) {
  static Caller here() {
    return new Caller(Path.of("").toAbsolutePath(), System.out, System.err, true);
  }

  /// `path` as the caller means it.
  Path absolute(Path path) {
    return folder.resolve(path).normalize();
  }

  /// A sentence about something that went wrong.
  void complain(String sentence) {
    err.println("sluice: " + sentence);
  }
}
