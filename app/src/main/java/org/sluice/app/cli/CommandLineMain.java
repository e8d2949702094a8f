package org.sluice.app.cli;

import java.util.function.ToIntFunction;

/// The entry of the command line.
///
/// **Errors**: the exit codes of [ExitCode]; `get` and `trace` of exactly one URL give the number of
/// its error, as curl does.
public final class CommandLineMain {
  /// The exit code of what went wrong without a number of its own.
  static final int FAILED = ExitCode.FAILED.number();

  /// The exit code of arguments that make no sense.
  static final int USAGE = ExitCode.USAGE.number();

  private CommandLineMain() {}

  /// Runs `sluice tour`.
  ///
  /// @param tour opens the window and gives the exit code; it is told what is wanted
  /// @return the exit code of the process
  public static int tour(String[] args, ToIntFunction<TourChoices> tour) {
    return Commands.execute(args, Caller.here(args), tour);
  }

  /// Runs what the arguments ask for, in a terminal.
  ///
  /// @return the exit code of the process
  public static int run(String[] args) {
    if (args.length > 0 && args[0].equals(CurlCommandLine.NAME)) {
      return CurlCommandLine.run(args);
    }
    Caller caller = Caller.here(args);
    GetOptions simple = GetArguments.read(args);
    if (simple == null) {
      return Commands.execute(args, caller);
    }
    try {
      return new Get(simple, caller).run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }
}
