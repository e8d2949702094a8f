package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluice.engine.item.Checksum.Algorithm;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.PieceHashes;
import org.sluice.engine.item.Source;
import org.sluice.engine.item.StateReason;

/// Files whose pieces are known: a broken one is fetched again, and nothing else.
class PiecesTest extends DownloadsTestBase {
  private static final int SIZE = 1 << 20;

  private DownloadRequest from(String... mirrors) {
    List<Source> sources =
        Stream.of(mirrors).map(name -> Source.of(lab.http("/mirror/" + name).toString())).toList();
    return request("/x")
        .sources(sources)
        .file(into().named("file.bin"))
        .fetch(FetchWish.DEFAULT.maxSegments(1))
        .pieces(LabHashes.pieces(SIZE));
  }

  private long sentBy(String mirror) {
    return lab.seen().stream().filter(r -> r.path().startsWith("/mirror/" + mirror)).count();
  }

  @Test
  void rightPiecesAreEnough() {
    assertLabFile(complete(add(from("a"))), SIZE);
    assertThat(sentBy("a")).isEqualTo(1);
  }

  @Test
  void onlyTheBrokenPieceComesAgainFromAnotherMirror() {
    ItemId id =
        add(from("spoiled", "a").checksums(List.of(LabHashes.whole(Algorithm.SHA_256, SIZE))));
    ItemView view = complete(id);
    assertLabFile(view, SIZE);
    assertThat(view.amount().fetched())
        .as("the file, its broken piece, and samples of what is there")
        .isLessThan(SIZE + 2 * LabHashes.PIECE);
    assertThat(sentBy("a")).isPositive();
    assertThat(events)
        .as("what is done about it is said")
        .anyMatch(
            e ->
                e instanceof DownloadEvent.Changed changed
                    && changed.item().standing().sentence().contains("Piece 2 of 4 is broken")
                    && changed.item().standing().sentence().contains("fetched again"));
  }

  @Test
  void aPieceThatStaysBrokenIsGivenUp() {
    ItemId id = add(from("spoiled"));
    ItemView view = await(id, v -> v.state() == ItemState.FAILED, "a failure");
    assertThat(view.standing().reason()).isEqualTo(StateReason.WRONG_CHECKSUM);
    assertThat(view.standing().sentence()).contains("Piece 2 of 4", "bytes 262144 to 524287", "3");
    assertThat(view.amount().committed()).as("the rest is kept").isEqualTo(SIZE - LabHashes.PIECE);
    assertThat(sentBy("spoiled")).isEqualTo(1 + Repair.MOST_TIMES);
    assertThat(view.file().target()).doesNotExist();
  }

  @Test
  void whatWasGivenUpIsRepairedWithABetterAddress() throws IOException {
    ItemId id = add(from("spoiled"));
    await(id, v -> v.state() == ItemState.FAILED, "a failure");
    reopen();
    assertThat(get(downloads.stored()).getFirst().request().pieces())
        .isEqualTo(LabHashes.pieces(SIZE));
    get(downloads.replaceAddress(id, lab.http("/mirror/a").toString()));
    ItemView view = complete(id);
    assertLabFile(view, SIZE);
  }

  @Test
  void piecesOfAnotherFileAreNoReasonToFetchAnything() {
    PieceHashes longer = LabHashes.pieces(SIZE + LabHashes.PIECE);
    ItemId id = add(from("a").pieces(longer));
    ItemView view = await(id, v -> v.state() == ItemState.FAILED, "a failure");
    assertThat(view.standing().sentence()).contains("1048576 bytes", "5 pieces");
    assertThat(sentBy("a")).isEqualTo(1);
  }
}
