package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeldBackTest {
  @Test
  void oneWaitSaysNothing() {
    HeldBack held = new HeldBack(false);
    assertThat(held.tick(true)).isFalse();
    assertThat(held.tick(false)).isFalse();
    assertThat(held.tick(true)).isFalse();
    assertThat(held.is()).isFalse();
  }

  @Test
  void waitsInARowSayThatTheSpeedIsSetHere() {
    HeldBack held = new HeldBack(false);
    assertThat(held.tick(true)).isFalse();
    assertThat(held.tick(true)).as("changed").isTrue();
    assertThat(held.is()).isTrue();
    assertThat(held.tick(true)).as("no news").isFalse();
  }

  @Test
  void aLimitThatIsNotReachedSetsNoSpeed() {
    HeldBack held = new HeldBack(true);
    assertThat(held.is()).as("before anything is known").isTrue();
    for (int i = 1; i < HeldBack.TICKS_TO_END; i++) {
      assertThat(held.tick(false)).as("tick %s", i).isFalse();
    }
    assertThat(held.tick(false)).isTrue();
    assertThat(held.is()).isFalse();
  }

  @Test
  void aWaitNowAndThenKeepsIt() {
    HeldBack held = new HeldBack(true);
    for (int i = 0; i < 10 * HeldBack.TICKS_TO_END; i++) {
      assertThat(held.tick(i % (HeldBack.TICKS_TO_END - 1) == 0)).as("tick %s", i).isFalse();
    }
    assertThat(held.is()).isTrue();
  }
}
