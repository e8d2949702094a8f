package org.sluice.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.app.handover.HandedAnswer;
import org.sluice.app.handover.HandedCommand;
import org.sluice.app.handover.HandoverJson;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.instance.RequestHandler;

/// Runs the commands that other processes hand over, on the list of this one.
///
/// **Threads**: any, several at a time.
public final class CommandServer implements RequestHandler {
  private final Downloads list;
  private final Door door;

  CommandServer(Downloads list, Door door) {
    this.list = list;
    this.door = door;
  }

  /// One that lets every command in, for a process that keeps the list open until it ends.
  public static CommandServer of(Downloads list) {
    Door door = new Door();
    door.open(added -> {});
    return new CommandServer(list, door);
  }

  @Override
  public byte[] answer(byte[] request) throws IOException {
    HandedCommand command = HandoverJson.command(request);
    long process = ProcessHandle.current().pid();
    @Nullable Consumer<Told> follower = door.enter();
    if (follower == null) {
      return HandoverJson.write(HandedAnswer.later(process));
    }
    try {
      return HandoverJson.write(run(command, new Served(list, follower), process));
    } finally {
      door.leave();
    }
  }

  private static HandedAnswer run(HandedCommand command, Served served, long process) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Caller caller = new Caller(command.args(), command.folder(), stream(out), stream(err), served);
    int code = Commands.execute(command.args().toArray(String[]::new), caller);
    caller.out().flush();
    caller.err().flush();
    return new HandedAnswer(
        process,
        true,
        code,
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }
}
