package org.sluice.app.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.sluice.app.timeline.Lane;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.multi.TransferState;

class MonitorViewModelTest {
  private static final long MILLI = 1_000_000L;

  private final FakeFeed feed = new FakeFeed();
  private final MonitorViewModel model = new MonitorViewModel(feed, Path.of("folder"));

  @Test
  void aTypedUrlGoesIntoTheList() {
    add("http://127.0.0.1/a.iso");
    assertThat(feed.commands).containsExactly("add http://127.0.0.1/a.iso");
    feed.standing(1, ItemState.QUEUED, StateReason.NONE, "", 0);
    refresh();
    assertThat(only().name()).isEqualTo("file-1.iso");
    assertThat(only().stateProperty().get()).isEqualTo("queued");
  }

  @Test
  void aWishThatIsNotFulfilledIsTold() {
    feed.refusal = new IllegalArgumentException("This proxy makes no sense");
    add("http://127.0.0.1/a.iso");
    refresh();
    assertThat(model.wishes().complaintProperty().get()).isEqualTo("This proxy makes no sense");
  }

  @Test
  void anEngineThatHasEndedHasNoSocketsAndNoSpeed() {
    feed.transfer(5, TransferState.PERFORMING, 7);
    feed.socket(7, Poll.IN, 1_000, 5L);
    feed.running(1, 620, 5L);
    refresh();
    assertThat(model.liveMetrics().socketsProperty().get()).isEqualTo("1");
    feed.failure = "a bug";
    refresh();
    assertThat(model.engineFailureProperty().get()).contains("a bug");
    assertThat(model.liveMetrics().socketsProperty().get()).isEqualTo("0");
    assertThat(model.liveMetrics().runningProperty().get()).isEqualTo("0");
    for (int i = 0; i < 30; i++) {
      feed.nanos += 100 * MILLI;
      refresh();
    }
    assertThat(model.liveMetrics().inRateProperty().get()).isEqualTo("0 B/s");
    assertThat(model.sockets().rows()).isEmpty();
  }

  @Test
  void aComplaintIsForgivenWithTheNextDownload() {
    model.wishes().complain("no");
    add("http://example.org/x");
    assertThat(model.wishes().complaintProperty().get()).isEmpty();
  }

  private void add(String url) {
    var _ = model.wishes().add(NewDownload.of(url, Path.of("folder")));
  }

  @Test
  void aDownloadWithOneTransferShowsPercentStateHandleAndSocket() {
    feed.transfer(5, TransferState.PERFORMING, 7);
    feed.running(1, 620, 5L);
    refresh();
    TransferRow row = only();
    assertThat(row.handleProperty().get()).isEqualTo("E5");
    assertThat(row.amountProperty().get()).isEqualTo("62 %");
    assertThat(row.stateProperty().get()).isEqualTo("receiving");
    assertThat(row.socketProperty().get()).isEqualTo("7");
    assertThat(row.progressProperty().get()).isEqualTo(0.62);
    assertThat(row.outcomeProperty().get()).isNull();
  }

  @Test
  void severalTransfersStandUnderTheirDownload() {
    feed.transfer(5, TransferState.CONNECTING, 7);
    feed.transfer(6, TransferState.PERFORMING, 8);
    feed.running(1, 500, 5L, 6L);
    refresh();
    List<TransferRow> rows = model.transfers().rows();
    assertThat(rows)
        .extracting(row -> row.handleProperty().get())
        .containsExactly("2 ×", "E5", "E6");
    assertThat(rows)
        .extracting(TransferRow::name)
        .containsExactly("file-1.iso", "file-1.iso, segment 1", "file-1.iso, segment 2");
    assertThat(rows)
        .extracting(row -> row.amountProperty().get())
        .containsExactly("50 %", "25 %", "25 %");
    assertThat(rows)
        .extracting(row -> row.stateProperty().get())
        .containsExactly("receiving", "connecting", "receiving");
    assertThat(rows).extracting(row -> row.socketProperty().get()).containsExactly("–", "7", "8");
    assertThat(model.transfers().countProperty().get()).isEqualTo(1);
  }

  @Test
  void aSelectedTransferThatEndsLeavesItsDownloadSelected() {
    feed.running(1, 500, 5L, 6L);
    feed.running(2, 500, 7L);
    refresh();
    model.selectedProperty().set(model.transfers().rows().get(2));
    feed.running(1, 600, 5L);
    refresh();
    assertThat(model.selectedProperty().get()).isSameAs(model.transfers().rows().getFirst());
    feed.items.remove(new ItemId(1));
    refresh();
    assertThat(model.selectedProperty().get()).isNull();
    assertThat(only().name()).isEqualTo("file-2.iso");
  }

  @Test
  void aFailureSelectsItselfAndSaysWhatKeptAdviceCode() {
    feed.running(1, 500, 5L);
    refresh();
    feed.failed(1, TransferErrorCode.PARTIAL_FILE, "The server closed the connection", 500);
    refresh();
    TransferRow row = model.selectedProperty().get();
    assertThat(row).isNotNull();
    assertThat(row.phaseProperty().get()).isEqualTo(Phase.FAILED);
    Outcome outcome = row.outcomeProperty().get();
    assertThat(outcome.title()).isEqualTo("Failed: The connection ended in the middle of the file");
    assertThat(outcome.what()).isEqualTo("The server closed the connection.");
    assertThat(outcome.kept()).startsWith("500 B of it stand in file-1.iso.part;");
    assertThat(outcome.advice()).isEqualTo("Try again, or use another mirror.");
    assertThat(outcome.code()).isEqualTo("PARTIAL_FILE (18)");
  }

  @Test
  void aFailureOfAnEarlierRunDoesNotSelectItself() {
    feed.failed(1, TransferErrorCode.PARTIAL_FILE, "The server closed the connection", 500);
    refresh();
    assertThat(model.selectedProperty().get()).isNull();
  }

  @Test
  void waitingIsCountedDown() {
    feed.waiting(1, "The connection was reset; try 2 of 10", feed.now.plusMillis(11_500));
    refresh();
    assertThat(only().phaseProperty().get()).isEqualTo(Phase.WAITING);
    assertThat(only().stateProperty().get()).isEqualTo("waits 0:12");
    feed.now = feed.now.plusSeconds(9);
    refresh();
    assertThat(only().stateProperty().get()).isEqualTo("waits 0:03");
    Outcome outcome = only().outcomeProperty().get();
    assertThat(outcome.title()).isEqualTo("Waiting: It will be tried again");
    assertThat(outcome.what())
        .isEqualTo("The connection was reset; try 2 of 10. It goes on by itself in 0:03.");
    assertThat(outcome.tone()).isEqualTo(Outcome.Tone.NEUTRAL);
  }

  @Test
  void whoPausedItIsSaid() {
    feed.standing(1, ItemState.PAUSED, StateReason.BY_USER, "", 500);
    feed.standing(2, ItemState.PAUSED, StateReason.FILE_CHANGED, "", 500);
    feed.standing(3, ItemState.PAUSED, StateReason.DISK_FULL, "No space left in x", 500);
    refresh();
    assertThat(model.transfers().rows())
        .extracting(row -> row.phaseProperty().get())
        .containsExactly(Phase.PAUSED, Phase.STOPPED, Phase.WAITING);
    assertThat(model.transfers().rows())
        .extracting(row -> row.outcomeProperty().get().title())
        .containsExactly(
            "Paused by you",
            "Failed: The file on the server has changed",
            "Waiting: The disk is full");
    Outcome changed = model.transfers().rows().get(1).outcomeProperty().get();
    assertThat(changed.advice()).contains("sluice resume 2 --take-new");
    assertThat(changed.code()).isEqualTo("FILE_CHANGED");
  }

  @Test
  void everyReasonHasWordsAndEveryBadOneAnAdvice() {
    for (StateReason reason : StateReason.values()) {
      feed.standing(reason.ordinal() + 1, ItemState.PAUSED, reason, "", 0);
      feed.standing(reason.ordinal() + 100, ItemState.FAILED, reason, "", 0);
    }
    refresh();
    assertThat(model.transfers().rows())
        .hasSize(2 * StateReason.values().length)
        .allSatisfy(
            row -> {
              Outcome outcome = row.outcomeProperty().get();
              assertThat(outcome.title()).isNotBlank().doesNotContain("reason.");
              assertThat(outcome.advice().isEmpty())
                  .as(outcome.title())
                  .isEqualTo(outcome.tone() != Outcome.Tone.BAD);
            });
  }

  @Test
  void aDownloadOfSeveralRunsSaysHowSureItIs() {
    feed.proof = new Proof(Proof.Level.PROBABLE, "Length and samples agree");
    feed.standing(1, ItemState.COMPLETE, StateReason.NONE, "", 1_000);
    feed.proof = Proof.NOT_NEEDED;
    feed.standing(2, ItemState.COMPLETE, StateReason.NONE, "", 1_000);
    refresh();
    assertThat(model.transfers().rows())
        .extracting(row -> row.outcomeProperty().get().proof())
        .containsExactly("Probably one file. Length and samples agree.", "");
    assertThat(model.transfers().rows().getFirst().outcomeProperty().get().what())
        .startsWith("1.0 kB saved as x");
  }

  @Test
  void everyFailureHasWordsOfItsOwn() {
    for (TransferErrorCode code : TransferErrorCode.values()) {
      if (code != TransferErrorCode.OK) {
        feed.failed(code.number(), code, "", 0);
      }
    }
    refresh();
    assertThat(model.transfers().rows())
        .allSatisfy(
            row -> {
              Outcome outcome = row.outcomeProperty().get();
              assertThat(outcome.title()).startsWith("Failed: ");
              assertThat(outcome.what()).isNotBlank();
              assertThat(outcome.advice()).isNotBlank();
              assertThat(outcome.kept()).isEqualTo("Nothing was kept.");
            });
  }

  @Test
  void noticesOfTheListAreShown() {
    feed.notices.add("This network wants a sign-in");
    refresh();
    assertThat(model.noticesProperty().get()).isEqualTo("This network wants a sign-in");
  }

  @Test
  void aClosedSocketStaysDimmedForTwoSeconds() {
    feed.socket(4, Poll.IN, 100, 1L);
    refresh();
    feed.sockets.clear();
    refresh();
    SocketRow row = model.sockets().rows().getFirst();
    assertThat(row.pollProperty().get()).isEqualTo(Poll.REMOVE);
    assertThat(row.dimmedProperty().get()).isTrue();
    assertThat(row.transfersProperty().get()).isEmpty();
    feed.nanos += 1_999 * MILLI;
    refresh();
    assertThat(model.sockets().rows()).hasSize(1);
    feed.nanos += 2 * MILLI;
    refresh();
    assertThat(model.sockets().rows()).isEmpty();
  }

  @Test
  void rowsAreUpdatedInPlace() {
    feed.socket(4, Poll.IN, 100, 1L);
    refresh();
    SocketRow row = model.sockets().rows().getFirst();
    feed.nanos += 100 * MILLI;
    feed.socket(4, Poll.NONE, 240_100, 1L, 2L);
    refresh();
    assertThat(model.sockets().rows()).containsExactly(row);
    assertThat(row.pollProperty().get()).isEqualTo(Poll.NONE);
    assertThat(row.transfersProperty().get()).isEqualTo(List.of(1L, 2L));
    assertThat(row.rateProperty().get()).isEqualTo("2.4 MB/s");
    assertThat(row.spoken()).contains("poll none").contains("socket 4");
  }

  @Test
  void anEventChangesThePillBeforeTheNextSnapshot() {
    feed.socket(4, Poll.IN, 100, 1L);
    refresh();
    feed.nanos += 100 * MILLI;
    feed.callback(4, Poll.INOUT);
    model.pulse(feed.nanos);
    assertThat(model.sockets().rows().getFirst().pollProperty().get()).isEqualTo(Poll.INOUT);
  }

  @Test
  void theCountdownRunsFromTheEventsAlone() {
    refresh();
    feed.nanos += 100 * MILLI;
    feed.timer(250);
    refresh();
    assertThat(model.timeout().shareProperty().get()).isEqualTo(1);
    feed.armedNanos = feed.nanos;
    feed.deadlineNanos = feed.nanos + 250 * MILLI;
    feed.nanos += 63 * MILLI;
    model.pulse(feed.nanos);
    refresh();
    assertThat(model.timeout().remainingProperty().get()).isEqualTo("187");
    assertThat(model.timeout().askedProperty().get()).isEqualTo("of the 250 ms asked for");
    assertThat(model.timeout().spokenProperty().get())
        .isEqualTo("next timeout in 187 of 250 milliseconds");
    feed.nanos += 100 * MILLI;
    feed.fired();
    feed.deadlineNanos = Long.MAX_VALUE;
    refresh();
    assertThat(model.timeout().shareProperty().get()).isZero();
  }

  @Test
  void eventsThatHappenedAfterALatePulseBeganDoNotPutTheClockForward() {
    LongSupplier clock = () -> feed.nanos;
    MonitorViewModel late = new MonitorViewModel(feed, Path.of("folder"), clock);
    late.refresh(feed.nanos);
    long begun = feed.nanos;
    feed.nanos += 600 * MILLI;
    feed.timer(250);
    late.pulse(begun);
    late.refresh(begun);
    feed.armedNanos = feed.nanos;
    feed.deadlineNanos = feed.nanos + 250 * MILLI;
    feed.nanos += 63 * MILLI;
    late.pulse(feed.nanos);
    late.refresh(feed.nanos);
    assertThat(late.timeout().remainingProperty().get()).isEqualTo("187");
  }

  @Test
  void theSnapshotMendsACountdownWhoseEventsWereDropped() {
    feed.armedNanos = feed.nanos;
    feed.deadlineNanos = feed.nanos + 100 * MILLI;
    feed.nanos += 50 * MILLI;
    refresh();
    model.pulse(feed.nanos);
    assertThat(model.timeout().remainingProperty().get()).isEqualTo("50");
    assertThat(model.timeout().shareProperty().get()).isEqualTo(0.5);
  }

  @Test
  void frozenMeansThatNothingShownMoves() {
    feed.running(1, 100, 5L);
    feed.socket(4, Poll.IN, 100, 1L);
    refresh();
    model.frozenProperty().set(true);
    feed.running(1, 900, 5L);
    feed.callback(4, Poll.OUT);
    model.pulse(feed.nanos);
    refresh();
    assertThat(model.transfers().rows().getFirst().amountProperty().get()).isEqualTo("10 %");
    assertThat(model.sockets().rows().getFirst().pollProperty().get()).isEqualTo(Poll.IN);
    assertThat(model.timeline().lanes()).isEmpty();
    assertThat(model.tape().end()).as("it is recorded").isEqualTo(1);
    model.frozenProperty().set(false);
    refresh();
    assertThat(model.timeline().lanes()).hasSize(1);
    assertThat(model.transfers().rows().getFirst().amountProperty().get()).isEqualTo("90 %");
  }

  @Test
  void noLaneComesGoesOrChangesWhileTheDisplayStandsStill() {
    feed.callback(4, Poll.IN);
    feed.callback(5, Poll.IN);
    feed.callback(5, Poll.REMOVE);
    refresh();
    assertThat(model.timeline().lanes()).extracting(Lane::serial).containsExactly(4L, 5L);
    model.frozenProperty().set(true);
    feed.nanos += 100_000 * MILLI;
    feed.callback(4, Poll.OUT);
    feed.callback(6, Poll.IN);
    model.pulse(feed.nanos);
    refresh();
    model.timeline().forgetBefore(feed.nanos - MILLI);
    assertThat(model.timeline().lanes()).extracting(Lane::serial).containsExactly(4L, 5L);
    assertThat(model.timeline().lanes().getFirst().pollProperty().get()).isEqualTo(Poll.IN);
    model.frozenProperty().set(false);
    assertThat(model.timeline().lanes()).extracting(Lane::serial).containsExactly(4L, 6L);
    assertThat(model.timeline().lanes().getFirst().pollProperty().get()).isEqualTo(Poll.OUT);
  }

  @Test
  void aSocketThatIsOnlyKeptHasNoRate() {
    feed.socket(4, Poll.IN, 100, 1L);
    refresh();
    feed.nanos += 100 * MILLI;
    feed.socket(4, Poll.REMOVE, 240_100);
    refresh();
    SocketRow row = model.sockets().rows().getFirst();
    assertThat(row.dimmedProperty().get()).isTrue();
    assertThat(row.inProperty().get()).isEqualTo("240.1 kB");
    assertThat(row.rateProperty().get()).isEqualTo("–");
    assertThat(row.whyRemoved()).contains("kept for the next one");
    feed.socket(5, Poll.IN, 100, 1L);
    refresh();
    assertThat(model.liveMetrics().socketsProperty().get()).isEqualTo("1");
    assertThat(model.liveMetrics().keptProperty().get()).isEqualTo("1");
    feed.sockets.clear();
    refresh();
    assertThat(row.whyRemoved()).isEqualTo("The connection is closed.");
    assertThat(model.liveMetrics().keptProperty().get()).isEqualTo("0");
  }

  @Test
  void anotherMomentIsDrawnAtOnceAndNotWithTheCurvesOfTheLast() {
    feed.socket(4, Poll.IN, 100, 1L);
    refresh();
    SocketRow row = model.sockets().rows().getFirst();
    row.show(feed.nanos, true);
    int drawn = row.curveProperty().get();
    row.restart();
    row.show(feed.nanos, false);
    assertThat(row.curveProperty().get()).isGreaterThan(drawn);
    assertThat(row.history().size()).isZero();
  }

  @Test
  void aFigureOfNothingIsLeftOut() {
    refresh();
    assertThat(model.metrics().runningNoteProperty().get()).isEqualTo("none queued");
    assertThat(model.metrics().completionsNoteProperty().get()).isEqualTo("info_read: 0 ok");
    feed.transfer(5, TransferState.COMPLETED, 7);
    refresh();
    assertThat(model.metrics().runningNoteProperty().get()).isEqualTo("1 finished");
  }

  @Test
  void thereIsSomethingToCallOnlyWhenATimerIsArmed() {
    refresh();
    assertThat(model.timeout().armedProperty().get()).isFalse();
    feed.timer(250);
    model.pulse(feed.nanos);
    refresh();
    assertThat(model.timeout().armedProperty().get()).isTrue();
    feed.timer(-1);
    model.pulse(feed.nanos);
    refresh();
    assertThat(model.timeout().armedProperty().get()).isFalse();
  }

  @Test
  void theButtonsMeanTheSelectedTransfer() {
    feed.running(3, 100, 4L, 5L);
    refresh();
    model.wishes().pauseSelected();
    assertThat(feed.commands).isEmpty();
    model.selectedProperty().set(model.transfers().rows().getLast());
    model.wishes().pauseSelected();
    model.wishes().resumeSelected();
    model.wishes().removeSelected();
    assertThat(feed.commands).containsExactly("pause 3", "resume 3", "remove 3");
    refresh();
    assertThat(model.transfers().rows()).isEmpty();
  }

  @Test
  void figuresCountPerSecond() {
    refresh();
    feed.nanos += 1_000 * MILLI;
    feed.actions = 412;
    feed.callbacks = 38;
    feed.ok = 38;
    feed.failed = 1;
    refresh();
    assertThat(model.metrics().actionsProperty().get()).isEqualTo("412");
    assertThat(model.metrics().callbacksProperty().get()).isEqualTo("38");
    assertThat(model.metrics().completionsProperty().get()).isEqualTo("39");
    assertThat(model.metrics().completionsNoteProperty().get())
        .isEqualTo("info_read: 38 ok, 1 ended early");
  }

  @Test
  void whatCouldNotBeRemovedComesBack() {
    feed.running(3, 100, 4L);
    refresh();
    model.selectedProperty().set(only());
    feed.refusal = new IllegalStateException("The list cannot be written");
    model.wishes().removeSelected();
    assertThat(model.transfers().rows()).isEmpty();
    refresh();
    assertThat(only().name()).isEqualTo("file-3.iso");
    assertThat(model.wishes().complaintProperty().get()).isEqualTo("The list cannot be written");
  }

  private TransferRow only() {
    assertThat(model.transfers().rows()).hasSize(1);
    return model.transfers().rows().getFirst();
  }

  private void refresh() {
    model.refresh(feed.nanos);
  }
}
