package org.sluice.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PaneSizeTest {
  private static final Offset<Double> NEARLY = Offset.offset(1e-9);

  @Test
  void thePaneWithoutASizeTakesWhatIsLeft() {
    PaneSize left = new PaneSize(200, 0.3);
    PaneSize right = new PaneSize(300, 0.4);
    assertThat(PaneSize.positions(Arrays.asList(left, null, right), 1_000))
        .containsExactly(new double[] {0.2, 0.7}, NEARLY);
    assertThat(PaneSize.positions(Arrays.asList(null, right), 1_000))
        .containsExactly(new double[] {0.7}, NEARLY);
  }

  @Test
  void inASmallWindowAPaneTakesNoMoreThanItsShare() {
    PaneSize below = new PaneSize(270, 0.4);
    assertThat(PaneSize.positions(Arrays.asList(null, below), 500))
        .containsExactly(new double[] {0.6}, NEARLY);
  }

  @Test
  void aSizeThatIsNoneIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PaneSize(0, 0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> new PaneSize(100, 1));
  }
}
