package org.sluice.app.queues;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sluice.engine.download.SpeedNow;
import org.sluice.engine.queue.Schedule;
import org.sluice.engine.queue.SpeedPlan;
import org.sluice.engine.queue.WeekPlan;
import org.sluice.engine.queue.WeekPlan.Hour;

/// The speed that all downloads share, without nodes: one limit, and another one in some hours.
///
/// **Threads**: JavaFX (or one thread in a test).
public final class SpeedViewModel {
  private final QueueBook book;
  private final Consumer<CompletableFuture<?>> wish;
  private final ReadOnlyObjectWrapper<SpeedNow> now = new ReadOnlyObjectWrapper<>(SpeedNow.NONE);
  private final Latest<SpeedNow> latest;

  /// @param wish says it to the user if it is not fulfilled
  public SpeedViewModel(QueueBook book, Consumer<CompletableFuture<?>> wish) {
    this.book = book;
    this.wish = wish;
    latest = new Latest<>(book::speed, now::set);
  }

  /// What holds now, and for how long.
  public ReadOnlyObjectProperty<SpeedNow> nowProperty() {
    return now.getReadOnlyProperty();
  }

  /// Asks what holds; now and then, as hours pass and others may change it.
  public void ask() {
    latest.ask();
  }

  /// Takes what was answered.
  public void look() {
    latest.look();
  }

  private SpeedPlan plan() {
    return now.get().plan();
  }

  /// Another limit until the hours change it; for good without hours.
  public void byHand(long bytesPerSecond) {
    SpeedNow before = now.get();
    now.set(
        before.until() == null
            ? new SpeedNow(SpeedPlan.of(bytesPerSecond), bytesPerSecond, null, false)
            : new SpeedNow(before.plan(), bytesPerSecond, before.until(), true));
    wish.accept(book.limit(bytesPerSecond));
    latest.changed();
  }

  /// The limit outside of the hours; 0 for none.
  public void base(long bytesPerSecond) {
    put(new SpeedPlan(bytesPerSecond, plan().hours()));
  }

  /// The hours with a limit of their own: limited ones, and full ones in which [#base] holds.
  public WeekPlan week() {
    WeekPlan week = WeekPlan.of(Schedule.ALWAYS, new SpeedPlan(0, plan().hours()));
    boolean all = plan().hours().stream().allMatch(hours -> hours.limitBytesPerSecond() > 0);
    return new WeekPlan(week.hours(), week.limitBytesPerSecond(), week.exact() && all);
  }

  /// Paints hours of the week.
  public void paint(Set<Integer> hours, Hour value) {
    putWeek(week().paint(hours, value, QueuesViewModel.FIRST_LIMIT_BYTES_PER_SECOND));
  }

  /// The speed in all of the hours.
  public void limit(long bytesPerSecond) {
    if (bytesPerSecond > 0) {
      putWeek(week().limit(bytesPerSecond));
    }
  }

  /// No hours.
  public void resetWeek() {
    put(SpeedPlan.of(plan().limitBytesPerSecond()));
  }

  private void putWeek(WeekPlan week) {
    put(new SpeedPlan(plan().limitBytesPerSecond(), week.limitedHours()));
  }

  private void put(SpeedPlan plan) {
    if (plan.equals(plan())) {
      return;
    }
    SpeedNow before = now.get();
    now.set(new SpeedNow(plan, before.limitBytesPerSecond(), before.until(), before.byHand()));
    wish.accept(book.setSpeed(plan));
    latest.changed();
  }
}
