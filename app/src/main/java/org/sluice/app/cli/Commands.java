package org.sluice.app.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/// All commands, as picocli reads them.
final class Commands {
  private Commands() {}

  static int execute(String[] args) {
    return commandLine().execute(args);
  }

  private static CommandLine commandLine() {
    CommandLine line =
        new CommandLine(new SluiceCommand())
            .addSubcommand(new GetCommand())
            .addSubcommand(new TraceCommand())
            .addSubcommand(new LabCommand())
            .addSubcommand(new TrainCommand());
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
      return CommandLineMain.USAGE;
    };
  }
}
