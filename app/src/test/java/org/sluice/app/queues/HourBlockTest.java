package org.sluice.app.queues;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Blocks of hours on the week's grid.
class HourBlockTest {
  @Test
  void aBlockIsARectangleWhicheverCornerMoves() {
    HourBlock block = HourBlock.at(24 + 5).to(3);
    assertThat(block.hours()).containsExactly(3, 4, 5, 24 + 3, 24 + 4, 24 + 5);
    assertThat(block.to(24 + 5).hours()).containsExactly(24 + 5);
  }

  @Test
  void theEdgesOfTheWeekHold() {
    assertThat(HourBlock.at(0).moved(-1, -1)).isZero();
    assertThat(HourBlock.at(167).moved(1, 1)).isEqualTo(167);
    assertThat(HourBlock.at(30).moved(0, 99)).isEqualTo(47);
    assertThat(HourBlock.at(30).moved(1, -1)).isEqualTo(53);
  }
}
