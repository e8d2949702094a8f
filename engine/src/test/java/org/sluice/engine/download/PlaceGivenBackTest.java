package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.queue.QueueRules;

/// A download that waits shortly keeps its place in the queue; it gives it back as soon as the user
/// takes it out of there, and not only when its moment has come.
class PlaceGivenBackTest extends DownloadsTestBase {
  /// Less than [org.sluice.engine.queue.NextItems#SHORT_WAIT].
  private static final int SECONDS = 9;

  /// A machine that is busy for so long at each of these times is not believed in.
  private static final int TIMES = 3;

  @Test
  void itIsPaused() {
    assertThat(isGivenBackAtOnce(Downloads::pause)).isTrue();
  }

  @Test
  void itIsRemoved() {
    assertThat(isGivenBackAtOnce((list, id) -> list.remove(id, true))).isTrue();
  }

  private boolean isGivenBackAtOnce(BiFunction<Downloads, ItemId, CompletableFuture<Void>> wish) {
    get(downloads.putQueue(QueueRules.named("one").concurrency(1)));
    for (int time = 0; time < TIMES; time++) {
      String busy = "/busy?fails=99&retry=" + SECONDS + "&key=" + time;
      ItemId waiting = add(request(busy).queue("one"));
      Instant until =
          await(waiting, view -> view.state() == ItemState.WAITING, "to wait for the server")
              .standing()
              .until();
      assertThat(until).isNotNull();
      ItemId next = add(elsewhere().queue("one"));
      boolean hadToWait = view(next).why().contains("The queue one runs 1 at once");
      get(wish.apply(downloads, waiting));
      complete(next);
      if (hadToWait && options().clock().instant().isBefore(until)) {
        return true;
      }
    }
    return false;
  }

  /// Under another name of the lab, as what is busy is asked for nothing else.
  private DownloadRequest elsewhere() {
    String url = lab.http("/small").toString().replace("127.0.0.1", "localhost");
    return DownloadRequest.of(url, into());
  }
}
