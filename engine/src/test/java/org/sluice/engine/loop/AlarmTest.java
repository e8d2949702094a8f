package org.sluice.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AlarmTest {
  private static final long MILLI = 1_000_000L;

  private final AtomicLong now = new AtomicLong(5);
  private final Alarms alarms = new Alarms(now::get);
  private final List<String> rang = new ArrayList<>();

  @Test
  void theEarliestRingsFirstAndEachOnce() {
    alarms.set(20, () -> rang.add("late"));
    alarms.set(10, () -> rang.add("early"));
    ring();
    assertThat(rang).isEmpty();
    now.addAndGet(20);
    ring();
    ring();
    assertThat(rang).containsExactly("early", "late");
  }

  @Test
  void aCancelledOneIsSilent() {
    Alarm alarm = alarms.set(10, () -> rang.add("no"));
    assertThat(alarm.isSet()).isTrue();
    alarm.cancel();
    now.addAndGet(10);
    ring();
    assertThat(rang).isEmpty();
    assertThat(alarm.isSet()).isFalse();
  }

  @Test
  void oneCanCancelAnotherOfTheSameMoment() {
    Alarm[] second = new Alarm[1];
    alarms.set(
        10,
        () -> {
          rang.add("first");
          second[0].cancel();
        });
    second[0] = alarms.set(10, () -> rang.add("second"));
    now.addAndGet(10);
    ring();
    assertThat(rang).hasSize(1);
  }

  @Test
  void theWaitIsThatOfTheEarlier() {
    assertThat(alarms.shorten(-1)).isEqualTo(-1);
    alarms.set(7 * MILLI - 1, () -> {});
    assertThat(alarms.shorten(-1)).isEqualTo(7);
    assertThat(alarms.shorten(3)).isEqualTo(3);
    assertThat(alarms.shorten(30)).isEqualTo(7);
    now.addAndGet(20 * MILLI);
    assertThat(alarms.shorten(30)).isZero();
  }

  @Test
  void aRealLoopRingsWithoutAnyTransfer() throws Exception {
    try (SelectorLoop loop = SelectorLoop.start(LoopOptions.DEFAULT)) {
      CompletableFuture<Boolean> onLoop = new CompletableFuture<>();
      loop.post(() -> loop.later(5 * MILLI, () -> onLoop.complete(loop.isLoopThread())));
      assertThat(onLoop.get(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void anotherThreadIsRefused() {
    try (SelectorLoop loop = SelectorLoop.start(LoopOptions.DEFAULT)) {
      assertThatThrownBy(() -> loop.later(0, () -> {})).isInstanceOf(IllegalStateException.class);
    }
  }

  private void ring() {
    List<Runnable> due = new ArrayList<>();
    alarms.takeDue(due::add);
    due.forEach(Runnable::run);
  }
}
