package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.Proof.Level;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.lab.LabBytes;

/// Each row of what servers are known to do wrong, from the first byte to the end of the download.
class LyingServersDownloadTest extends DownloadsTestBase {
  private static final long SIZE = 3 << 20;
  private static final String QUERY = "?size=3145728&rate=1m";
  private static final Set<ItemState> ENDS =
      EnumSet.of(ItemState.COMPLETE, ItemState.PAUSED, ItemState.FAILED);

  /// Pauses in the middle, then goes on until it is complete or stands still.
  private ItemView pausedAndResumed(String path) {
    ItemId id = add(path);
    await(
        id,
        view -> view.amount().received() > 512 << 10 || ENDS.contains(view.state()),
        "half a mebibyte");
    get(downloads.pause(id));
    get(downloads.resume(id));
    return end(id);
  }

  private ItemView end(ItemId id) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      ItemView view = view(id);
      if (ENDS.contains(view.state())) {
        return view;
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("no end: " + view(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/weak-etag",
        "/last-modified",
        "/if-range-broken",
        "/ranges-claimed",
        "/ranges-stop",
        "/wrong-total",
        "/no-content-range",
        "/longer-range",
        "/shorter-range",
        "/multipart",
        "/416",
        "/unknown-size",
        "/unknown-size-ranges",
        "/changing",
        "/no-etag",
        "/no-ranges",
        "/wrong-range",
        "/one-time",
        "/expiring",
        "/crowded",
        "/crowded-reset",
      })
  void aFileIsRightOrThereIsNone(String path) {
    ItemView view = pausedAndResumed(path + QUERY);
    Path target = view.file().target();
    if (view.state() == ItemState.COMPLETE) {
      assertThat(target).isNotNull();
      assertThat(LabBytes.firstDifference(target, view.amount().length())).isEqualTo(-1);
    } else {
      assertThat(view.standing().sentence()).as("why " + path + " stands still").isNotEmpty();
      assertThat(target == null ? folder.resolve("none") : target).doesNotExist();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/weak-etag" + QUERY, "/changed" + QUERY + "&tags=0&after=1000"})
  void samplesMakeItProbable(String path) {
    ItemView view = pausedAndResumedFresh(path);
    assertLabFile(view, view.amount().length());
    assertThat(view.proof().level()).isIn(Level.PROBABLE, Level.UNVERIFIED);
    assertThat(view.proof().reason()).isNotEmpty();
  }

  /// A restart of the program in between, so that nothing is known from this run.
  private ItemView pausedAndResumedFresh(String path) {
    ItemId id = add(path);
    await(
        id,
        view -> view.amount().received() > 256 << 10 || view.state() == ItemState.COMPLETE,
        "some bytes");
    get(downloads.pause(id));
    reopenQuietly();
    get(downloads.resume(id));
    return complete(id);
  }

  private void reopenQuietly() {
    try {
      reopen();
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anOldDateIsAsGoodAsATag() {
    ItemView view = pausedAndResumedFresh("/last-modified" + QUERY);
    assertLabFile(view, SIZE);
    assertThat(view.proof().level()).isEqualTo(Level.PROVEN);
    assertThat(lab.seen()).anyMatch(r -> r.header("If-Range").orElse("").endsWith("GMT"));
  }

  @Test
  void aHostThatDoesNotKnowItsTagsIsRemembered() {
    ItemView first = pausedAndResumedFresh("/if-range-broken" + QUERY);
    assertLabFile(first, SIZE);
    assertThat(first.amount().fetched()).isLessThan(2 * SIZE);
    long asked = lab.seen().stream().filter(r -> r.header("If-Range").isPresent()).count();
    assertThat(asked).isPositive();
    ItemView second = pausedAndResumedFresh("/if-range-broken" + QUERY);
    assertThat(LabBytes.firstDifference(second.file().target(), SIZE)).isEqualTo(-1);
    long askedLater = lab.seen().stream().filter(r -> r.header("If-Range").isPresent()).count();
    assertThat(askedLater).as("If-Range is not tried again").isLessThanOrEqualTo(asked + 1);
  }

  @Test
  void aChangedFileKeepsTheOldBytesUntilTheUserDecides() {
    ItemId id = add("/changed" + QUERY + "&after=100&key=k");
    await(id, view -> view.amount().received() > 512 << 10, "half a mebibyte");
    get(downloads.pause(id));
    switchKey("k");
    get(downloads.resume(id));
    ItemView view = await(id, ItemState.PAUSED);
    assertThat(view.standing().reason()).isEqualTo(StateReason.FILE_CHANGED);
    assertThat(view.amount().committed()).isGreaterThan(512 << 10);
    assertThat(view.file().part()).exists();
    get(downloads.decide(id, ChangedFile.REPLACE_OLD));
    ItemView done = complete(id);
    assertThat(LabBytes.firstDifference(done.file().target(), SIZE))
        .as("new bytes")
        .isNotEqualTo(-1);
    assertThat(done.amount().length()).isEqualTo(SIZE);
  }

  @Test
  void aFileThatChangedWithoutAWordIsFoundBySamples() {
    ItemId id = add("/changed" + QUERY + "&tags=0&after=100&key=k");
    await(id, view -> view.amount().received() > 512 << 10, "half a mebibyte");
    get(downloads.pause(id));
    switchKey("k");
    reopenQuietly();
    get(downloads.resume(id));
    ItemView view = await(id, ItemState.PAUSED);
    assertThat(view.standing().reason()).isEqualTo(StateReason.FILE_CHANGED);
  }

  @Test
  void bytesOfTwoFilesAreNeverMixedWhereNothingTellsThemApart() throws IOException {
    String path = "/changed" + QUERY + "&tags=0&ranges=0&after=100&key=m";
    ItemId id = add(path);
    await(id, view -> view.amount().received() > 512 << 10, "half a mebibyte");
    get(downloads.pause(id));
    switchKey("m");
    get(downloads.resume(id));
    ItemView mixed = end(id);
    ItemView whole = complete(add(path));
    if (mixed.state() == ItemState.COMPLETE) {
      assertThat(java.nio.file.Files.mismatch(mixed.file().target(), whole.file().target()))
          .isEqualTo(-1);
    } else {
      assertThat(mixed.standing().reason()).isEqualTo(StateReason.FILE_CHANGED);
    }
  }

  private void switchKey(String key) {
    ItemId turn = add("/switch?key=" + key);
    complete(turn);
    get(downloads.remove(turn, true));
  }

  @Test
  void anExpiredLinkWaitsForANewAddress() {
    ItemId id = add("/expiring" + QUERY + "&after=1&token=1");
    await(id, view -> view.amount().received() > 512 << 10, "half a mebibyte");
    get(downloads.pause(id));
    get(downloads.resume(id));
    ItemView view = await(id, ItemState.PAUSED);
    assertThat(view.standing().reason()).isEqualTo(StateReason.NEEDS_ADDRESS);
    get(
        downloads.replaceAddress(
            id, lab.http("/expiring" + QUERY + "&after=100&token=2").toString()));
    ItemView done = complete(id);
    assertLabFile(done, SIZE);
    assertThat(done.amount().fetched()).isLessThan(SIZE + (1 << 20));
  }

  @Test
  void aOneTimeAddressIsUsedOnce() {
    ItemId id = add(request("/one-time" + QUERY).fetch(FetchWish.DEFAULT.maxSegments(1)));
    assertLabFile(complete(id), SIZE);
    assertThat(lab.requests()).isEqualTo(1);
  }

  @Test
  void aFileThatTheServerPacksIsFetchedInOnePieceAndKeptAsItCame() throws IOException {
    ItemView view = complete(add("/range-encoded"));
    Path target = Objects.requireNonNull(view.file().target());
    assertThat(target).hasSize(view.amount().length());
    try (InputStream text = new GZIPInputStream(Files.newInputStream(target))) {
      assertThat(text.readAllBytes()).as("its sum of check is right").isNotEmpty();
    }
    assertThat(lab.requests()).isEqualTo(1);
  }

  @Test
  void aOneTimeAddressSurvivesTheTryOfASecondConnection() {
    ItemView view = complete(add("/one-time" + QUERY));
    assertLabFile(view, SIZE);
  }

  @Test
  void aSignInPageIsNotTheFile() {
    ItemId id = add("/login-later" + QUERY + "&after=100&key=l");
    await(id, view -> view.amount().received() > 512 << 10, "half a mebibyte");
    get(downloads.pause(id));
    switchKey("l");
    get(downloads.resume(id));
    ItemView view = await(id, v -> v.state() == ItemState.PAUSED, "a pause");
    assertThat(view.standing().reason()).isEqualTo(StateReason.WEB_PAGE);
    assertThat(view.amount().committed()).isGreaterThan(512 << 10);
  }

  @Test
  void aCrowdedServerIsFetchedFromWithAsManyAsItBears() {
    ItemView view = complete(add("/crowded?size=4194304&most=2&status=429&retry=1"));
    assertLabFile(view, 4 << 20);
  }

  @Test
  void aBusyServerIsAskedAgainWhenItSaid() {
    ItemId id = add("/busy?fails=1&retry=1");
    ItemView waiting = await(id, v -> v.state() == ItemState.WAITING, "to wait for the server");
    assertThat(waiting.standing().reason()).isEqualTo(StateReason.SERVER_BUSY);
    assertThat(waiting.standing().until()).isNotNull();
    assertThat(waiting.why().toString()).contains("asked to wait 1 s");
    assertLabFile(complete(id), 1 << 20);
    assertThat(lab.requests()).isEqualTo(2);
  }

  @Test
  void aLongWaitIsTakenAtItsWord() {
    ItemId id = add("/busy?fails=9&retry=7200");
    ItemView waiting = await(id, v -> v.state() == ItemState.WAITING, "to wait for the server");
    assertThat(waiting.standing().until()).isAfter(options().clock().instant().plusSeconds(7000));
  }

  @Test
  void aNetworkThatWantsASignInIsOneStateForAll() {
    ItemId id = add("/511");
    ItemView view = await(id, v -> v.state() == ItemState.WAITING, "to wait for the sign-in");
    assertThat(view.standing().reason()).isEqualTo(StateReason.CAPTIVE_PORTAL);
    assertThat(view.standing().retries()).isZero();
    assertThat(events)
        .anyMatch(
            e ->
                e instanceof DownloadEvent.Notice notice
                    && notice.topic() == DownloadEvent.Topic.SIGN_IN);
    ItemId other = add("/small");
    await(other, v -> !v.why().isEmpty(), "to be held");
    assertThat(view(other).state()).isEqualTo(ItemState.QUEUED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/404", "/close-mid", "/reset-mid", "/garbage"})
  void whatCannotWorkSaysSo(String path) {
    ItemId id = add(path);
    ItemView view =
        await(
            id,
            v ->
                v.state() != ItemState.QUEUED && !v.why().isEmpty()
                    || v.state() == ItemState.FAILED
                    || v.state() == ItemState.PAUSED,
            "a reason");
    assertThat(view.why()).isNotEmpty();
  }

  @Test
  void aServerThatAlwaysBeginsAnewAndBreaksOffIsNotAskedForEver() {
    get(downloads.setNetwork(DownloadsOptions.Network.DEFAULT.tries(2)));
    ItemView view = await(add("/close-mid"), ItemState.FAILED);
    assertThat(view.standing().sentence()).contains("5000 of 10000");
    assertThat(lab.requests()).isLessThan(10);
  }
}
