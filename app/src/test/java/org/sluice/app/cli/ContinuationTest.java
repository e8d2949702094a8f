package org.sluice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.engine.http.Headers;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.range.Spans;

class ContinuationTest {
  private static final FileWish FILE = FileWish.into(Path.of("/d"));
  private static final DownloadRequest PLAIN = DownloadRequest.of("http://h/a", FILE);
  private static final Checksum SUM = new Checksum(Algorithm.MD5, "0".repeat(32));

  @Test
  void whatItTakesToGetTheFileIsRememberedUnlessItIsSaidAnew() {
    FetchWish full =
        FetchWish.DEFAULT
            .headers(Headers.of("Cookie", "old"))
            .user("me:old")
            .proxy("http://p:1")
            .caFile(Path.of("/ca"))
            .limitBytesPerSecond(5)
            .maxSegments(2);
    DownloadRequest then = PLAIN.fetch(full).checksums(List.of(SUM)).queue("night").priority(3);
    DownloadRequest same = Continuation.of(then, PLAIN);
    assertThat(same.fetch())
        .isEqualTo(full.limitBytesPerSecond(0).maxSegments(FetchWish.DEFAULT_SEGMENTS));
    assertThat(same.checksums()).containsExactly(SUM);
    assertThat(same.queue()).isEqualTo("night");
    assertThat(same.priority()).isEqualTo(3);
    DownloadRequest now =
        PLAIN.fetch(FetchWish.DEFAULT.user("me:new").headers(Headers.of("Cookie", "new")));
    assertThat(Continuation.of(then, now).fetch().user()).isEqualTo("me:new");
    assertThat(Continuation.of(then, now).fetch().headers().first("Cookie")).isEqualTo("new");
  }

  @Test
  void theSameIsFoundAgain() {
    KnownDownloads known =
        new KnownDownloads(List.of(stored(1, ItemState.PAUSED), stored(2, ItemState.COMPLETE)));
    assertThat(known.find(PLAIN)).extracting(StoredItem::id).isEqualTo(new ItemId(1));
    assertThat(known.find(PLAIN.file(FILE.named("x")))).isNull();
    assertThat(known.find(PLAIN.file(FileWish.into(Path.of("/e"))))).isNull();
    assertThat(known.find(DownloadRequest.of("http://h/b", FILE))).isNull();
    assertThat(known.claim(PLAIN)).isTrue();
    assertThat(known.claim(PLAIN)).isFalse();
    assertThat(new KnownDownloads(List.of(stored(1, ItemState.COMPLETE))).find(PLAIN)).isNull();
  }

  private static StoredItem stored(long id, ItemState state) {
    StoredItem.Progress progress =
        new StoredItem.Progress(state, StateReason.NONE, "", null, null, 0, 0);
    return new StoredItem(new ItemId(id), PLAIN, Instant.EPOCH, id, null, Spans.EMPTY, progress);
  }
}
