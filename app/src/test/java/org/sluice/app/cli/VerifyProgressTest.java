package org.sluice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.app.terminal.Glyphs;
import org.sluice.app.terminal.Terminal;

/// How far a file has been read is drawn at a terminal, and nowhere else.
class VerifyProgressTest {
  private static final long LENGTH = 128L << 20;

  @TempDir private Path folder;
  private Path file;
  private final ByteArrayOutputStream drawn = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(drawn, true, StandardCharsets.UTF_8);

  @BeforeEach
  void make() throws IOException {
    file = folder.resolve("big.iso");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(LENGTH);
    }
  }

  private String take() {
    String text = drawn.toString(StandardCharsets.UTF_8);
    drawn.reset();
    return text;
  }

  @Test
  void aBarGrowsAndGoes() throws IOException {
    try (VerifyProgress progress = VerifyProgress.at(new Terminal(80, Glyphs.ASCII), file, out)) {
      progress.read(1 << 20);
      assertThat(take()).contains("big.iso", "1.0 of 128.0 MiB");
      progress.read(2 << 20);
      assertThat(take()).as("not for every piece").isEmpty();
      progress.read(64 << 20);
      assertThat(take()).contains("64.0 of 128.0 MiB");
    }
    assertThat(take()).as("the line is taken away").isNotEmpty();
  }

  @Test
  void whereThereIsNoTerminalNothingIsDrawn() throws IOException {
    try (VerifyProgress progress = VerifyProgress.at(null, file, out)) {
      progress.read(64 << 20);
    }
    assertThat(take()).isEmpty();
  }
}
