package org.sluice.app.cli;

import java.io.PrintWriter;
import java.util.function.ToIntFunction;
import org.sluice.app.words.Redaction;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/// All commands, as picocli reads them.
final class Commands {
  private Commands() {}

  /// @return the exit code
  static int execute(String[] args, Caller caller) {
    return execute(args, caller, Commands::withoutWindow);
  }

  /// @param tour shows the window, where there is one
  static int execute(String[] args, Caller caller, ToIntFunction<TourChoices> tour) {
    return all(caller, tour)
        .setOut(new PrintWriter(caller.out(), true, caller.out().charset()))
        .setErr(new PrintWriter(caller.err(), true, caller.err().charset()))
        .execute(args);
  }

  static CommandLine all(Caller caller) {
    return all(caller, Commands::withoutWindow);
  }

  private static int withoutWindow(TourChoices unused) {
    throw new IllegalStateException("the window is shown by who knows JavaFX");
  }

  private static CommandLine all(Caller caller, ToIntFunction<TourChoices> tour) {
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
          .addSubcommand(new TourCommand(tour))
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
