package org.sluice.app.cli;

import java.util.List;
import org.sluice.engine.download.ItemView;

/// What a command says that was handed to the Sluice that runs already.
final class HandedOver {
  /// What a run of this process goes by; a list that is open elsewhere goes by its own.
  private static final List<String> OF_A_RUN =
      List.of("--parallel", "--retries", "--connect-timeout", "--max-time");

  private HandedOver() {}

  /// Says which of the options that were given do not count.
  static void sayUnheeded(Caller caller) {
    List<String> unheeded = unheeded(caller.args());
    if (!unheeded.isEmpty()) {
      caller.complain(
          "no heed is paid to "
              + String.join(" and ", unheeded)
              + ": the Sluice that runs already (process "
              + ProcessHandle.current().pid()
              + ") keeps to its own limits. Change them there, or end it and give this again.");
    }
  }

  private static List<String> unheeded(List<String> args) {
    return OF_A_RUN.stream()
        .filter(option -> args.stream().anyMatch(arg -> (arg + "=").startsWith(option + "=")))
        .toList();
  }

  static void say(ItemView item, Begun begun, boolean json, Caller caller) {
    long process = ProcessHandle.current().pid();
    if (json) {
      new JsonLines(caller.out())
          .write(
              line ->
                  line.text("event", "handed-over")
                      .number("process", process)
                      .text("how", JsonReport.word(begun))
                      .item(item));
      return;
    }
    caller
        .out()
        .println(
            "handed to the Sluice that runs already (process "
                + process
                + "): download "
                + item.id()
                + ", "
                + item.address());
  }
}
