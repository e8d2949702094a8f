package org.sluice.app.curl.run;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/// Where a command line is run: its folder, its three streams, its environment.
///
/// @param folder absolute; names of files are meant from here
/// @param terminal whether `out` is a terminal
public record Place(
    Path folder,
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean terminal,
    Map<String, String> environment) {
  public Place {
    environment = Map.copyOf(environment);
  }

  /// That of this process.
  public static Place here() {
    boolean terminal = System.console() != null && System.console().isTerminal();
    return new Place(
        Path.of("").toAbsolutePath(), System.in, System.out, System.err, terminal, System.getenv());
  }

  Path path(String name) {
    return folder.resolve(name);
  }
}
