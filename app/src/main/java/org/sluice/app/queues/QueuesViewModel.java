package org.sluice.app.queues;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.queue.AfterFinish;
import org.sluice.engine.queue.ArgumentText;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.Schedule;
import org.sluice.engine.queue.SpeedPlan;
import org.sluice.engine.queue.SystemAction;
import org.sluice.engine.queue.WeekPlan;
import org.sluice.engine.queue.WeekPlan.Hour;

/// The queues without nodes. A change is shown at once, before the engine has taken it.
///
/// **Threads**: JavaFX (or one thread in a test).
public final class QueuesViewModel {
  /// For the first limited hour of a queue, until the user says another.
  public static final long FIRST_LIMIT_BYTES_PER_SECOND = 1_000_000;

  private final QueueBook book;
  private final Consumer<CompletableFuture<?>> wish;
  private final ReadOnlyObjectWrapper<List<QueueRules>> queues =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Latest<List<QueueRules>> latest;

  /// @param wish says it to the user if it is not fulfilled
  public QueuesViewModel(QueueBook book, Consumer<CompletableFuture<?>> wish) {
    this.book = book;
    this.wish = wish;
    latest = new Latest<>(book::queues, this::show);
  }

  /// All queues, in their order.
  public ReadOnlyObjectProperty<List<QueueRules>> queuesProperty() {
    return queues.getReadOnlyProperty();
  }

  public Optional<QueueRules> find(String name) {
    return queues.get().stream().filter(rules -> rules.name().equals(name)).findFirst();
  }

  /// Asks what holds; now and then, as others may change it.
  public void ask() {
    latest.ask();
  }

  /// Takes what was answered.
  public void look() {
    latest.look();
  }

  private void show(List<QueueRules> now) {
    if (!now.equals(queues.get())) {
      queues.set(List.copyOf(now));
    }
  }

  private void change(List<QueueRules> shown, CompletableFuture<?> answer) {
    show(shown);
    wish.accept(answer);
    latest.changed();
  }

  // ---- the queues -----------------------------------------------------------------------------

  /// Makes a queue, or gives one of that name other rules.
  public void put(QueueRules rules) {
    List<QueueRules> all = new ArrayList<>(queues.get());
    int at = place(rules.name());
    if (at < 0) {
      all.add(rules);
    } else {
      all.set(at, rules);
    }
    change(all, book.putQueue(rules));
  }

  /// Gives a queue other rules, and perhaps another name.
  ///
  /// @throws IllegalArgumentException with a sentence for a person, if the name is not to be had
  public void replace(String name, QueueRules rules) {
    if (!name.equals(rules.name())) {
      checkFree(rules.name());
      List<QueueRules> all = new ArrayList<>(queues.get());
      find(name).ifPresent(old -> all.set(all.indexOf(old), old.name(rules.name())));
      change(all, book.renameQueue(name, rules.name()));
    }
    put(rules);
  }

  /// @throws IllegalArgumentException with a sentence for a person, if the name is not to be had
  public void checkFree(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(QueuesWords.text("name.empty"));
    }
    if (find(name).isPresent() || name.equalsIgnoreCase(QueuesWords.text("main"))) {
      throw new IllegalArgumentException(QueuesWords.text("name.taken", name));
    }
  }

  /// Takes a queue away; its downloads go to the end of the main one.
  public void remove(String name) {
    if (canRemove(name)) {
      change(
          queues.get().stream().filter(rules -> !rules.name().equals(name)).toList(),
          book.removeQueue(name));
    }
  }

  public boolean canRemove(String name) {
    return !name.equals(DownloadRequest.MAIN_QUEUE) && find(name).isPresent();
  }

  /// Puts a queue in front of its neighbours or behind them.
  public void move(String name, int by) {
    int from = place(name);
    int to = from + by;
    if (from >= 0 && to >= 0 && to < queues.get().size()) {
      List<QueueRules> all = new ArrayList<>(queues.get());
      all.add(to, all.remove(from));
      change(all, book.placeQueue(name, to));
    }
  }

  private int place(String name) {
    return queues.get().stream().map(QueueRules::name).toList().indexOf(name);
  }

  // ---- the week and the end of one queue
  // ---------------------------------------------------------

  /// Paints hours of a queue's week.
  public void paint(String name, Set<Integer> hours, Hour value) {
    changeWeek(name, week -> week.paint(hours, value, FIRST_LIMIT_BYTES_PER_SECOND));
  }

  /// The speed in all limited hours of a queue.
  public void limit(String name, long bytesPerSecond) {
    if (bytesPerSecond > 0) {
      changeWeek(name, week -> week.limit(bytesPerSecond));
    }
  }

  /// The speed of a queue: in its limited hours if it has such, else at all times; 0 for no limit.
  public void limitAll(String name, long bytesPerSecond) {
    find(name)
        .ifPresent(
            rules -> {
              WeekPlan week = WeekPlan.of(rules.schedule(), rules.speed());
              SpeedPlan speed = withLimit(rules.speed(), week, bytesPerSecond);
              if (!speed.equals(rules.speed())) {
                put(rules.speed(speed));
              }
            });
  }

  static SpeedPlan withLimit(SpeedPlan before, WeekPlan week, long bytesPerSecond) {
    return before.hours().isEmpty() || bytesPerSecond == 0
        ? SpeedPlan.of(bytesPerSecond)
        : week.limit(bytesPerSecond).speed();
  }

  /// Full speed at all hours.
  public void resetWeek(String name) {
    find(name).ifPresent(rules -> put(rules.schedule(Schedule.ALWAYS).speed(SpeedPlan.NONE)));
  }

  private void changeWeek(String name, UnaryOperator<WeekPlan> change) {
    find(name)
        .ifPresent(
            rules -> {
              WeekPlan before = WeekPlan.of(rules.schedule(), rules.speed());
              WeekPlan after = change.apply(before);
              if (!after.equals(before)) {
                put(rules.schedule(after.schedule()).speed(after.speed()));
              }
            });
  }

  /// What the computer does after the queue's last download.
  public void whenEmpty(String name, SystemAction action) {
    find(name)
        .filter(rules -> rules.afterFinish().whenEmpty() != action)
        .ifPresent(
            rules ->
                put(rules.afterFinish(new AfterFinish(rules.afterFinish().command(), action))));
  }

  /// The program that runs after each download of the queue, with its arguments; no shell reads them.
  ///
  /// @throws IllegalArgumentException with a sentence for a person, if that cannot be run
  public void program(String name, String arguments) {
    List<String> command = ArgumentText.read(arguments);
    find(name)
        .filter(rules -> !rules.afterFinish().command().equals(command))
        .ifPresent(
            rules ->
                put(rules.afterFinish(new AfterFinish(command, rules.afterFinish().whenEmpty()))));
  }
}
