package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluice.engine.http.Headers;
import org.sluice.engine.item.Checksum.Algorithm;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.Source;
import org.sluice.engine.lab.LabOrigin;
import org.sluice.engine.lab.LabRequest;

/// One file from several addresses at once, of which some are not what they seem.
class MirrorsTest extends DownloadsTestBase {
  private static final int SIZE = 10 << 20;

  @Override
  DownloadsOptions options() { // so that a second connection can only be to another host
    DownloadsOptions plain = super.options();
    return plain.limits(plain.limits().hostConnections(1));
  }

  /// The first at one host, the second at another.
  private DownloadRequest from(String first, String second, long rate) {
    String query = "?size=" + SIZE + "&rate=" + rate;
    return request("/x")
        .file(into().named("file.bin"))
        .fetch(FetchWish.DEFAULT.headers(Headers.of("X-Secret", "mine")))
        .sources(
            List.of(
                Source.of(lab.http("/mirror/" + first + query).toString()),
                Source.of(lab.uri(LabOrigin.HTTP_OTHER, "/mirror/" + second + query).toString())));
  }

  private Stream<LabRequest> askedOf(String mirror) {
    return lab.seen().stream().filter(r -> r.path().equals("/mirror/" + mirror));
  }

  /// Requests for parts, samples left out.
  private long parts(String mirror) {
    return askedOf(mirror).filter(r -> r.header("If-Range").isPresent()).count();
  }

  @Test
  void twoAddressesFeedOneFile() {
    ItemView view = complete(add(from("a", "b", 1 << 20)));
    assertLabFile(view, SIZE);
    assertThat(parts("b")).as("parts from the mirror").isPositive();
    assertThat(view.amount().fetched()).isLessThan(SIZE + (1 << 20));
    assertThat(get(downloads.stored()).getFirst().identity().proof().level())
        .as("samples are no proof")
        .isEqualTo(Proof.Level.PROBABLE);
    assertThat(askedOf("a")).allMatch(r -> r.header("X-Secret").isPresent());
    assertThat(askedOf("b")).noneMatch(r -> r.header("X-Secret").isPresent());
  }

  @Test
  void aHashMakesItCertain() {
    ItemId id =
        add(from("a", "b", 1 << 20).checksums(List.of(LabHashes.whole(Algorithm.SHA_256, SIZE))));
    assertLabFile(complete(id), SIZE);
    assertThat(get(downloads.stored()).getFirst().identity().proof().level())
        .isEqualTo(Proof.Level.PROVEN);
  }

  @Test
  void aMirrorWithAnotherFileIsNotUsed() {
    assertLabFile(complete(add(from("a", "broken", 2 << 20))), SIZE);
    assertThat(parts("broken")).isZero();
    assertThat(askedOf("broken")).as("samples").hasSizeBetween(1, 4);
  }

  @Test
  void aMirrorThatHasLostTheFileIsNoHindrance() {
    ItemView view = complete(add(from("a", "gone", 2 << 20)));
    assertLabFile(view, SIZE);
    assertThat(askedOf("gone")).hasSize(1);
  }

  /// The mirrors are found by the first answer of this very run.
  @Test
  void mirrorsThatAnAnswerNamesAreUsedAtOnce() {
    ItemId id = add(request("/linked?size=" + SIZE + "&rate=1m").file(into().named("file.bin")));
    ItemView view = complete(id);
    assertLabFile(view, SIZE);
    assertThat(parts("b")).as("parts from the mirror").isPositive();
    assertThat(lab.seen().stream().filter(r -> r.path().equals("/linked")))
        .as("the first address was asked once and gave all the time")
        .hasSize(1);
    assertThat(get(downloads.stored()).getFirst().request().sources()).hasSize(3);
    assertThat(get(downloads.stored()).getFirst().progress().retries()).isZero();
  }

  /// An eighth of the best is too slow for five seconds.
  @Test
  void aMirrorThatIsSlowHasToGo() {
    DownloadRequest request = from("a", "slow", 1 << 20);
    List<Source> sources =
        List.of(
            request.sources().getFirst(),
            Source.of(lab.uri(LabOrigin.HTTP_OTHER, "/mirror/slow?size=" + SIZE).toString()));
    ItemId id = add(request.sources(sources));
    await(id, view -> parts("slow") > 0, "a part asked of the slow mirror");
    await(
        id,
        view -> {
          if (view.state() != ItemState.RUNNING) {
            throw new AssertionError("it was there before the slow mirror had to go: " + view);
          }
          return view.amount().connections() == 1 && isAsked("a") && !isAsked("slow");
        },
        "to leave the slow mirror");
    long parts = parts("slow");
    assertLabFile(complete(id), SIZE);
    assertThat(parts("slow")).as("it is not asked again").isEqualTo(parts);
  }

  /// Whether a transfer of this moment asks that mirror.
  private boolean isAsked(String mirror) {
    return downloads.loop().snapshot().transfers().stream()
        .anyMatch(transfer -> transfer.url().contains("/mirror/" + mirror));
  }

  @Test
  void aLiarIsFoundByThePieces() {
    ItemView view = complete(add(from("a", "liar", 1 << 20).pieces(LabHashes.pieces(SIZE))));
    assertLabFile(view, SIZE);
    assertThat(parts("liar")).isPositive();
    assertThat(events)
        .anyMatch(
            e ->
                e instanceof DownloadEvent.Changed changed
                    && changed.item().standing().sentence().contains("fetched again"));
  }

  @Test
  void aLiarIsFoundByTheHashAndWhatItGaveComesAgain() {
    ItemView view =
        complete(
            add(
                from("a", "liar", 1 << 20)
                    .checksums(List.of(LabHashes.whole(Algorithm.SHA_256, SIZE)))));
    assertLabFile(view, SIZE);
    assertThat(parts("liar")).isPositive();
    assertThat(view.amount().fetched()).as("not all of it twice").isLessThan(SIZE * 18L / 10);
  }
}
