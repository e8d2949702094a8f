package org.sluice.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.sluice.app.curl.run.CurlRun;
import org.sluice.app.curl.run.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `sluice curl`. Its arguments are curl's own, so it reads them itself; here it is only named, for
/// the help.
@Command(
    name = CurlCommandLine.NAME,
    description = "Runs a command line of curl, with curl's meaning and exit codes.",
    footer = "See sluice curl --help for its options.")
final class CurlCommandLine implements Callable<Integer> {
  static final String NAME = "curl";

  @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "As curl has them.")
  private List<String> arguments = List.of();

  /// @param args with the word `curl` before the others
  static int run(String[] args) {
    return run(Arrays.asList(args).subList(1, args.length));
  }

  private static int run(List<String> arguments) {
    try {
      return CurlRun.run(arguments, Place.here());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CommandLineMain.FAILED;
    }
  }

  @Override
  public Integer call() {
    return run(arguments);
  }
}
