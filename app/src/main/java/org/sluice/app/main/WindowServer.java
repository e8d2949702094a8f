package org.sluice.app.main;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.application.Platform;
import org.sluice.app.cli.CommandServer;
import org.sluice.app.handover.HandedAnswer;
import org.sluice.app.handover.HandedCommand;
import org.sluice.app.handover.HandoverJson;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.instance.InstanceClient;
import org.sluice.engine.instance.InstanceException;
import org.sluice.engine.instance.RequestHandler;

/// Does what other processes ask of the window: its commands, and to show itself.
///
/// **Threads**: any.
final class WindowServer implements RequestHandler {
  private static final String RAISE = "window";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CommandServer commands;
  private final Runnable raise;

  /// @param raise called on the JavaFX thread
  WindowServer(Downloads list, Runnable raise) {
    this.commands = CommandServer.of(list);
    this.raise = raise;
  }

  /// Asks the process that has the list open to show its window.
  ///
  /// @return its answer; with another code than 0 it has no window
  static HandedAnswer raise(InstanceClient other)
      throws InstanceException, InterruptedException, IOException {
    HandedCommand command = new HandedCommand(Path.of("").toAbsolutePath(), List.of(RAISE));
    return HandoverJson.answer(other.ask(HandoverJson.write(command), PATIENCE));
  }

  @Override
  public byte[] answer(byte[] request) throws IOException {
    if (!HandoverJson.command(request).args().equals(List.of(RAISE))) {
      return commands.answer(request);
    }
    Platform.runLater(raise);
    return HandoverJson.write(new HandedAnswer(ProcessHandle.current().pid(), true, 0, "", ""));
  }
}
