package org.sluice.app.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.engine.download.FileResult;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.multi.TransferState;

class MonitorViewModelTest {
  private static final long MILLI = 1_000_000L;

  private final FakeFeed feed = new FakeFeed();
  private final MonitorViewModel model = new MonitorViewModel(feed, Path.of("folder"));

  @Test
  void aTypedUrlBecomesATransferAtOnce() {
    assertThat(model.addTyped("http://127.0.0.1/a.iso")).isTrue();
    assertThat(feed.commands).containsExactly("add http://127.0.0.1/a.iso");
    assertThat(model.transfers().rows()).hasSize(1);
    assertThat(model.transfers().rows().getFirst().name()).isEqualTo("a.iso");
  }

  @Test
  void aBadUrlIsToldAndForgivenWithTheNextGoodOne() {
    assertThat(model.addTyped("ftp://example.org/x")).isFalse();
    assertThat(model.urlComplaintProperty().get()).contains("does not speak ftp");
    assertThat(feed.commands).isEmpty();
    assertThat(model.addTyped("http://example.org/x")).isTrue();
    assertThat(model.urlComplaintProperty().get()).isEmpty();
  }

  @Test
  void aTransferShowsPercentStateAndSocket() {
    feed.show(1, TransferState.PERFORMING, 31, 50, 7);
    refresh();
    TransferRow row = model.transfers().rows().getFirst();
    assertThat(row.handle()).isEqualTo("E1");
    assertThat(row.amountProperty().get()).isEqualTo("62 %");
    assertThat(row.stateProperty().get()).isEqualTo("receiving");
    assertThat(row.socketProperty().get()).isEqualTo("7");
    assertThat(row.progressProperty().get()).isEqualTo(0.62);
  }

  @Test
  void aFailureSelectsItselfAndSaysWhatKeptAdviceCode() {
    feed.end(1, TransferErrorCode.PARTIAL_FILE, 5_000, "Closed.");
    feed.results.put(
        1L,
        new FileResult(
            FileResult.Fate.FAILED,
            TransferErrorCode.PARTIAL_FILE,
            "The server closed the connection.",
            5_000,
            Path.of("x", "file-1.iso.part")));
    refresh();
    TransferRow row = model.selectedProperty().get();
    assertThat(row).isNotNull();
    Outcome outcome = row.outcomeProperty().get();
    assertThat(outcome.title()).isEqualTo("Failed: The connection ended in the middle of the file");
    assertThat(outcome.what()).isEqualTo("The server closed the connection.");
    assertThat(outcome.kept()).startsWith("5.0 kB of it stand in file-1.iso.part;");
    assertThat(outcome.advice()).isEqualTo("Try again, or use another mirror.");
    assertThat(outcome.code()).isEqualTo("PARTIAL_FILE (18)");
  }

  @Test
  void aFileThatCannotBeKeptFailsThoughTheNetworkDidWell() {
    feed.end(1, TransferErrorCode.OK, 5_000, null);
    feed.results.put(
        1L,
        new FileResult(
            FileResult.Fate.FAILED, TransferErrorCode.WRITE_ERROR, "The disk is full", 0, null));
    refresh();
    TransferRow row = model.transfers().rows().getFirst();
    assertThat(row.phaseProperty().get()).isEqualTo(Phase.FAILED);
    assertThat(row.outcomeProperty().get().what()).isEqualTo("The disk is full");
    assertThat(row.outcomeProperty().get().kept()).isEqualTo("Nothing was kept.");
  }

  @Test
  void everyFailureHasWordsOfItsOwn() {
    for (TransferErrorCode code : TransferErrorCode.values()) {
      if (code != TransferErrorCode.OK) {
        feed.end(code.number(), code, 0, null);
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
            });
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
    feed.callback(4, Poll.INOUT);
    model.pulse(feed.nanos);
    assertThat(model.sockets().rows().getFirst().pollProperty().get()).isEqualTo(Poll.INOUT);
  }

  @Test
  void theCountdownRunsFromTheEventsAlone() {
    refresh();
    feed.timer(250);
    model.pulse(feed.nanos);
    assertThat(model.timeout().shareProperty().get()).isEqualTo(1);
    feed.armedNanos = feed.nanos;
    feed.deadlineNanos = feed.nanos + 250 * MILLI;
    feed.nanos += 63 * MILLI;
    model.pulse(feed.nanos);
    refresh();
    assertThat(model.timeout().remainingProperty().get()).isEqualTo("187");
    assertThat(model.timeout().askedProperty().get()).isEqualTo("of the 250 ms asked for");
    assertThat(model.timeout().spokenProperty().get())
        .isEqualTo("next timeout in 187 milliseconds of 250 ms");
    feed.fired();
    feed.deadlineNanos = Long.MAX_VALUE;
    model.pulse(feed.nanos);
    assertThat(model.timeout().shareProperty().get()).isZero();
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
    feed.show(1, TransferState.PERFORMING, 10, 100, 4);
    feed.socket(4, Poll.IN, 100, 1L);
    refresh();
    model.frozenProperty().set(true);
    feed.show(1, TransferState.PERFORMING, 90, 100, 4);
    feed.callback(4, Poll.OUT);
    model.pulse(feed.nanos);
    refresh();
    assertThat(model.transfers().rows().getFirst().amountProperty().get()).isEqualTo("10 %");
    assertThat(model.sockets().rows().getFirst().pollProperty().get()).isEqualTo(Poll.IN);
    assertThat(model.timeline().lanes()).hasSize(1);
    model.frozenProperty().set(false);
    refresh();
    assertThat(model.transfers().rows().getFirst().amountProperty().get()).isEqualTo("90 %");
  }

  @Test
  void theButtonsMeanTheSelectedTransfer() {
    feed.show(3, TransferState.PERFORMING, 10, 100, 4);
    refresh();
    model.pauseSelected();
    assertThat(feed.commands).isEmpty();
    model.selectedProperty().set(model.transfers().rows().getFirst());
    model.pauseSelected();
    model.resumeSelected();
    model.removeSelected();
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
        .isEqualTo("info_read: 38 ok, 1 failed");
  }

  private void refresh() {
    model.refresh(feed.nanos);
  }
}
