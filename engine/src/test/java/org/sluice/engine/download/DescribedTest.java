package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.engine.http.Headers;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.Source;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.metalink.DescribedBy;
import org.sluice.engine.request.TlsOptions;

/// Answers that point to a Metalink (`Link: rel=describedby`), which is followed if it is safe, and
/// is never in the way of the download.
class DescribedTest extends DownloadsTestBase {
  private static final int SIZE = 1 << 20;

  @Override
  DownloadsOptions options() {
    DownloadsOptions defaults = super.options();
    return defaults.network(defaults.network().tls(TlsOptions.trusting(lab.certificate())));
  }

  private DownloadRequest at(LabOrigin origin, String name) {
    return DownloadRequest.of(
            lab.uri(origin, "/described/" + name).toString(), into().named("file.bin"))
        .fetch(
            FetchWish.DEFAULT.maxSegments(1).headers(Headers.of("Authorization", "Bearer mine")));
  }

  private DownloadRequest stored() {
    return get(downloads.stored()).getFirst().request();
  }

  private long asked(String path) {
    return lab.seen().stream().filter(r -> r.path().startsWith(path)).count();
  }

  @Test
  void whatItSaysIsTakenAndTheFileWaitsForIt() {
    assertLabFile(complete(add(at(LabOrigin.HTTP, "right"))), SIZE);
    assertThat(asked("/file.meta4")).isEqualTo(1);
    assertThat(stored().pieces()).isEqualTo(LabHashes.pieces(SIZE));
    assertThat(stored().checksums()).containsExactly(LabHashes.whole(Algorithm.SHA_256, SIZE));
    assertThat(stored().sources().stream().map(Source::url))
        .contains(lab.http("/mirror/a?size=" + SIZE).toString())
        .hasSize(3);
    assertThat(events)
        .anyMatch(
            e ->
                e instanceof DownloadEvent.Changed changed
                    && changed.item().state() == ItemState.VERIFYING);
  }

  @Test
  void aBrokenPieceIsFoundByItAndComesFromItsMirrors() {
    ItemView view = complete(add(at(LabOrigin.HTTP, "spoiled")));
    assertLabFile(view, SIZE);
    assertThat(view.amount().fetched())
        .as("the file, its broken piece, and samples of what is there")
        .isLessThan(SIZE + 2 * LabHashes.PIECE);
    assertThat(asked("/mirror/")).isPositive();
  }

  @Test
  void aMetalinkThatIsNotThereIsNoFailure() {
    assertLabFile(complete(add(at(LabOrigin.HTTP, "gone"))), SIZE);
    assertThat(asked("/mirror/gone")).isEqualTo(1);
    assertThat(stored().checksums()).isEmpty();
  }

  @Test
  void aMetalinkOfAnotherFileIsLeft() {
    assertLabFile(complete(add(at(LabOrigin.HTTP, "other"))), SIZE);
    assertThat(asked("/file.meta4")).isEqualTo(1);
    assertThat(stored().checksums()).isEmpty();
    assertThat(stored().pieces()).isNull();
    assertThat(stored().sources()).hasSize(1);
  }

  @Test
  void aMetalinkThatContradictsTheUserIsLeft() {
    Checksum mine = new Checksum(Algorithm.SHA_256, "00".repeat(32));
    ItemView view =
        await(
            add(at(LabOrigin.HTTP, "right").checksums(List.of(mine))),
            v -> v.state() == ItemState.FAILED,
            "a failure by the user's hash");
    assertThat(view.standing().reason()).isEqualTo(StateReason.WRONG_CHECKSUM);
    assertThat(stored().checksums()).containsExactly(mine);
    assertThat(stored().pieces()).isNull();
  }

  @Test
  void noMoreIsReadThanAMetalinkMayHave() {
    assertLabFile(complete(add(at(LabOrigin.HTTP, "endless"))), SIZE);
    assertThat(asked("/endless.meta4")).isEqualTo(1);
    assertThat(stored().checksums()).isEmpty();
    assertThat(DescribedBy.MOST_BYTES).isLessThan(8 << 20);
  }

  @Test
  void aPageOfHttpsIsNotDescribedByHttp() {
    assertLabFile(complete(add(at(LabOrigin.HTTPS, "plain"))), SIZE);
    assertThat(asked("/file.meta4")).isZero();
    assertThat(stored().checksums()).isEmpty();
  }

  @Test
  void aPageOfHttpsIsDescribedByHttps() {
    assertLabFile(complete(add(at(LabOrigin.HTTPS, "spoiled"))), SIZE);
    assertThat(asked("/file.meta4")).isEqualTo(1);
    assertThat(stored().pieces()).isEqualTo(LabHashes.pieces(SIZE));
  }

  @Test
  void nothingOfTheUsersGoesToAnotherServer() {
    assertLabFile(complete(add(at(LabOrigin.HTTP, "far"))), SIZE);
    assertThat(lab.seen())
        .filteredOn(r -> r.path().equals("/file.meta4"))
        .hasSize(1)
        .allMatch(r -> r.header("Authorization").isEmpty());
    assertThat(lab.seen())
        .filteredOn(r -> r.path().equals("/described/far"))
        .allMatch(r -> r.header("Authorization").isPresent());
  }
}
