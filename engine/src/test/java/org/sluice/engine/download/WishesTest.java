package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.sluice.engine.download.DownloadsOptions.Network;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.request.ProxyOptions;
import org.sluice.engine.request.ProxyServer;

/// Wishes about single downloads and about queues.
class WishesTest extends DownloadsTestBase {

  @Test
  void oneThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> downloads.pause(new ItemId(99)).join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aDownloadCanWaitForTheUser() {
    ItemId id = add(request("/small").startPaused(true));
    assertThat(view(id).state()).isEqualTo(ItemState.PAUSED);
    assertThat(lab.requests()).isZero();
    get(downloads.resume(id));
    complete(id);
  }

  @Test
  void theQueueRunsAsManyAsItMay() {
    get(downloads.putQueue(QueueRules.named("one").concurrency(1)));
    FetchWish single = FetchWish.DEFAULT.maxSegments(1);
    ItemId first = add(request("/paced/2m?rate=1m").queue("one").fetch(single));
    ItemId second = add(request("/small").queue("one"));
    ItemId urgent = add(request("/100k").queue("one").priority(5));
    await(first, view -> view.amount().received() > 0, "to begin");
    assertThat(view(second).state()).isEqualTo(ItemState.QUEUED);
    assertThat(view(second).why()).isNotEmpty();
    complete(second);
    assertThat(view(urgent).state()).isEqualTo(ItemState.COMPLETE);
    List<String> done =
        events.stream()
            .filter(
                e -> e instanceof DownloadEvent.Changed c && c.item().state() == ItemState.COMPLETE)
            .map(e -> ((DownloadEvent.Changed) e).item().name())
            .toList();
    assertThat(done).containsExactly("2m", "100k", "small");
  }

  @Test
  void allQueuesTogetherRunAsManyAsTheyMay() {
    get(downloads.setAtOnce(1));
    FetchWish single = FetchWish.DEFAULT.maxSegments(1);
    ItemId first = add(request("/held?key=all&size=1m").fetch(single));
    await(first, view -> view.amount().received() > 0, "to begin");
    get(downloads.putQueue(QueueRules.named("other")));
    ItemId second = add(request("/small").queue("other"));
    assertThat(view(second).why()).containsExactly("All queues together run 1 at once");
    get(downloads.setAtOnce(0));
    complete(second);
    assertThat(view(first).state()).isEqualTo(ItemState.RUNNING);
  }

  @Test
  void anotherWayToTheServersHoldsFromTheNextTransferOn() throws TransferException {
    Network network = DownloadsOptions.Network.DEFAULT.tries(1);
    ProxyServer forbidding = ProxyServer.parse(lab.proxy(LabOrigin.PROXY_REFUSING));
    get(downloads.setNetwork(network.proxy(ProxyOptions.of(forbidding))));
    ItemId id = add("/small");
    ItemView refused =
        await(
            id,
            view -> view.state() != ItemState.QUEUED && view.state() != ItemState.RUNNING,
            "to be refused");
    assertThat(refused.state()).isNotEqualTo(ItemState.COMPLETE);
    get(downloads.setNetwork(network));
    get(downloads.restart(id));
    complete(id);
  }

  @Test
  void aStoppedQueuePausesAndAStartedOneGoesOn() throws IOException {
    ItemId id = add("/paced/4m?rate=1m");
    await(id, view -> view.amount().received() > 1 << 18, "to run");
    get(downloads.stopQueue("main"));
    await(id, v -> v.standing().reason() == StateReason.QUEUE_CLOSED, "to be paused by its queue");
    reopen();
    assertThat(view(id).state()).isEqualTo(ItemState.PAUSED);
    get(downloads.startQueue("main"));
    assertLabFile(complete(id), 4 << 20);
  }

  @Test
  void aLaterOneCanBeMovedToTheFront() {
    get(downloads.stopQueue("main"));
    ItemId a = add("/small");
    ItemId b = add("/100k");
    ItemId c = add("/600k");
    get(downloads.move(List.of(c), "main", a));
    get(downloads.putQueue(QueueRules.named("main").concurrency(1)));
    complete(a);
    complete(b);
    List<Long> finished =
        get(downloads.freshSnapshot()).items().stream()
            .sorted((x, y) -> x.standing().finished().compareTo(y.standing().finished()))
            .map(view -> view.id().value())
            .toList();
    assertThat(finished).containsExactly(c.value(), a.value(), b.value());
  }

  @Test
  void aLimitCanBeChangedWhileItRuns() {
    ItemId id = add("/10m");
    ItemId slow = add(request("/bytes/3m").fetch(FetchWish.DEFAULT.limitBytesPerSecond(100_000)));
    complete(id);
    await(slow, view -> view.amount().received() > 10_000, "some bytes");
    assertThat(view(slow).amount().received()).isLessThan(2 << 20);
    get(downloads.setLimit(slow, 0));
    assertLabFile(complete(slow), 3 << 20);
  }

  @Test
  void anotherAddressContinuesTheSameFile() throws IOException {
    ItemId id = add("/paced/6m?rate=1m");
    await(id, view -> view.amount().received() > 2 << 20, "two mebibytes");
    get(downloads.replaceAddress(id, lab.http("/bytes/6m").toString()));
    ItemView view = complete(id);
    assertLabFile(view, 6 << 20);
    assertThat(view.amount().fetched()).isLessThan(7L << 20);
    assertThat(lab.seen()).anyMatch(r -> r.path().equals("/bytes/6m"));
  }

  @Test
  void anAddressOfAnotherFileChangesNothing() {
    ItemId id = add("/paced/6m?rate=1m");
    await(id, view -> view.amount().received() > 1 << 20, "a mebibyte");
    get(downloads.replaceAddress(id, lab.http("/bytes/5m").toString()));
    ItemView view = await(id, ItemState.PAUSED);
    assertThat(view.standing().reason()).isEqualTo(StateReason.FILE_CHANGED);
    assertThat(view.amount().committed()).isGreaterThan(1 << 20);
    get(downloads.decide(id, ChangedFile.TAKE_NEW));
    assertThat(complete(id).amount().length()).isEqualTo(5 << 20);
    assertThat(folder.toFile().list()).as("the old bytes").anyMatch(n -> n.contains(".old-"));
  }
}
