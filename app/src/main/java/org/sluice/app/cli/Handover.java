package org.sluice.app.cli;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sluice.app.handover.HandedAnswer;
import org.sluice.app.handover.HandedCommand;
import org.sluice.app.handover.HandoverJson;
import org.sluice.engine.instance.InstanceClient;
import org.sluice.engine.instance.InstanceException;

/// Hands the command of this process to the one that has the list open.
///
/// **Limits**: [#PATIENCE] for one that is busy with something short.
final class Handover {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final long AGAIN_MILLIS = 50;

  private final Caller caller;
  private final long untilNanos = System.nanoTime() + PATIENCE.toNanos();

  Handover(Caller caller) {
    this.caller = caller;
  }

  /// @return the exit code; null if the other one has ended, or is busy: then the folder is to be
  ///   claimed again
  @Nullable Integer offer(InstanceClient client) throws InstanceException, InterruptedException {
    byte[] command = HandoverJson.write(new HandedCommand(caller.folder(), caller.args()));
    HandedAnswer answer;
    try {
      answer = HandoverJson.answer(client.ask(command, PATIENCE));
    } catch (InstanceException e) {
      if (e.kind() == InstanceException.Kind.GONE) {
        return null;
      }
      throw e;
    } catch (IOException e) {
      caller.complain("The Sluice that runs already gave an answer that makes no sense: " + e);
      return ExitCode.LIST.number();
    }
    if (answer.taken()) {
      caller.out().print(answer.out());
      caller.out().flush();
      caller.err().print(answer.err());
      caller.err().flush();
      return answer.code();
    }
    if (System.nanoTime() - untilNanos > 0) {
      caller.complain(
          "The Sluice that runs already (process "
              + answer.process()
              + ") is busy with something else. Try again, or end it.");
      return ExitCode.LIST.number();
    }
    Thread.sleep(AGAIN_MILLIS);
    return null;
  }
}
