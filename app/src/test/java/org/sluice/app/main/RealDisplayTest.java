package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the Headless platform cannot do: right presses, modifiers with the mouse, dragged borders.
class RealDisplayTest {
  @TempDir Path folder;

  @Test
  void mouseButtonsModifiersAndDragsWork() throws IOException, InterruptedException {
    try (RealDisplay display = RealDisplay.startOrSkip()) {
      assertThat(display.run(RealDisplayProbe.class, folder, 100))
          .contains("right press selects")
          .contains("ctrl and click deselect")
          .contains("a column is dragged wider")
          .endsWith("exit 0");
    }
  }

  @Test
  void linksAndFilesAreDroppedAndRowsChosenByModifiers() throws IOException, InterruptedException {
    try (RealDisplay display = RealDisplay.startOrSkip()) {
      assertThat(display.run(DropProbe.class, folder, 300))
          .contains("ctrl and click add one")
          .contains("shift and click take all between")
          .contains("a right click opens the menu")
          .contains("a link is dropped")
          .contains("a file of links is dropped")
          .contains("a Metalink is dropped")
          .contains("a torrent is refused in a sentence")
          .endsWith("exit 0");
    }
  }
}
