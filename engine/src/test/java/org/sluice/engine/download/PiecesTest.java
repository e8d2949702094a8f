package org.sluice.engine.download;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

  /// A byte of each of these pieces becomes another one.
  private static void spoil(Path file, int... pieces) throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ, WRITE)) {
      for (int piece : pieces) {
        ByteBuffer one = ByteBuffer.allocate(1);
        long at = (long) piece * LabHashes.PIECE + 7;
        channel.read(one, at);
        channel.write(ByteBuffer.wrap(new byte[] {(byte) ~one.get(0)}), at);
      }
    }
  }

  @Test
  void theBrokenPiecesOfACompleteFileAreNamedAndFetchedAgain() throws IOException {
    ItemId id = add(from("a"));
    ItemView complete = complete(id);
    Path file = complete.file().target();
    spoil(file, 0, 2);
    Verification found = get(downloads.verify(id));
    assertThat(found.ok()).isFalse();
    assertThat(found.sentence()).contains("Pieces 1 and 3 of 4 are broken");
    assertThat(found.broken().total()).isEqualTo(2 * LabHashes.PIECE);
    assertThat(get(downloads.repair(id))).isEqualTo(found);
    ItemView mended = await(id, v -> v.state() == ItemState.COMPLETE, "to be whole again");
    assertLabFile(mended, SIZE);
    assertThat(mended.file().target()).isEqualTo(file);
    assertThat(mended.amount().fetched() - complete.amount().fetched())
        .isEqualTo(2 * LabHashes.PIECE);
    assertThat(get(downloads.verify(id)).ok()).isTrue();
  }

  @Test
  void aRightFileIsLeftAsItIs() throws IOException {
    ItemId id = add(from("a"));
    complete(id);
    int asked = lab.seen().size();
    Verification found = get(downloads.repair(id));
    assertThat(found.ok()).isTrue();
    assertThat(view(id).state()).isEqualTo(ItemState.COMPLETE);
    assertThat(lab.seen()).hasSize(asked);
  }

  @Test
  void aFileWhosePiecesNobodyKnowsCannotBeMended() {
    ItemId id = add(from("a").pieces(null));
    complete(id);
    assertThatThrownBy(() -> downloads.repair(id).get(60, TimeUnit.SECONDS))
        .hasMessageContaining("Nothing is known of the pieces");
  }

  @Test
  void aFileWhosePartNameIsTakenStaysComplete() throws IOException {
    ItemId id = add(from("a"));
    Path file = complete(id).file().target();
    spoil(file, 1);
    Path taken = Files.writeString(folder.resolve("file.bin.part"), "mine");
    assertThatThrownBy(() -> downloads.repair(id).get(60, TimeUnit.SECONDS))
        .hasMessageContaining("file.bin");
    assertThat(view(id).state()).isEqualTo(ItemState.COMPLETE);
    assertThat(view(id).amount().committed()).isEqualTo(SIZE);
    assertThat(file).exists();
    assertThat(taken).hasContent("mine");
  }

  /// As if the power went after the journal had it and before the file lost its name.
  @Test
  void aFileThatStillHasItsNameIsCompleteAsItWas() throws IOException {
    ItemId id = add(from("a"));
    Path file = complete(id).file().target();
    spoil(file, 1);
    lab.close(); // nothing can be fetched
    get(downloads.repair(id));
    await(id, v -> v.state() != ItemState.COMPLETE && v.state() != ItemState.RUNNING, "no server");
    get(downloads.pause(id));
    Files.move(folder.resolve("file.bin.part"), file);
    reopen();
    get(downloads.resume(id));
    complete(id);
    assertThat(file).hasSize(SIZE);
  }
}
