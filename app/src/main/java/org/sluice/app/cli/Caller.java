package org.sluice.app.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.app.terminal.Columns;

/// Who gave a command: where they stand and where they read the answer.
///
/// Often the process's own standard output, but a command may come from another process too.
///
/// @param args all of them, as they were given
/// @param folder absolute; paths that are not are meant from here
/// @param served what serves a command from another process; null for a command of this one
record Caller(
    List<String> args, Path folder, PrintStream out, PrintStream err, @Nullable Served served) {
  Caller {
    args = List.copyOf(args);
  }

  static Caller here(String[] args) {
    return new Caller(List.of(args), Path.of("").toAbsolutePath(), System.out, System.err, null);
  }

  /// `path` as the caller means it.
  Path absolute(Path path) {
    return folder.resolve(path).normalize();
  }

  /// A sentence about something that went wrong.
  void complain(String sentence) {
    err.println("sluice: " + Columns.harmless(sentence));
  }
}
