package org.sluice.app.downloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.app.fx.RateHistory;
import org.sluice.app.fx.StateTexts;
import org.sluice.app.preferences.CategoryRules;
import org.sluice.app.said.StateLine;
import org.sluice.app.terminal.Items;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.Headers.Field;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

class DownloadTextsTest {
  @Test
  void ofWhatIsNotHereYetNothingIsProven() {
    ItemView asked = Items.item(1, "a", ItemState.RUNNING, StateReason.NONE, -1, Spans.EMPTY);
    assertThat(GeneralWords.proof(asked, true)).isEqualTo("–");
    assertThat(GeneralWords.proofAndWhy(asked)).isEqualTo("–");
    ItemView fetched = Items.running(1, "a", 100, 10);
    assertThat(GeneralWords.proof(fetched, true)).isEqualTo("In one go so far");
    assertThat(GeneralWords.proof(fetched, false)).isEqualTo("one go");
    ItemView whole =
        Items.item(1, "a", ItemState.COMPLETE, StateReason.NONE, 9, Spans.of(new Span(0, 9)));
    assertThat(GeneralWords.proof(whole, true)).isEqualTo("Fetched in one go");
  }

  @ParameterizedTest
  @CsvSource({
    "-1, –",
    "13, 13 B",
    "226000, 226 kB",
    "1900000, 1.9 MB",
    "18400000, 18.4 MB",
    "598000000, 598 MB",
    "999600000, 1.00 GB",
    "3720000000, 3.72 GB"
  })
  void sizesHaveThreeDigits(long bytes, String words) {
    assertThat(CellTexts.size(bytes)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "0, –",
    "900, 900 B/s",
    "331000, 331 kB/s",
    "500000, 0.5 MB/s",
    "10940000, 10.9 MB/s"
  })
  void speedsHaveOneDecimal(long bytes, String words) {
    assertThat(CellTexts.speed(bytes)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"-1, –", "28, 0:28", "130, 2:10", "13740, 3:49:00", "187200, 2 d 4 h"})
  void whatIsLeftIsAsExactAsItCanBe(long seconds, String words) {
    assertThat(CellTexts.left(seconds)).isEqualTo(words);
  }

  @Test
  void daysHaveNames() {
    Instant now = Instant.parse("2026-11-22T14:00:00Z");
    assertThat(CellTexts.moment(Instant.parse("2026-11-22T13:58:00Z"), now, ZoneOffset.UTC))
        .isEqualTo("Today 13:58");
    assertThat(CellTexts.moment(Instant.parse("2026-11-21T18:12:00Z"), now, ZoneOffset.UTC))
        .isEqualTo("Yesterday 18:12");
    assertThat(CellTexts.moment(Instant.parse("2025-11-12T18:12:00Z"), now, ZoneOffset.UTC))
        .isEqualTo("12 Nov 2025");
  }

  @Test
  void theWordBesideTheBarSaysHowItStands() {
    assertThat(ProgressWords.brief(Items.running(1, "a", 100, 62), "", false)).isEqualTo("62 %");
    assertThat(brief(ItemState.QUEUED, StateReason.NONE, "1st")).isEqualTo("Queued · 1st");
    assertThat(brief(ItemState.FAILED, StateReason.NONE, "")).isEqualTo("Failed");
    assertThat(brief(ItemState.PAUSED, StateReason.FILE_CHANGED, "")).isEqualTo("Failed");
    assertThat(ProgressWords.spoken(Items.running(1, "a", 100, 62)))
        .isEqualTo("62 percent, 0 segments, receiving");
  }

  @Test
  void whatIsCheckedHasNoSpeedAndNoEnd() {
    ItemView checked =
        Items.amount(
            Items.item(1, "a", ItemState.VERIFYING, StateReason.NONE, 9, Spans.EMPTY),
            5_000,
            3,
            -1,
            1);
    assertThat(ProgressWords.speed(checked)).isEqualTo(CellTexts.NONE);
    assertThat(new DownloadRow(checked, CategoryRules.INITIAL).etaSeconds()).isEqualTo(-1);
    ItemView running = Items.amount(Items.running(1, "a", 100, 62), 5_000, 3, -1, 1);
    assertThat(ProgressWords.speed(running)).isEqualTo("5 kB/s");
    assertThat(new DownloadRow(running, CategoryRules.INITIAL).etaSeconds()).isEqualTo(3);
  }

  private static String brief(ItemState state, StateReason reason, String place) {
    return ProgressWords.brief(Items.item(1, "a", state, reason, 9, Spans.EMPTY), place, false);
  }

  @ParameterizedTest
  @EnumSource(StateReason.class)
  void everyTroubleHasWordsAndAWayOut(StateReason reason) {
    Trouble trouble =
        Trouble.of(Items.item(1, "a", ItemState.FAILED, reason, 100, Spans.of(new Span(0, 41))));
    assertThat(trouble.title()).isNotBlank();
    assertThat(trouble.kept()).contains("41 B").contains("41 %");
    assertThat(trouble.remedies()).isNotEmpty();
    trouble.remedies().forEach(remedy -> assertThat(remedy.why(true)).isNotEqualTo(remedy.words()));
  }

  @Test
  void whatIsLeftToDoAgreesWithWhatWasKept() {
    Trouble nothing =
        Trouble.of(Items.item(1, "a", ItemState.FAILED, StateReason.NOT_REACHED, 100, Spans.EMPTY));
    assertThat(nothing.kept()).isEqualTo("Nothing was kept.");
    assertThat(nothing.keeps()).isFalse();
    assertThat(Remedy.TRY_AGAIN.why(false)).endsWith("it begins anew.");
    assertThat(Remedy.TRY_AGAIN.why(true)).endsWith("it goes on with what has come.");
    assertThat(Remedy.NEW_ADDRESS.why(false)).doesNotContain("what is here");
  }

  @Test
  void whereNoNameIsKnownItSaysHowFarTheAskingIs() {
    assertThat(
            GeneralWords.noPlace(
                Items.item(1, "a", ItemState.QUEUED, StateReason.NONE, -1, Spans.EMPTY)))
        .isEqualTo("The server has not been asked yet");
    assertThat(
            GeneralWords.noPlace(
                Items.item(1, "a", ItemState.RUNNING, StateReason.NONE, -1, Spans.EMPTY)))
        .isEqualTo("The server is being asked");
    assertThat(
            GeneralWords.state(
                Items.item(1, "a", ItemState.RUNNING, StateReason.NONE, -1, Spans.EMPTY)))
        .isEqualTo("Asking");
    assertThat(GeneralWords.noPlace(busy())).isEqualTo("The server has not given the file yet");
  }

  @Test
  void thatTheServerAskedToWaitIsSaidOnce() {
    assertThat(StateLine.full(busy()))
        .isEqualTo(
            "Waiting. The server answered 503: not now, but perhaps later; the server asked to wait"
                + " 60 s");
    assertThat(GeneralWords.why(busy())).isEqualTo(CellTexts.NONE);
    assertThat(
            GeneralWords.why(
                why(
                    Items.saying(
                        Items.item(1, "a", ItemState.QUEUED, StateReason.NONE, 9, Spans.EMPTY),
                        "It is stopped"),
                    "It is stopped",
                    "All queues together run 1 at once")))
        .isEqualTo("All queues together run 1 at once");
  }

  private static ItemView busy() {
    String said =
        "The server answered 503: not now, but perhaps later; the server asked to wait 60 s";
    return why(
        Items.saying(Items.waiting(1, "a", StateReason.SERVER_BUSY, Items.NOW), said),
        said,
        "a.example asked to wait until 14:02");
  }

  private static ItemView why(ItemView item, String... sentences) {
    return new ItemView(
        item.id(),
        item.name(),
        item.address(),
        item.place(),
        item.standing(),
        item.amount(),
        new ItemView.FileView(null, null, Spans.EMPTY, null),
        item.proof(),
        item.segments(),
        List.of(sentences));
  }

  @Test
  void aListIsReadAsItWasWrittenWithoutItsSecrets() throws IOException {
    DownloadRequest request =
        DownloadRequest.of("https://a.example/x", FileWish.into(Path.of("/d")).named("x.iso"))
            .queue("Night")
            .fetch(
                FetchWish.DEFAULT
                    .maxSegments(3)
                    .user("me:secret")
                    .headers(Headers.of("X-Key", "secret")));
    StoredItem item =
        new StoredItem(
            new ItemId(1), request, Items.NOW, 1, null, Spans.EMPTY, StoredItem.Progress.NEW);
    String text = ListFile.write(List.of(item));
    assertThat(text).doesNotContain("secret");
    List<DownloadRequest> read = ListFile.read(text, Path.of("/other"));
    assertThat(read).hasSize(1);
    assertThat(read.getFirst().sources()).isEqualTo(request.sources());
    assertThat(read.getFirst().file()).isEqualTo(request.file());
    assertThat(read.getFirst().queue()).isEqualTo("Night");
    assertThat(read.getFirst().fetch().maxSegments()).isEqualTo(3);
  }

  @Test
  void whatDidNotMoveIsTakenInPaused() throws IOException {
    DownloadRequest request =
        DownloadRequest.of("https://a.example/x", FileWish.into(Path.of("/d"))).priority(2);
    for (ItemState state : ItemState.values()) {
      StoredItem.Progress progress =
          new StoredItem.Progress(state, StateReason.NONE, "", null, null, 0, 0);
      StoredItem item =
          new StoredItem(new ItemId(1), request, Items.NOW, 1, null, Spans.EMPTY, progress);
      DownloadRequest read =
          ListFile.read(ListFile.write(List.of(item)), Path.of("/other")).getFirst();
      boolean still =
          state == ItemState.PAUSED || state == ItemState.COMPLETE || state == ItemState.FAILED;
      assertThat(read.startPaused()).as("%s", state).isEqualTo(still);
      assertThat(read.priority()).isEqualTo(2);
    }
  }

  @Test
  void whatIsInTheListIsNotTakenInAgainAndAQueueThatIsNotHereIsTheMainOne() {
    DownloadRequest here =
        DownloadRequest.of("https://a.example/x?n=1", FileWish.into(Path.of("/d")));
    StoredItem item =
        new StoredItem(
            new ItemId(1), here, Items.NOW, 1, null, Spans.EMPTY, StoredItem.Progress.NEW);
    DownloadRequest other =
        DownloadRequest.of("https://a.example/x?n=2", FileWish.into(Path.of("/d"))).queue("Night");
    assertThat(ListExchange.fresh(List.of(here, other), List.of(item), Set.of("main")))
        .containsExactly(other.queue("main"));
    assertThat(ListExchange.fresh(List.of(other), List.of(item), Set.of("main", "Night")))
        .containsExactly(other);
  }

  @Test
  void headersAreChangedAsLinesAndSecretsStayBehindTheirDots() {
    Headers before = new Headers(List.of(new Field("X", "1"), new Field("Cookie", "a=b")));
    String shown = HeaderLines.of(before);
    assertThat(shown).isEqualTo("X: 1\nCookie: " + HeaderLines.DOTS);
    assertThat(HeaderLines.read(shown, before)).isEqualTo(before);
    assertThat(HeaderLines.read("Cookie: c=d\n\n Y : 2 ", before).fields())
        .containsExactly(new Field("Cookie", "c=d"), new Field("Y", "2"));
    assertThatThrownBy(() -> HeaderLines.read("no header", before))
        .hasMessageContaining("no header");
    assertThatThrownBy(() -> HeaderLines.read("Authorization: " + HeaderLines.DOTS, before))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatWasCopiedHereIsNotOffered() {
    ClipboardWatch watch = new ClipboardWatch();
    assertThat(watch.seen("https://a.example/before")).isNull();
    watch.own("https://a.example/mine");
    assertThat(watch.seen("https://a.example/mine")).isNull();
    assertThat(watch.seen("https://a.example/other")).isEqualTo("https://a.example/other");
  }

  @Test
  void aServerThatAskedForABreakGetsItAndItsEndIsSaid() {
    Instant until = Instant.parse("2026-01-01T12:00:00Z");
    ItemView item = Items.waiting(1, "x", StateReason.SERVER_BUSY, until);
    assertThat(ProgressWords.brief(item, "", false))
        .isEqualTo(
            "Until "
                + until.atZone(ZoneId.systemDefault()).toLocalTime().toString().substring(0, 5));
    assertThat(ProgressWords.brief(Items.waiting(1, "x", StateReason.RETRY, until), "", false))
        .isEqualTo("Waiting");
    assertThat(ProgressWords.brief(Items.waiting(1, "x", StateReason.DISK_FULL, until), "", false))
        .isEqualTo("Disk full");
  }

  @Test
  void aTextWithLinksIsAListToo() throws IOException {
    assertThat(ListFile.read("https://a.example/1\nnone\nhttps://a.example/2", Path.of("/d")))
        .hasSize(2);
    assertThatThrownBy(() -> ListFile.read("none", Path.of("/d"))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> ListFile.read("{\"version\":99}", Path.of("/d")))
        .hasMessageContaining("newer");
  }

  @Test
  void aCommandOfCurlIsQuoted() {
    DownloadRequest request =
        DownloadRequest.of("https://a.example/x?a=1&b='", FileWish.into(Path.of("/d")));
    assertThat(CurlText.of(request, "my file"))
        .endsWith("--output 'my file' 'https://a.example/x?a=1&b='\\'''");
  }

  @Test
  void eachCopiedLinkIsOfferedOnce() {
    ClipboardWatch watch = new ClipboardWatch();
    assertThat(watch.seen("https://old.example/")).isNull();
    assertThat(watch.seen("words")).isNull();
    assertThat(watch.seen(" https://a.example/x\n")).isEqualTo("https://a.example/x");
    assertThat(watch.seen(" https://a.example/x\n")).isNull();
    assertThat(watch.seen("see https://a.example/x")).isNull();
  }

  @Test
  void filesAreShownByTheDesktopsOwnPrograms() {
    Path file = Path.of("/d/x");
    assertThat(DesktopFiles.openCommand("linux", file)).containsExactly("xdg-open", "/d/x");
    assertThat(DesktopFiles.revealCommand("linux", file)).containsExactly("xdg-open", "/d");
    assertThat(DesktopFiles.revealCommand("mac os x", file)).containsExactly("open", "-R", "/d/x");
  }

  @Test
  void theAxisEndsAtARoundNumber() {
    assertThat(SpeedChart.roundUp(13.1)).isEqualTo(15);
    assertThat(SpeedChart.roundUp(0.9)).isEqualTo(1);
    assertThat(SpeedChart.roundUp(0)).isEqualTo(1);
  }

  @Test
  void thePeakIsThatOfTheCurveAndNeverBelowNow() {
    RateHistory speeds = new RateHistory();
    assertThat(SpeedPane.peak(speeds, 7)).isEqualTo(7);
    speeds.add(900);
    for (int i = 0; i < RateHistory.CAPACITY; i++) {
      speeds.add(i % 2 == 0 ? 20 : 40);
    }
    assertThat(SpeedPane.peak(speeds, 7)).as("the first is out of sight").isEqualTo(40);
    assertThat(SpeedPane.peak(speeds, 41)).isEqualTo(41);
    assertThat(speeds.mean()).isEqualTo(30);
  }

  @Test
  void aStateThatStandsAloneBeginsWithACapital() {
    assertThat(StateTexts.briefly(ItemState.WAITING, StateReason.RETRY))
        .isEqualTo("will be tried again");
    assertThat(StateTexts.alone(ItemState.WAITING, StateReason.RETRY))
        .isEqualTo("Will be tried again");
  }
}
