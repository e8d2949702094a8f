package org.sluice.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sluice.engine.multi.Poll;

class LaneWordsTest {
  private static final long SECOND = 1_000_000_000L;

  private final TimeWindow window = new TimeWindow();
  private final LaneWords words =
      new LaneWords(
          window, nanos -> "14:02:" + nanos / SECOND + "." + nanos % SECOND / 100_000_000);

  @Test
  void aLaneIsSaidAsItsStatesAndWhenTheyChanged() {
    window.show(20 * SECOND, 32 * SECOND);
    Lane lane = new Lane(34, 0);
    lane.history().add(18 * SECOND, Poll.IN);
    lane.history().add(26 * SECOND + SECOND / 2, Poll.REMOVE);
    lane.history().add(29 * SECOND + 9 * SECOND / 10, Poll.OUT);
    lane.history().add(31 * SECOND, Poll.INOUT);
    assertThat(words.of(lane))
        .isEqualTo("socket 34: in until 14:02:26.5, removed; out from 14:02:29.9; in and out now");
  }

  @Test
  void aStateThatBeganAndEndedInViewHasBothTimes() {
    window.show(20 * SECOND, 32 * SECOND);
    Lane lane = new Lane(3, 0);
    lane.history().add(21 * SECOND, Poll.OUT);
    lane.history().add(22 * SECOND, Poll.IN);
    lane.history().add(23 * SECOND, Poll.REMOVE);
    assertThat(words.of(lane))
        .isEqualTo("socket 3: out until 14:02:22.0; in from 14:02:22.0 to 14:02:23.0, removed");
  }
}
