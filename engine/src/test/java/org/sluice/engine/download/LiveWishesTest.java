package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluice.engine.http.Headers;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.queue.AfterFinish;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.queue.SpeedPlan;
import org.sluice.engine.queue.SystemAction;

/// What the user changes while a download is at work, and what is kept of a wish when it is done.
class LiveWishesTest extends DownloadsTestBase {

  @Test
  void moreSegmentsBeginAtOnce() {
    DownloadRequest request =
        request("/paced/8m?rate=512k").fetch(FetchWish.DEFAULT.maxSegments(1));
    ItemId id = add(request);
    await(id, view -> view.amount().received() > 256 << 10, "to be at work");
    assertThat(view(id).segments()).hasSize(1);
    get(downloads.change(id, request.fetch(request.fetch().maxSegments(4))));
    await(id, view -> view.segments().size() > 1, "several segments");
    assertLabFile(complete(id), 8 << 20);
  }

  @Test
  void fewerSegmentsThanThereAreLoseNothing() {
    DownloadRequest request =
        request("/paced/8m?rate=512k").fetch(FetchWish.DEFAULT.maxSegments(8));
    ItemId id = add(request);
    await(id, view -> view.segments().size() > 2, "several segments");
    get(downloads.change(id, request.fetch(request.fetch().maxSegments(1))));
    await(id, view -> view.segments().size() == 1, "one segment");
    get(downloads.change(id, request.fetch(request.fetch().maxSegments(8))));
    assertLabFile(complete(id), 8 << 20);
  }

  @Test
  void theOrderCanBeChangedAndNothingIsFetchedTwice() {
    DownloadRequest request = request("/paced/8m?rate=1m");
    ItemId id = add(request);
    await(id, view -> view.segments().size() > 1, "several segments");
    get(downloads.change(id, request.fetch(request.fetch().inOrder(true))));
    ItemView view = complete(id);
    assertLabFile(view, 8 << 20);
    assertThat(view.amount().fetched()).isLessThan(9 << 20);
  }

  @Test
  void theLimitOfAllAndThatOfAQueueHold() {
    get(downloads.putQueue(QueueRules.named("slow").speed(SpeedPlan.of(200_000))));
    ItemId id = add(request("/bytes/3m").queue("slow"));
    await(id, view -> view.amount().received() > 50_000, "some bytes");
    assertThat(view(id).amount().received()).as("of the queue's limit").isLessThan(2 << 20);
    get(downloads.setLimit(100_000));
    get(downloads.putQueue(QueueRules.named("slow")));
    long before = view(id).amount().received();
    assertThat(before).as("of the limit of all").isLessThan(5 << 19);
    get(downloads.setLimit(0));
    assertLabFile(complete(id), 3 << 20);
  }

  @Test
  void aLimitIsAReasonWhileItIsReached() {
    get(downloads.setLimit(100_000_000));
    ItemId id =
        add(request("/throttled?size=20m&rate=500k").fetch(FetchWish.DEFAULT.maxSegments(1)));
    await(id, view -> view.amount().bytesPerSecond() > 100_000, "to be at work");
    assertThat(view(id).why()).as("far from the limit").noneMatch(why -> why.contains("limit"));
    get(downloads.setLimit(200_000));
    await(
        id, view -> view.why().contains("You limit all downloads to 200 kB/s"), "the limit be why");
    get(downloads.setLimit(100_000_000));
    await(id, view -> view.why().stream().noneMatch(w -> w.contains("limit")), "it be no more");
  }

  @Test
  void aSpeedFarBelowALimitHasAnotherReason() {
    assertThat(Reasons.isReached(0, 0)).as("none").isFalse();
    assertThat(Reasons.isReached(1_000, 849)).isFalse();
    assertThat(Reasons.isReached(1_000, 850)).isTrue();
    assertThat(Reasons.isReached(1_000, 1_200)).as("just lowered").isTrue();
  }

  @Test
  void theOldBytesAreKeptIfTheUserSaysSo() {
    ItemId id = changed();
    long committed = view(id).amount().committed();
    get(downloads.decide(id, ChangedFile.KEEP_OLD));
    ItemView view = view(id);
    assertThat(view.state()).isEqualTo(ItemState.PAUSED);
    assertThat(view.standing().reason()).isEqualTo(StateReason.BY_USER);
    assertThat(view.amount().committed()).isEqualTo(committed);
    assertThat(view.file().part()).exists();
  }

  @Test
  void theUserMayGoOnAgainstAllDoubt() {
    ItemId id = add("/paced/6m?rate=1m");
    await(id, view -> view.amount().received() > 1 << 20, "a mebibyte");
    // other bytes from another server, though just as many
    get(downloads.replaceAddress(id, lab.http("/mirror/broken?size=6291456").toString()));
    ItemView doubted = await(id, ItemState.PAUSED);
    assertThat(doubted.standing().reason()).isEqualTo(StateReason.FILE_CHANGED);
    get(downloads.decide(id, ChangedFile.CONTINUE));
    ItemView view = complete(id);
    assertThat(view.amount().length()).isEqualTo(6 << 20);
    assertThat(view.proof().level().name()).isEqualTo("UNVERIFIED");
    assertThat(view.amount().fetched()).as("what was there was kept").isLessThan(7 << 20);
  }

  private ItemId changed() {
    ItemId id = add("/paced/6m?rate=1m");
    await(id, view -> view.amount().received() > 1 << 20, "a mebibyte");
    get(downloads.replaceAddress(id, lab.http("/bytes/5m").toString()));
    await(id, ItemState.PAUSED);
    return id;
  }

  @Test
  void aProgramRunsAfterTheDownload() throws IOException {
    Path copy = folder.resolve("copy of it");
    get(
        downloads.putQueue(
            QueueRules.named("main")
                .afterFinish(
                    new AfterFinish(
                        List.of("/bin/cp", "{file}", copy.toString()), SystemAction.NOTHING))));
    ItemId id = add("/100k");
    complete(id);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(copy) || Files.size(copy) < 100 << 10) {
      assertThat(System.nanoTime()).as("no copy came").isLessThan(deadline);
    }
    assertThat(copy).hasSameBinaryContentAs(folder.resolve("100k"));
  }

  @Test
  void aCompleteDownloadHasNoSecretsLeft() throws IOException {
    ItemId id =
        add(
            request("/100k")
                .fetch(
                    FetchWish.DEFAULT
                        .user("me:hunter2hunter2")
                        .headers(
                            Headers.of(
                                "Authorization",
                                "Bearer topsecret1234",
                                "Referer",
                                "http://x.example/page"))));
    complete(id);
    FetchWish kept = get(downloads.stored()).getFirst().request().fetch();
    assertThat(kept.user()).isNull();
    assertThat(kept.headers().first("Authorization")).isNull();
    assertThat(kept.headers().first("Referer")).isEqualTo("http://x.example/page");
    reopen(); // which closes the journal, and writes its second generation
    reopen();
    downloads.close();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String all = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(all).as(file.toString()).doesNotContain("hunter2hunter2", "topsecret1234");
      }
    }
    open();
  }
}
