package org.sluice.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewMemoryTest {
  @Test
  void eachGetsItsOwnBack() {
    Map<String, String> all = Map.of("a.width", "3", "ab.width", "4", "b.x.y", "5");
    assertThat(ViewMemory.of("a", all)).isEqualTo(Map.of("width", "3"));
    assertThat(ViewMemory.of("b", all)).isEqualTo(Map.of("x.y", "5"));
    assertThat(ViewMemory.named("b", Map.of("x.y", "5"))).isEqualTo(Map.of("b.x.y", "5"));
  }

  @Test
  void panesFollowEachOtherInACircle() {
    assertThat(PaneOrder.next(-1, 3, true)).isZero();
    assertThat(PaneOrder.next(-1, 3, false)).isEqualTo(2);
    assertThat(PaneOrder.next(2, 3, true)).isZero();
    assertThat(PaneOrder.next(0, 3, false)).isEqualTo(2);
  }
}
