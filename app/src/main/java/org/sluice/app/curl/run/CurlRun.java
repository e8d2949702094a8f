package org.sluice.app.curl.run;

import java.util.List;
import java.util.Optional;
import org.sluice.app.curl.CurlCommand;
import org.sluice.app.curl.CurlConfig;
import org.sluice.app.curl.Given;
import org.sluice.app.curl.Inputs;
import org.sluice.app.curl.Operation;
import org.sluice.app.curl.UsageException;
import org.sluice.engine.loop.LoopOptions;
import org.sluice.engine.loop.SelectorLoop;

/// `sluice curl`: a command line of curl, from its words to its exit code.
public final class CurlRun {
  private CurlRun() {}

  /// @param arguments without the word `curl`
  /// @return curl's exit code
  public static int run(List<String> arguments, Place place) throws InterruptedException {
    Inputs inputs = new PlaceInputs(place);
    CurlCommand command;
    try {
      command = CurlConfig.withDefaults(arguments, inputs);
    } catch (UsageException e) {
      place.err().print("curl: " + e.sentence() + "\n");
      if (e.exitCode() != UsageException.UNSUPPORTED) {
        place.err().print("curl: try 'sluice curl --help' for more information\n");
      }
      place.err().flush();
      return e.exitCode();
    }
    Optional<Given> asked = command.lastOf("help", "version");
    if (asked.isPresent()) {
      boolean help = asked.get().option().name().equals("help");
      place.out().print(help ? HelpText.of(asked.get().value()) : CurlVersion.text());
      place.out().flush();
      return ExitCodes.OK;
    }
    try (Messages messages = Messages.of(command, place)) {
      command.warnings().forEach(messages::oddity);
      command.notes().forEach(messages::note);
      return perform(command, place, inputs, messages);
    }
  }

  private static int perform(CurlCommand command, Place place, Inputs inputs, Messages messages)
      throws InterruptedException {
    for (Operation operation : command.operations()) {
      if (operation.targets().isEmpty()) {
        messages.error("(2) no URL specified");
        return ExitCodes.FAILED_INIT;
      }
      List<String> methods = operation.methods();
      if (methods.size() > 1) {
        messages.warning(
            "You can only select one HTTP request method! You asked for both "
                + methods.get(0)
                + " and "
                + methods.get(1)
                + ".");
        return ExitCodes.FAILED_INIT;
      }
    }
    for (Operation operation : command.operations()) {
      request(operation, messages);
    }
    try (SelectorLoop loop = SelectorLoop.start(loopOptions(command))) {
      return new Runner(command, place, inputs, messages, loop).run();
    }
  }

  /// What is odd about `-X`.
  private static void request(Operation operation, Messages messages) {
    String word = operation.text("request");
    if (word != null && word.equalsIgnoreCase(operation.method())) {
      messages.note(
          "Unnecessary use of -X or --request, " + operation.method() + " is already inferred.");
    } else if (word != null && word.equalsIgnoreCase("head")) {
      messages.warning(
          "Setting custom HTTP method to HEAD with -X/--request may not work the way you want."
              + " Consider using -I/--head instead.");
    }
  }

  private static LoopOptions loopOptions(CurlCommand command) {
    int perHost = Math.clamp(command.number("parallel-max-host", 0), 0, 65_535);
    return LoopOptions.DEFAULT.withLimits(
        perHost, LoopOptions.DEFAULT.maxTotalConnections(), LoopOptions.DEFAULT.maxConnects());
  }
}
