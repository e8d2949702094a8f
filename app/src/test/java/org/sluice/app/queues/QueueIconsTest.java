package org.sluice.app.queues;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.Schedule;

/// Queues are told apart by their pictures.
class QueueIconsTest {
  private static final QueueRules MAIN = QueueRules.named(DownloadRequest.MAIN_QUEUE);
  private static final QueueRules LAB = QueueRules.named("Lab");
  private static final QueueRules OTHER = QueueRules.named("Films");
  private static final QueueRules NIGHT =
      QueueRules.named("Lab by night").schedule(Schedule.parse("22:00-06:00"));

  @Test
  void eachSortHasItsOwn() {
    Set<Object> all =
        Stream.of(MAIN, LAB, OTHER, NIGHT).map(QueueIcons::of).collect(Collectors.toSet());
    assertThat(all).hasSize(4);
    assertThat(QueueIcons.of(LAB)).isEqualTo(MaterialDesignF.FLASK_OUTLINE);
    assertThat(QueueIcons.of(NIGHT)).isEqualTo(MaterialDesignW.WEATHER_NIGHT);
    assertThat(QueueIcons.of(MAIN.schedule(Schedule.parse("22:00-06:00"))))
        .as("the one that is always there looks the same with hours")
        .isEqualTo(QueueIcons.of(MAIN));
  }
}
