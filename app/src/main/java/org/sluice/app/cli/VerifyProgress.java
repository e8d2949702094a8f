package org.sluice.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.app.cli.GetRunning.Saying;
import org.sluice.app.terminal.Columns;
import org.sluice.app.terminal.Screen;
import org.sluice.app.terminal.SegmentBar;
import org.sluice.app.terminal.Terminal;
import org.sluice.app.words.Sizes;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// Shows how far a file has been read: a bar at a terminal, nothing elsewhere.
final class VerifyProgress implements AutoCloseable {
  private static final long EACH_BYTES = 32 << 20;

  private final String name;
  private final long length;
  private final @Nullable Terminal terminal;
  private final Screen screen;
  private long next;

  private VerifyProgress(String name, long length, @Nullable Terminal terminal, Screen screen) {
    this.name = name;
    this.length = length;
    this.terminal = terminal;
    this.screen = screen;
  }

  static VerifyProgress of(Path file, Saying saying, Caller caller) throws IOException {
    boolean shown = saying == Saying.USUAL && caller.served() == null;
    return at(shown ? Terminal.find() : null, file, caller.out());
  }

  /// @param terminal null for none
  static VerifyProgress at(@Nullable Terminal terminal, Path file, PrintStream out)
      throws IOException {
    return new VerifyProgress(
        String.valueOf(file.getFileName()), Files.size(file), terminal, new Screen(out));
  }

  /// So many bytes were read.
  void read(long bytes) {
    Terminal shown = terminal;
    if (shown == null || bytes < next) {
      return;
    }
    next = bytes + EACH_BYTES;
    int places = shown.width() / 3;
    String bar =
        SegmentBar.of(Spans.of(new Span(0, bytes)), length, List.of(), places, shown.glyphs());
    String line =
        Columns.fitted(Columns.harmless(name), shown.width() / 4)
            + " "
            + bar
            + "  "
            + Sizes.of(bytes, length);
    screen.draw(List.of(), List.of(line));
  }

  @Override
  public void close() {
    screen.clear();
  }
}
