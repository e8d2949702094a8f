package org.sluice.app.cli;

/// The entry of the command line.
///
/// **Errors**: 0 all went well, 1 something failed, 2 the arguments make no sense; `get` and `trace`
/// of exactly one URL give the number of its error, as curl does.
public final class CommandLineMain {
  /// The exit code of what went wrong without a number of its own.
  static final int FAILED = 1;

  /// The exit code of arguments that make no sense.
  static final int USAGE = 2;

  private CommandLineMain() {}

  /// Runs what the arguments ask for.
  ///
  /// @return the exit code of the process
  public static int run(String[] args) {
    GetOptions simple = GetArguments.read(args);
    if (simple == null) {
      return Commands.execute(args);
    }
    try {
      return new Get(simple).run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }
}
