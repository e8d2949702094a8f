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
}
