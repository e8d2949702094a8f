package org.sluice.app.main;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.sluice.app.cli.CommandServer;
import org.sluice.app.handover.HandedAnswer;
import org.sluice.app.handover.HandedCommand;
import org.sluice.app.handover.HandoverJson;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.instance.InstanceClient;
import org.sluice.engine.instance.InstanceException;
import org.sluice.engine.instance.RequestHandler;

/// Does what other processes ask of the window: its commands, to show itself, and to take what they
/// were given.
///
/// **Threads**: any.
final class WindowServer implements RequestHandler {
  private static final String WINDOW = "window";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CommandServer commands;
  private final Consumer<Handed> taker;

  /// What a second start was given.
  ///
  /// @param given links and files; empty if it was just started
  /// @param folder where it was started
  record Handed(List<String> given, Path folder) {}

  /// @param taker shows the window with it; called on the JavaFX thread
  WindowServer(Downloads list, Consumer<Handed> taker) {
    this.commands = CommandServer.of(list);
    this.taker = taker;
  }

  /// Asks the process that has the list open to show its window, and to take what is given.
  ///
  /// @return its answer; with another code than 0 it has no window
  static HandedAnswer hand(InstanceClient other, List<String> given)
      throws InstanceException, InterruptedException, IOException {
    List<String> words = new ArrayList<>(List.of(WINDOW));
    words.addAll(given);
    HandedCommand command = new HandedCommand(Path.of("").toAbsolutePath(), words);
    return HandoverJson.answer(other.ask(HandoverJson.write(command), PATIENCE));
  }

  @Override
  public byte[] answer(byte[] request) throws IOException {
    HandedCommand command = HandoverJson.command(request);
    List<String> words = command.args();
    if (words.isEmpty() || !words.getFirst().equals(WINDOW)) {
      return commands.answer(request);
    }
    Handed handed = new Handed(List.copyOf(words.subList(1, words.size())), command.folder());
    Platform.runLater(() -> taker.accept(handed));
    return HandoverJson.write(new HandedAnswer(ProcessHandle.current().pid(), true, 0, "", ""));
  }
}
