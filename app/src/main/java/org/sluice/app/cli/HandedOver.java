package org.sluice.app.cli;

import org.sluice.engine.download.ItemView;

/// What a command says that was handed to the Sluice that runs already.
final class HandedOver {
  private HandedOver() {}

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
