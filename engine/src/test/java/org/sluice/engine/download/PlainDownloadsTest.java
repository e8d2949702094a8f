package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.lab.LabRequest;

/// Downloads from servers that do as they should, and what is asked of them.
class PlainDownloadsTest extends DownloadsTestBase {

  @Test
  void aSmallFileTakesOneRequest() throws IOException {
    ItemView view = complete(add("/small"));
    assertThat(folder.resolve("small")).hasContent("hello, world\n");
    assertThat(lab.requests()).isEqualTo(1);
    assertThat(view.proof().level()).isEqualTo(Proof.Level.SINGLE_RUN);
    assertThat(view.amount().received()).isEqualTo(13);
    assertThat(view.amount().committed()).isEqualTo(13);
    assertThat(view.standing().finished()).isNotNull();
  }

  @Test
  void theFirstRequestIsTheFirstSegmentAndNobodySendsHead() {
    ItemView view = complete(add("/10m"));
    assertLabFile(view, 10 << 20);
    List<LabRequest> seen = lab.seen();
    assertThat(seen).allMatch(request -> request.method().equals("GET"));
    assertThat(seen.getFirst().header("Range")).contains("bytes=0-");
    assertThat(seen).allMatch(r -> r.header("Accept-Encoding").orElse("").equals("identity"));
  }

  @Test
  void segmentsShareAPacedFile() {
    ItemId id = add("/paced/8m?rate=1m");
    await(id, view -> view.amount().connections() >= 4, "several connections");
    ItemView view = complete(id);
    assertLabFile(view, 8 << 20);
    assertThat(lab.seen().stream().skip(1)).allMatch(r -> r.header("If-Range").isPresent());
    assertThat(view.amount().fetched()).isBetween(8L << 20, 10L << 20);
  }

  @Test
  void oneSegmentIsEnoughIfWished() {
    ItemId id = add(request("/paced/2m?rate=2m").fetch(FetchWish.DEFAULT.maxSegments(1)));
    assertLabFile(complete(id), 2 << 20);
    assertThat(lab.requests()).isEqualTo(1);
  }

  @Test
  void bodiesWithoutALengthEndWhereTheyEnd() {
    for (String path : List.of("/chunked", "/until-close", "/http10", "/no-ranges", "/bytes/0")) {
      ItemView view = complete(add(path));
      assertThat(view.file().target()).as(path).exists();
      assertThat(view.amount().length()).as(path).isEqualTo(view.amount().received());
    }
  }

  @Test
  void aPausedDownloadGoesOnWhereItWas() {
    ItemId id = add("/paced/6m?rate=1m");
    await(id, view -> view.amount().received() > 1 << 20, "a mebibyte");
    get(downloads.pause(id));
    ItemView paused = view(id);
    assertThat(paused.state()).isEqualTo(ItemState.PAUSED);
    assertThat(paused.standing().reason()).isEqualTo(StateReason.BY_USER);
    assertThat(paused.amount().committed()).isEqualTo(paused.amount().received()).isPositive();
    assertThat(paused.file().part()).exists();
    get(downloads.resume(id));
    ItemView view = complete(id);
    assertLabFile(view, 6 << 20);
    assertThat(view.amount().fetched()).isLessThan(8L << 20);
  }

  @Test
  void aClosedCoreGoesOnWhenItIsOpenedAgain() throws IOException {
    ItemId id = add("/paced/6m?rate=1m");
    await(id, view -> view.amount().received() > 1 << 20, "a mebibyte");
    reopen();
    ItemView view = complete(id);
    assertLabFile(view, 6 << 20);
    assertThat(view.amount().fetched()).isLessThan(8L << 20);
    assertThat(view.proof().level()).isEqualTo(Proof.Level.PROVEN);
  }

  @Test
  void historyStaysUntilItIsRemoved() throws IOException {
    ItemId id = add("/small");
    complete(id);
    reopen();
    assertThat(view(id).state()).isEqualTo(ItemState.COMPLETE);
    get(downloads.remove(id, false));
    assertThat(get(downloads.freshSnapshot()).items()).isEmpty();
    assertThat(folder.resolve("small")).exists();
    reopen();
    assertThat(get(downloads.freshSnapshot()).items()).isEmpty();
  }

  @Test
  void removingDeletesOnlyWhatWasMade() throws IOException {
    Files.writeString(folder.resolve("small"), "mine");
    ItemId id = add("/small");
    ItemView view = complete(id);
    assertThat(view.file().target()).hasFileName("small (1)");
    get(downloads.remove(id, true));
    assertThat(folder.resolve("small (1)")).doesNotExist();
    assertThat(folder.resolve("small")).hasContent("mine");
  }

  @Test
  void aFileInThePlaceOfItsOwnKeepsNothingInTheList() throws IOException {
    ItemId id = addWithAnothersFile();
    get(downloads.remove(id, true));
    assertThat(get(downloads.freshSnapshot()).items()).isEmpty();
    assertThat(folder.resolve("4m.part")).hasContent("mine");
  }

  @Test
  void aFileInThePlaceOfItsOwnIsNotInTheWayOfANewBeginning() throws IOException {
    ItemId id = addWithAnothersFile();
    get(downloads.restart(id));
    assertThat(complete(id).file().target()).hasFileName("4m (1)");
    assertThat(folder.resolve("4m.part")).hasContent("mine");
  }

  private ItemId addWithAnothersFile() throws IOException {
    ItemId id = add("/paced/4m?rate=1m");
    await(id, view -> view.amount().received() > 0, "to begin");
    get(downloads.pause(id));
    Files.delete(folder.resolve("4m.part"));
    Files.writeString(folder.resolve("4m.part"), "mine");
    return id;
  }

  @Test
  void namesComeFromTheServerAndAreSafe() {
    for (String path : List.of("/name-plain", "/name-traversal", "/name-utf8", "/name-reserved")) {
      complete(add(path));
    }
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("report.txt", "escaped.txt", "€ rates.txt", "_CON.txt");
  }

  @Test
  void restartBeginsAtTheFirstByte() {
    ItemId id = add("/paced/4m?rate=1m");
    await(id, view -> view.amount().received() > 1 << 19, "some bytes");
    get(downloads.restart(id));
    ItemView view = complete(id);
    assertLabFile(view, 4 << 20);
    assertThat(view.amount().fetched()).isGreaterThan(4L << 20);
  }

  @Test
  void anAddressThatIsNoneFails() {
    ItemId id = add(org.sluice.engine.item.DownloadRequest.of("gopher://nowhere/x", into()));
    ItemView view = await(id, v -> v.state() == ItemState.FAILED, "a failure");
    assertThat(view.standing().reason()).isEqualTo(StateReason.BAD_REQUEST);
    assertThat(view.standing().sentence()).isNotEmpty();
  }
}
