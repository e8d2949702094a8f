package org.sluice.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnnouncementsTest {
  private static final long SECOND = 1_000_000_000L;

  private final Announcements announcements = new Announcements();

  @Test
  void theFirstIsSaidAtOnce() {
    assertThat(announcements.due(-5)).isEmpty();
    announcements.add("a is complete");
    assertThat(announcements.due(-5)).isEqualTo("a is complete");
    assertThat(announcements.due(10 * SECOND)).isEmpty();
  }

  @Test
  void whatComesWithinTwoSecondsIsSaidTogetherAfterThem() {
    announcements.add("a");
    assertThat(announcements.due(0)).isEqualTo("a");
    announcements.add("b");
    assertThat(announcements.due(SECOND)).isEmpty();
    announcements.add("c");
    announcements.add("b");
    assertThat(announcements.due(2 * SECOND - 1)).isEmpty();
    assertThat(announcements.due(2 * SECOND)).isEqualTo("c \u00b7 b");
  }

  @Test
  void ofATopicOnlyTheNewestIsSaid() {
    announcements.add("cursor", "14:02:26.5");
    announcements.add("a is complete");
    announcements.add("cursor", "14:02:26.9");
    assertThat(announcements.due(0)).isEqualTo("a is complete \u00b7 14:02:26.9");
  }

  @Test
  void onlyTheLastFewAreSaid() {
    for (int i = 1; i <= 9; i++) {
      announcements.add("n" + i);
    }
    assertThat(announcements.due(0)).isEqualTo("n6 \u00b7 n7 \u00b7 n8 \u00b7 n9");
  }
}
