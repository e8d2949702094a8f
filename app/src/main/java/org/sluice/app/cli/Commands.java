package org.sluice.app.cli;

import java.io.PrintWriter;
import org.sluice.app.words.Redaction;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/// All commands, as picocli reads them.
final class Commands {
  private Commands() {}

  /// @return the exit code
  static int execute(String[] args, Caller caller) {
    return all(caller)
        .setOut(new PrintWriter(caller.out(), true, caller.out().charset()))
        .setErr(new PrintWriter(caller.err(), true, caller.err().charset()))
        .execute(args);
  }

  static CommandLine all(Caller caller) {
    CommandLine line =
        new CommandLine(new SluiceCommand())
            .addSubcommand(new GetCommand(caller))
            .addSubcommand(new ListCommand(caller))
            .addSubcommand(new ResumeCommand(caller))
            .addSubcommand(new RemoveCommand(caller))
            .addSubcommand(new VerifyCommand(caller))
            .addSubcommand(new KnownCommand(caller));
    if (caller.served() == null) {
      line.addSubcommand(new CurlCommandLine())
          .addSubcommand(new TraceCommand())
          .addSubcommand(new LabCommand())
          .addSubcommand(new TrainCommand());
    }
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(sayingShortly());
  }

  /// What is wrong, and where help is; not the whole help.
  private static IParameterExceptionHandler sayingShortly() {
    return (ParameterException e, String[] args) -> {
      CommandLine line = e.getCommandLine();
      PrintWriter err = line.getErr();
      err.println("sluice: " + Redaction.of(String.valueOf(e.getMessage())));
      err.println("See " + line.getCommandSpec().qualifiedName() + " --help");
      err.flush();
      return CommandLineMain.USAGE;
    };
  }
}
