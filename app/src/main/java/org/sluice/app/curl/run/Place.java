package org.sluice.app.curl.run;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    return new Place(
        Path.of("").toAbsolutePath(),
        System.in,
        System.out,
        System.err,
        isTerminal(),
        System.getenv());
  }

  @SuppressWarnings("SystemConsoleNull") // since 25 it is null again where there is no terminal
  private static boolean isTerminal() {
    @Nullable Console console = System.console();
    return console != null && console.isTerminal();
  }

  Path path(String name) {
    return folder.resolve(name);
  }
}
