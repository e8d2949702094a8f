package org.sluice.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.IntBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.engine.multi.Poll;

class LaneRasterTest {
  private static final int BACKGROUND = 0xffffffff;
  private static final int SELECTED = 0xffddf4ff;
  private static final int REMOVE = 0xff202020;
  private static final int LETTER = 0xff40ff40;
  private static final long SECOND = 1_000_000_000L;

  @Test
  void anEndMarkAtTheBeginningOfARecordIsSeenWhole() {
    assertThat(markPixels(0)).isEqualTo(markPixels(SECOND / 2)).isGreaterThan(60);
  }

  @Test
  void theHairlinesOfTheSelectedLaneLetItsOwnColourBeSeen() {
    Pixels pixels = new Pixels(200, 22, 1);
    Lane lane = new Lane(4, 0);
    lane.changed(0, Poll.INOUT, true);
    lane.acted(SECOND / 2);
    new LaneRaster(pixels)
        .paint(
            new LaneRaster.Scene(List.of(lane), 0, lane, new TimeScale(0, SECOND, 200, 0)),
            new LaneColours(
                BACKGROUND,
                SELECTED,
                SELECTED,
                new LaneColours.PollColours(0, 0, 0, SELECTED, REMOVE, LETTER),
                REMOVE));
    for (IntBuffer all = pixels.buffer(); all.hasRemaining(); ) {
      assertThat(all.get()).as("a pixel of a lane that has one colour").isEqualTo(SELECTED);
    }
  }

  /// How many pixels the mark of a socket covers that is removed at a moment.
  private static int markPixels(long removedNanos) {
    Pixels pixels = new Pixels(200, 22, 1);
    Lane lane = new Lane(4, 0);
    lane.changed(removedNanos, Poll.REMOVE, true);
    new LaneRaster(pixels)
        .paint(
            new LaneRaster.Scene(List.of(lane), 0, null, new TimeScale(0, SECOND, 200, 0)),
            new LaneColours(
                BACKGROUND,
                BACKGROUND,
                BACKGROUND,
                new LaneColours.PollColours(0, 0, 0, 0, REMOVE, LETTER),
                BACKGROUND));
    int count = 0;
    for (IntBuffer all = pixels.buffer(); all.hasRemaining(); ) {
      count += all.get() == BACKGROUND ? 0 : 1;
    }
    return count;
  }
}
