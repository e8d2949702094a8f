package org.sluice.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.app.terminal.Items;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.download.DownloadsSnapshot.Total;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.range.Spans;

class ActivityTest {
  private static final ItemView DONE =
      Items.item(9, "done", ItemState.COMPLETE, StateReason.NONE, 1_000, Spans.EMPTY);

  @Test
  void onlyWhatRunsCountsAndBySize() {
    assertThat(of(DONE, Items.running(1, "a", 300, 100), Items.running(2, "b", 100, 100)))
        .isEqualTo(new Activity(2, 2, 0, 50));
    assertThat(of(DONE)).isEqualTo(Activity.NONE);
    assertThat(of(Items.running(1, "a", 1_000, 999))).isEqualTo(new Activity(1, 1, 0, 99));
  }

  @Test
  void oneWithoutALengthHidesThePercentOfAll() {
    assertThat(of(Items.running(1, "a", 300, 100), Items.running(2, "b", -1, 100)))
        .isEqualTo(new Activity(2, 2, 1, -1));
  }

  @Test
  void whatGoesOnByItselfIsActiveButDoesNotRun() {
    ItemView waits = Items.waiting(3, "c", StateReason.SERVER_BUSY, Items.NOW);
    ItemView paused = Items.item(4, "d", ItemState.PAUSED, StateReason.BY_USER, 9, Spans.EMPTY);
    assertThat(of(DONE, Items.running(1, "a", 300, 100), waits, paused))
        .isEqualTo(new Activity(1, 2, 0, 33));
  }

  private static Activity of(ItemView... items) {
    Total none = new Total(0, 0, 0, 0, 0, 0, 0);
    return Activity.of(
        new DownloadsSnapshot(Items.NOW, List.of(items), List.of(), none, List.of()));
  }
}
