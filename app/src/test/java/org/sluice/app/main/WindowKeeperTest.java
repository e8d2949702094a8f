package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sluice.app.settings.Settings;
import org.sluice.app.settings.Settings.WindowPlace;

class WindowKeeperTest {
  private static final long SECOND = WindowKeeper.LOOK_NANOS;

  private final WindowKeeper keeper = new WindowKeeper(at(0));

  private static Settings at(double x) {
    return Settings.INITIAL.withPlace(new WindowPlace(x, 0, 800, 600, false));
  }

  @Test
  void whatHasNotChangedIsNotWritten() {
    assertThat(keeper.due(0, () -> at(0))).isNull();
    assertThat(keeper.due(SECOND, () -> at(0))).isNull();
  }

  @Test
  void aChangeIsWrittenOnceItStands() {
    assertThat(keeper.due(0, () -> at(5))).as("it may be dragged still").isNull();
    assertThat(keeper.due(SECOND, () -> at(7))).isNull();
    assertThat(keeper.due(2 * SECOND, () -> at(7))).isEqualTo(at(7));
    assertThat(keeper.due(3 * SECOND, () -> at(7))).as("once").isNull();
  }

  @Test
  void itIsLookedAtOnceASecond() {
    keeper.due(0, () -> at(5));
    keeper.due(
        SECOND - 1,
        () -> {
          throw new AssertionError("too early");
        });
    assertThat(keeper.due(SECOND, () -> at(5))).isEqualTo(at(5));
  }
}
