package org.sluice.app.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/// The entry of the command line.
///
/// **Errors**: 0 all went well, 1 something failed, 2 the arguments make no sense; `get` and `trace`
/// of exactly one URL give the number of its error, as curl does.
public final class CommandLineMain {
  /// The exit code of arguments that make no sense.
  static final int USAGE = 2;

  private CommandLineMain() {}

  /// Runs what the arguments ask for.
  ///
  /// @return the exit code of the process
  public static int run(String[] args) {
    return commandLine(args).execute(args);
  }

  /// The commonest command is made alone, without reading what the others look like.
  private static CommandLine commandLine(String[] args) {
    CommandLine line = new CommandLine(new SluiceCommand());
    boolean getOnly = args.length > 0 && args[0].equals("get");
    line.addSubcommand(new GetCommand());
    if (!getOnly) {
      line.addSubcommand(new TraceCommand());
      line.addSubcommand(new LabCommand());
      line.addSubcommand(new TrainCommand());
    }
    return line.setParameterExceptionHandler(sayingShortly());
  }

  /// What is wrong, and where help is; not the whole help.
  private static IParameterExceptionHandler sayingShortly() {
    return (ParameterException e, String[] args) -> {
      CommandLine line = e.getCommandLine();
      PrintWriter err = line.getErr();
      err.println("sluice: " + e.getMessage());
      err.println("See " + line.getCommandSpec().qualifiedName() + " --help");
      err.flush();
      return USAGE;
    };
  }
}
