package org.sluice.engine.multi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluice.engine.multi.TimerTeller.SILENCE;
import static org.sluice.engine.time.TimerTable.NONE;

import org.junit.jupiter.api.Test;

/// When the timer callback is due, and with what.
class TimerTellerTest {
  private static final long MILLI = 1_000_000;

  private final TimerTeller teller = new TimerTeller();

  @Test
  void silentWithoutAnyTimer() {
    assertThat(teller.next(false, NONE, 0, false)).isEqualTo(SILENCE);
  }

  @Test
  void theSameMomentIsToldOnce() {
    assertThat(teller.next(false, 100 * MILLI, 0, false)).isEqualTo(100);
    assertThat(teller.next(false, 100 * MILLI, 60 * MILLI, false)).isEqualTo(SILENCE);
    assertThat(teller.next(false, 90 * MILLI, 60 * MILLI, false)).isEqualTo(30);
  }

  @Test
  void minusOneOnlyWhereOneWasTold() {
    teller.next(false, 100 * MILLI, 0, false);
    assertThat(teller.next(false, NONE, 0, false)).isEqualTo(-1);
    assertThat(teller.next(false, NONE, 0, false)).isEqualTo(SILENCE);
  }

  @Test
  void zeroIsToldAgainByAdd() {
    assertThat(teller.next(true, NONE, 0, true)).isZero();
    assertThat(teller.next(true, NONE, 0, false)).isEqualTo(SILENCE);
    assertThat(teller.next(true, NONE, 0, true)).isZero();
  }

  @Test
  void anEarlyTimeoutIsToldAgain() {
    teller.next(false, 100 * MILLI, 0, false);
    teller.forget(99 * MILLI);
    assertThat(teller.next(false, 100 * MILLI, 99 * MILLI, false)).isEqualTo(1);
    assertThat(teller.next(false, 100 * MILLI, 99 * MILLI, false)).isEqualTo(SILENCE);
  }

  @Test
  void anEarlyTimeoutWithNothingLeftClearsIt() {
    teller.next(false, 100 * MILLI, 0, false);
    teller.forget(99 * MILLI);
    assertThat(teller.next(false, NONE, 99 * MILLI, false)).isEqualTo(-1);
  }

  @Test
  void aFiredTimerNeedsNoMinusOne() {
    teller.next(false, 100 * MILLI, 0, false);
    teller.forget(100 * MILLI);
    assertThat(teller.next(false, NONE, 100 * MILLI, false)).isEqualTo(SILENCE);
  }

  @Test
  void aFiredZeroIsToldAgain() {
    teller.next(true, NONE, 0, false);
    teller.forget(0);
    assertThat(teller.next(true, NONE, 0, false)).isZero();
  }

  @Test
  void roundedUpToMillis() {
    assertThat(TimerTeller.millisUntil(1, 0)).isEqualTo(1);
    assertThat(TimerTeller.millisUntil(MILLI, 0)).isEqualTo(1);
    assertThat(TimerTeller.millisUntil(MILLI + 1, 0)).isEqualTo(2);
    assertThat(TimerTeller.millisUntil(0, 5)).as("overdue").isZero();
  }
}
