package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sluice.engine.journal.JournalChange;
import org.sluice.engine.queue.SpeedPlan;

/// The limit of all transfers follows its hours, and a hand may take its place for a while.
class SpeedDeskTest {
  private static final ZonedDateTime NOON = ZonedDateTime.parse("2026-11-23T12:00:00Z");
  private static final SpeedPlan OFFICE = SpeedPlan.parse(0, "Mon-Fri 08:00-18:00 = 500K");

  private static SpeedDesk again(List<JournalChange> changes) {
    Map<String, String> stored = new HashMap<>();
    for (JournalChange change : changes) {
      if (change instanceof JournalChange.SettingChanged(String key, String value)
          && value != null) {
        stored.put(key, value);
      }
    }
    return SpeedDesk.of(0, stored);
  }

  @Test
  void aPlanHoldsByItsHoursAndAfterTheNextStart() {
    SpeedDesk first = new SpeedDesk(SpeedPlan.NONE);
    SpeedDesk desk = again(first.put(OFFICE));
    assertThat(desk.now(NOON)).isEqualTo(new SpeedNow(OFFICE, 512_000, NOON.plusHours(6), false));
    assertThat(desk.now(NOON.plusHours(6)).limitBytesPerSecond()).isZero();
    assertThat(desk.now(NOON.plusHours(6)).until()).isEqualTo(NOON.plusHours(20));
  }

  @Test
  void aLimitByHandHoldsUntilThePlanChangesIt() {
    SpeedDesk desk = new SpeedDesk(OFFICE);
    assertThat(desk.byHand(9, NOON)).as("nothing to keep").isEmpty();
    assertThat(desk.now(NOON.plusHours(5)))
        .isEqualTo(new SpeedNow(OFFICE, 9, NOON.plusHours(6), true));
    assertThat(desk.now(NOON.plusHours(6)).limitBytesPerSecond()).isZero();
    assertThat(desk.now(NOON.plusHours(6)).byHand()).isFalse();
  }

  @Test
  void withoutHoursAHandSetsItForGood() {
    SpeedDesk desk = again(new SpeedDesk(SpeedPlan.NONE).byHand(9, NOON));
    assertThat(desk.now(NOON.plusYears(1)))
        .isEqualTo(new SpeedNow(SpeedPlan.of(9), 9, null, false));
  }

  @Test
  void thisProcessMayHaveALimitOfItsOwnAndRubbishLimitsNothing() {
    assertThat(SpeedDesk.of(7, Map.of("limit.bytes-per-second", "5")).now(NOON))
        .isEqualTo(new SpeedNow(SpeedPlan.of(7), 7, null, false));
    assertThat(SpeedDesk.of(0, Map.of("limit.bytes-per-second", "fast")).now(NOON))
        .isEqualTo(SpeedNow.NONE);
    assertThat(SpeedDesk.of(0, Map.of("limit.bytes-per-second", "-5")).now(NOON))
        .isEqualTo(SpeedNow.NONE);
    assertThat(SpeedDesk.of(0, Map.of("limit.speed-hours", "sometimes")).now(NOON))
        .isEqualTo(SpeedNow.NONE);
  }
}
