package org.sluice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.app.cli.ListRun.RunRules;
import org.sluice.app.terminal.Items;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.range.Spans;

class FollowedItemsTest implements FollowedItems.Listener {
  private static final Instant NOW = Items.NOW;
  private final List<String> heard = new ArrayList<>();
  private FollowedItems items =
      new FollowedItems(new RunRules(true, Duration.ofSeconds(10), 2, 9), this);

  @Test
  void whatWasHeardBeforeItWasTakenCounts() {
    items.see(item(1, ItemState.QUEUED, StateReason.NONE), true, NOW);
    items.see(item(1, ItemState.COMPLETE, StateReason.NONE), true, NOW);
    assertThat(items.add(taken(1), false, NOW)).isTrue();
    assertThat(heard).containsExactly("begun 1", "ended 1 SAVED");
    assertThat(items.isEmpty()).isTrue();
    assertThat(items.add(taken(2), false, NOW)).as("somebody has to look").isFalse();
    assertThat(items.open()).containsExactly(new ItemId(2));
  }

  @Test
  void whatIsNotOfThisRunIsNotFollowed() {
    items.see(item(5, ItemState.COMPLETE, StateReason.NONE), false, NOW);
    items.removed(new ItemId(5));
    assertThat(items.tick(List.of(item(5, ItemState.RUNNING, StateReason.NONE)), NOW)).isEmpty();
    assertThat(heard).isEmpty();
  }

  @Test
  void aPauseIsAnEndUnlessARemovalFollows() {
    items.add(taken(1), false, NOW);
    items.add(taken(2), false, NOW);
    items.add(taken(3), false, NOW);
    for (int i = 1; i <= 3; i++) {
      items.see(item(i, ItemState.RUNNING, StateReason.NONE), false, NOW);
      items.see(item(i, ItemState.PAUSED, StateReason.BY_USER), false, NOW);
    }
    heard.clear();
    items.tick(List.of(), NOW.plusMillis(100));
    assertThat(heard).isEmpty();
    items.removed(new ItemId(1));
    items.see(item(3, ItemState.QUEUED, StateReason.NONE), false, NOW.plusMillis(200));
    items.tick(List.of(), NOW.plusMillis(600));
    assertThat(heard).containsExactly("ended 1 REMOVED", "changed 3 QUEUED", "ended 2 STOPPED");
    assertThat(items.size()).isEqualTo(1);
  }

  @Test
  void whoseTimeIsUpIsStopped() {
    items.add(taken(1), false, NOW);
    ItemView queued = item(1, ItemState.QUEUED, StateReason.NONE);
    ItemView running = item(1, ItemState.RUNNING, StateReason.NONE);
    items.see(queued, false, NOW);
    items.tick(List.of(queued), NOW.plusSeconds(60));
    items.see(running, false, NOW.plusSeconds(60));
    items.tick(List.of(running), NOW.plusSeconds(69));
    assertThat(heard).containsExactly("begun 1", "changed 1 RUNNING");
    items.tick(List.of(running), NOW.plusSeconds(71));
    items.tick(List.of(running), NOW.plusSeconds(72));
    items.see(item(1, ItemState.PAUSED, StateReason.BY_USER), false, NOW.plusSeconds(72));
    assertThat(heard).endsWith("late 1", "ended 1 TIMED_OUT").hasSize(4);
  }

  @Test
  void aServerMayAskToWaitOnlySoOften() {
    items.add(taken(1), false, NOW);
    for (int i = 0; i < 3; i++) {
      assertThat(items.isEmpty()).isFalse();
      items.see(item(1, ItemState.RUNNING, StateReason.NONE), false, NOW);
      items.see(item(1, ItemState.WAITING, StateReason.SERVER_BUSY), false, NOW);
    }
    assertThat(heard).endsWith("ended 1 STOPPED", "late 1");
    assertThat(items.isEmpty()).isTrue();
  }

  @Test
  void aFileThatIsThereMayBeAsGoodAsADownload() {
    items.add(taken(1), false, NOW);
    items.see(item(1, ItemState.FAILED, StateReason.NAME_TAKEN), false, NOW);
    assertThat(heard).last().isEqualTo("ended 1 SKIPPED");
    items = new FollowedItems(new RunRules(false, Duration.ZERO, 2, 9), this);
    items.add(taken(2), false, NOW);
    items.see(item(2, ItemState.PAUSED, StateReason.NAME_TAKEN), false, NOW);
    assertThat(heard).last().isEqualTo("ended 2 STOPPED");
  }

  @Test
  void aLongWaitForAllIsSaidOnce() {
    HeldWords words = new HeldWords();
    ItemView held = held("The queue night is closed until Mon 01:00");
    ItemView running = item(2, ItemState.RUNNING, StateReason.NONE);
    assertThat(words.of(List.of(held), NOW)).isNull();
    assertThat(words.of(List.of(held), NOW.plusSeconds(1))).isNull();
    assertThat(words.of(List.of(held), NOW.plusSeconds(3)))
        .isEqualTo("The queue night is closed until Mon 01:00. Nothing is downloaded meanwhile.");
    assertThat(words.of(List.of(held), NOW.plusSeconds(9))).isNull();
    assertThat(words.of(List.of(held, running), NOW.plusSeconds(10))).isNull();
    assertThat(words.of(List.of(), NOW.plusSeconds(99))).isNull();
  }

  private static ItemView held(String why) {
    ItemView item = item(1, ItemState.QUEUED, StateReason.NONE);
    return new ItemView(
        item.id(),
        item.name(),
        item.address(),
        item.place(),
        item.standing(),
        item.amount(),
        item.file(),
        item.proof(),
        item.segments(),
        List.of(why));
  }

  private static ItemView item(long id, ItemState state, StateReason reason) {
    return Items.item(id, "f" + id, state, reason, -1, Spans.EMPTY);
  }

  private static Told.Taken taken(long id) {
    return new Told.Taken(new ItemId(id), Begun.NEW, true);
  }

  @Override
  public void begun(ItemView item, Begun begun) {
    heard.add("begun " + item.id());
  }

  @Override
  public void changed(ItemView item) {
    heard.add("changed " + item.id() + " " + item.state());
  }

  @Override
  public void ended(ItemView item, RunEnd end, boolean own) {
    heard.add("ended " + item.id() + " " + end);
  }

  @Override
  public void late(ItemId id) {
    heard.add("late " + id);
  }
}
