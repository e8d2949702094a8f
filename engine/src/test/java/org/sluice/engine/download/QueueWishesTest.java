package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.Schedule;
import org.sluice.engine.queue.SpeedPlan;

/// Queues are renamed, put in order and limited while their downloads are at work.
class QueueWishesTest extends DownloadsTestBase {
  private List<String> names() {
    return get(downloads.queues()).stream().map(QueueRules::name).toList();
  }

  @Test
  void aRenamedQueueKeepsItsPlaceItsDownloadsAndItsLimit() throws Exception {
    QueueRules slow = QueueRules.named("slow").concurrency(1).speed(SpeedPlan.of(150_000));
    get(downloads.putQueue(slow));
    get(downloads.putQueue(QueueRules.named("last")));
    ItemId running = add(request("/bytes/3m").queue("slow"));
    ItemId waiting = add(request("/bytes/3m").queue("slow"));
    await(running, view -> view.amount().received() > 20_000, "some bytes");
    get(downloads.renameQueue("slow", "night"));
    assertThat(names()).containsExactly("main", "night", "last");
    assertThat(view(running).place().queue()).isEqualTo("night");
    assertThat(view(waiting).place().queue()).isEqualTo("night");
    assertThat(view(running).state()).isEqualTo(ItemState.RUNNING);
    assertThat(view(waiting).state()).as("one at once").isEqualTo(ItemState.QUEUED);
    get(downloads.putQueue(slow.name("night").speed(SpeedPlan.NONE).concurrency(2)));
    ItemView first = complete(running);
    assertLabFile(complete(waiting), 3 << 20);
    assertLabFile(first, 3 << 20);
    reopen();
    assertThat(names()).containsExactly("main", "night", "last");
    assertThat(get(downloads.queues()).get(1).concurrency()).isEqualTo(2);
    assertThat(view(waiting).place().queue()).isEqualTo("night");
  }

  @Test
  void someNamesCannotBeTakenOrGivenUp() {
    get(downloads.putQueue(QueueRules.named("a")));
    get(downloads.putQueue(QueueRules.named("b")));
    assertThatThrownBy(() -> get(downloads.renameQueue("a", "b")))
        .hasMessageContaining("There is a queue b already");
    assertThatThrownBy(() -> get(downloads.renameQueue("main", "x")))
        .hasMessageContaining("keeps its name");
    assertThatThrownBy(() -> get(downloads.renameQueue("c", "x")))
        .hasMessageContaining("There is no queue c");
    get(downloads.renameQueue("a", "a"));
    assertThat(names()).containsExactly("main", "a", "b");
  }

  @Test
  void theOrderOfTheQueuesIsKept() throws Exception {
    for (String name : List.of("a", "b", "c")) {
      get(downloads.putQueue(QueueRules.named(name)));
    }
    get(downloads.placeQueue("c", 0));
    get(downloads.placeQueue("main", 99));
    assertThat(names()).containsExactly("c", "a", "b", "main");
    reopen();
    assertThat(names()).containsExactly("c", "a", "b", "main");
    get(downloads.removeQueue("a"));
    get(downloads.putQueue(QueueRules.named("d")));
    reopen();
    assertThat(names()).as("a gap in the line").containsExactly("c", "b", "main", "d");
  }

  @Test
  void aQueueThatIsNeverOpenStartsNothingUntilItIs() throws Exception {
    get(downloads.putQueue(QueueRules.named("shut").schedule(Schedule.NEVER)));
    ItemId id = add(request("/bytes/100k").queue("shut"));
    assertThat(view(id).state()).isEqualTo(ItemState.QUEUED);
    reopen();
    assertThat(get(downloads.queues()).get(1).schedule()).isEqualTo(Schedule.NEVER);
    assertThat(view(id).state()).isEqualTo(ItemState.QUEUED);
    get(downloads.putQueue(QueueRules.named("shut")));
    assertLabFile(complete(id), 100 << 10);
  }

  @Test
  void theLimitOfAllHasHoursAndIsKept() throws Exception {
    SpeedPlan plan = SpeedPlan.parse(0, "Mon-Sun 00:00-24:00 = 100K");
    get(downloads.setSpeed(plan));
    ItemId id = add(request("/bytes/3m"));
    await(id, view -> view.amount().received() > 20_000, "some bytes");
    assertThat(get(downloads.freshSnapshot()).total().limitBytesPerSecond()).isEqualTo(102_400);
    assertThat(view(id).amount().received()).as("of the limit").isLessThan(2 << 20);
    reopen();
    assertThat(get(downloads.speed()).plan()).isEqualTo(plan);
    assertThat(get(downloads.freshSnapshot()).total().limitBytesPerSecond()).isEqualTo(102_400);
    get(downloads.setSpeed(SpeedPlan.NONE));
    assertLabFile(complete(id), 3 << 20);
    assertThat(get(downloads.speed())).isEqualTo(SpeedNow.NONE);
  }
}
