package org.sluice.app.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.sluice.app.timeline.TimeWindow;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.multi.TransferState;

/// Time travel over what a fake engine told: all parts show the moment under the cursor.
class TravelTest {
  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1_000 * MILLI;

  private final FakeFeed feed = new FakeFeed();
  private final MonitorViewModel model = new MonitorViewModel(feed, Path.of("folder"));

  @Test
  void tableRingCountersAndTransfersShowTheMoment() {
    feed.transfer(5, TransferState.CONNECTING, 4);
    feed.running(1, 100, 5L);
    feed.callback(4, Poll.OUT);
    feed.timer(250);
    feed.armedNanos = feed.nanos;
    feed.deadlineNanos = feed.nanos + 250 * MILLI;
    feed.socket(4, Poll.OUT, 100, 5L);
    feed.callbacks = 1;
    refresh();
    long then = feed.nanos + 50 * MILLI;
    feed.nanos += 2 * SECOND;
    feed.fired();
    feed.callback(4, Poll.IN);
    feed.deadlineNanos = Long.MAX_VALUE;
    feed.transfer(5, TransferState.PERFORMING, 4);
    feed.running(1, 900, 5L);
    feed.socket(4, Poll.IN, 90_000, 5L);
    feed.socket(9, Poll.OUT, 0, 5L);
    feed.ok = 1;
    refresh();
    assertThat(poll()).isEqualTo(Poll.IN);
    assertThat(model.sockets().rows()).hasSize(2);

    model.travel().goTo(then);
    refresh();
    assertThat(model.travel().isLive()).isFalse();
    assertThat(model.sockets().rows()).hasSize(1);
    assertThat(poll()).isEqualTo(Poll.OUT);
    assertThat(model.sockets().rows().getFirst().inProperty().get()).isEqualTo("100 B");
    assertThat(model.transfers().rows().getFirst().amountProperty().get()).isEqualTo("10 %");
    assertThat(model.timeout().remainingProperty().get()).isEqualTo("200");
    assertThat(model.metrics().completionsProperty().get()).isEqualTo("0");
    assertThat(model.liveMetrics().completionsProperty().get()).isEqualTo("1");
    assertThat(model.timeline().lanes().getFirst().pollProperty().get()).isEqualTo(Poll.OUT);

    model.travel().live();
    refresh();
    assertThat(poll()).isEqualTo(Poll.IN);
    assertThat(model.sockets().rows()).hasSize(2);
    assertThat(model.metrics().completionsProperty().get()).isEqualTo("1");
  }

  @Test
  void stepsGoByEventAndByEventOfTheSelectedSocket() {
    feed.callback(4, Poll.OUT);
    feed.nanos += MILLI;
    feed.callback(5, Poll.OUT);
    feed.nanos += MILLI;
    feed.callback(4, Poll.IN);
    feed.nanos += MILLI;
    refresh();
    model.travel().socketProperty().set(4L);
    model.travel().stepSocket(false);
    assertThat(model.travel().position()).isEqualTo(1);
    model.travel().stepEvent(true);
    assertThat(model.travel().position()).isEqualTo(2);
    model.travel().stepSocket(true);
    assertThat(model.travel().position()).isEqualTo(3);
    model.travel().home();
    assertThat(model.travel().position()).isEqualTo(1);
    model.travel().live();
    assertThat(model.travel().isLive()).isTrue();
  }

  @Test
  void whatHappensWhileTravellingIsKept() {
    feed.callback(4, Poll.OUT);
    feed.socket(4, Poll.OUT, 0, 5L);
    refresh();
    model.travel().stop();
    feed.nanos += SECOND;
    feed.callback(4, Poll.IN);
    feed.socket(4, Poll.IN, 0, 5L);
    refresh();
    assertThat(poll()).isEqualTo(Poll.OUT);
    assertThat(model.travel().behindNanos()).isGreaterThan(SECOND / 2);
    model.travel().live();
    refresh();
    assertThat(poll()).isEqualTo(Poll.IN);
  }

  @Test
  void theAnswerIsOfTheMomentToo() {
    feed.callback(4, Poll.OUT);
    feed.nanos += SECOND;
    feed.callback(4, Poll.IN);
    feed.nanos += SECOND;
    refresh();
    model.travel().socketProperty().set(4L);
    refresh();
    assertThat(model.why().questionProperty().get()).isEqualTo("4 is in IN");
    assertThat(model.why().evidenceProperty().get()).contains("before that OUT");
    model.travel().home();
    refresh();
    assertThat(model.why().questionProperty().get()).isEqualTo("4 is in OUT");
  }

  @Test
  void socketsAreFilteredAndGrouped() {
    feed.socket(10, Poll.IN, 0, 10L);
    feed.socket(2, Poll.OUT, 0, 2L);
    feed.socket(3, Poll.IN, 0, 2L);
    refresh();
    SocketRows sockets = model.sockets();
    sockets.filterProperty().set("e2 out");
    assertThat(sockets.rows()).extracting(SocketRow::serial).containsExactly(2L);
    assertThat(sockets.countProperty().get()).isEqualTo(3);
    sockets.filterProperty().set("");
    sockets.groupingProperty().set(SocketRows.Grouping.TRANSFER);
    assertThat(sockets.rows())
        .extracting(row -> row.isHeading() ? row.peerProperty().get() : "" + row.serial())
        .containsExactly("E2", "2", "3", "E10", "10");
    sockets.groupingProperty().set(SocketRows.Grouping.HOST);
    assertThat(sockets.rows().getFirst().protocolProperty().get()).isEqualTo("3 sockets");
  }

  @Test
  void onlyRowsThatCanBeSeenGetWords() {
    for (int serial = 1; serial <= 50; serial++) {
      feed.socket(serial, Poll.IN, 1_000, 1L);
    }
    model.sockets().seen(0, 9);
    refresh();
    assertThat(model.sockets().rows().get(9).inProperty().get()).isEqualTo("1.0 kB");
    assertThat(model.sockets().rows().get(40).inProperty().get()).isEmpty();
    model.sockets().seen(35, 45);
    assertThat(model.sockets().rows().get(40).inProperty().get()).isEqualTo("1.0 kB");
  }

  @Test
  void aRowThatComesBelowTheLastOneHasItsWordsAtOnce() {
    feed.socket(1, Poll.IN, 1_000, 1L);
    refresh();
    model.sockets().seen(0, 0);
    feed.socket(2, Poll.OUT, 2_000, 1L);
    refresh();
    assertThat(model.sockets().rows().get(1).inProperty().get()).isEqualTo("2.0 kB");
    assertThat(model.sockets().rows().get(1).pollProperty().get()).isEqualTo(Poll.OUT);
  }

  @Test
  void aDownloadFoldsItsTransfers() {
    feed.running(1, 500, 5L, 6L);
    refresh();
    assertThat(model.transfers().rows()).hasSize(3);
    model.toggle(model.transfers().rows().getFirst());
    refresh();
    assertThat(model.transfers().rows()).hasSize(1);
    model.toggle(model.transfers().rows().getFirst());
    refresh();
    assertThat(model.transfers().rows()).hasSize(3);
  }

  @Test
  void theWindowZoomsAroundTheCursorAndFollowsAgain() {
    TimeWindow window = new TimeWindow();
    window.follow(100 * SECOND);
    window.zoomIn(100 * SECOND);
    assertThat(window.spanNanos()).isEqualTo(5 * SECOND);
    assertThat(window.toNanos()).isEqualTo(100 * SECOND);
    window.show(40 * SECOND, 60 * SECOND);
    window.zoomIn(50 * SECOND);
    assertThat(window.fromNanos()).isEqualTo(45 * SECOND);
    assertThat(window.toNanos()).isEqualTo(55 * SECOND);
    window.follow(200 * SECOND);
    assertThat(window.toNanos()).isEqualTo(55 * SECOND);
    window.reveal(80 * SECOND);
    assertThat(window.toNanos()).isGreaterThan(80 * SECOND);
    for (int i = 0; i < 60; i++) {
      window.zoomIn(80 * SECOND);
    }
    assertThat(window.spanNanos()).isEqualTo(TimeWindow.LEAST_NANOS);
  }

  private Poll poll() {
    return model.sockets().rows().getFirst().pollProperty().get();
  }

  private void refresh() {
    model.pulse(feed.nanos);
    model.refresh(feed.nanos);
    model.pulse(feed.nanos);
  }
}
