package org.sluice.app.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.engine.loop.Step;
import org.sluice.engine.multi.Poll;

/// The lesson on a real engine and a real lab server, without a window.
class LearnViewModelTest {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long PULSE = 16_000_000L;

  private final LearnViewModel model = new LearnViewModel();
  private long nanos;

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void aSmallDownloadIsSteppedThroughAllNineSteps() {
    List<Moment> seen = stepToTheEnd();
    assertThat(seen.stream().map(Moment::step).distinct()).containsExactlyInAnyOrder(Step.values());
    assertThat(seen.subList(0, 6).stream().map(Moment::step))
        .containsExactly(
            Step.CREATE_MULTI_HANDLE,
            Step.SET_SOCKET_CALLBACK,
            Step.ADD_EASY_HANDLES,
            Step.START_ONCE,
            Step.SUPERVISE_SOCKETS,
            Step.ASK_TIMEOUT);
    assertThat(words())
        .containsSubsequence(
            "init()",
            "setopt(SOCKETFUNCTION)",
            "addHandle(E1)",
            "socketAll()",
            "open 1",
            "callback(1, OUT)",
            "assign(1, Sock#1)",
            "1 is writable",
            "socketAction(1, OUT)",
            "callback(1, REMOVE)",
            "returns, 4 B read",
            "infoRead() \u2192 E1 OK");
    NowValues end = now().values();
    assertThat(end.running()).isZero();
    assertThat(end.bodyBytes()).isEqualTo(4);
    assertThat(end.results()).containsExactly("E1 OK");
  }

  @Test
  void theCallbackIsSeenInsideTheCallThatItComesFrom() {
    stepTo(Step.SUPERVISE_SOCKETS);
    Watched announced = now().announced();
    assertThat(announced).isEqualTo(new Watched(1, Poll.OUT, ""));
    assertThat(now().values().watched()).containsExactly(announced);
    SaidRow last = model.rows().get(now().currentRow());
    assertThat(last.words()).isEqualTo("callback(1, OUT)");
    assertThat(last.work()).isEqualTo(SaidRow.Work.GOES_ON);
    step();
    assertThat(now().values().watched()).containsExactly(new Watched(1, Poll.OUT, "Sock#1"));
  }

  @Test
  void whatIsSaidNextIsShownBeforeItIsDone() {
    stepTo(Step.TELL_ACTION);
    assertThat(now().values().acting()).isEqualTo(new Acting(1, "OUT", false));
    assertThat(model.rows()).hasSize(now().currentRow() + 1);
    assertThat(model.rows().getLast().words()).isEqualTo("socketAction(1, OUT)");
    assertThat(StepWords.spoken(Step.TELL_ACTION, now()))
        .isEqualTo("step 8, call socketAction for socket 1, current");
    assertThat(StepWords.spoken(Step.CREATE_MULTI_HANDLE, now()))
        .isEqualTo("step 1, make the multi handle, done");
  }

  @Test
  void lookingBackIsDisplayOnly() {
    stepTo(Step.TELL_ACTION);
    Moment here = now();
    List<String> said = words();
    model.back();
    assertThat(now().step()).isEqualTo(Step.WAIT_FOR_ACTION);
    assertThat(model.latestProperty().get()).isFalse();
    assertThat(now().values().acting()).isNull();
    for (int i = 0; i < 50; i++) {
      model.back();
    }
    assertThat(now().number()).isZero();
    assertThat(model.offers().back().get()).isFalse();
    assertThat(words()).containsExactly("init()");
    while (!model.latestProperty().get()) {
      model.step();
    }
    pulses(20);
    assertThat(now()).as("the engine has not moved").isEqualTo(here);
    assertThat(words()).isEqualTo(said);
    step();
    assertThat(now().number()).isEqualTo(here.number() + 1);
  }

  @Test
  void slowMotionHoldsEachStepForItsTime() {
    model.step();
    until("started", () -> model.momentProperty().get() != null);
    model.run();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.RUNNING);
    for (int i = 1; i <= 4; i++) {
      int number = i;
      long from = nanos;
      until("step " + i, () -> now().number() == number);
      assertThat(nanos - from).as("held").isBetween(1_200_000_000L, 1_200_000_000L + 200 * PULSE);
    }
    model.pause();
    Moment paused = now();
    nanos += 10_000_000_000L;
    pulses(20);
    assertThat(now()).isEqualTo(paused);
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.STEPPING);
  }

  @ParameterizedTest
  @EnumSource(LabCase.class)
  void everyCaseRunsToItsEndAndFitsIntoTheRecording(LabCase each) {
    model.labCaseProperty().set(each);
    model.paceProperty().set(Pace.FULL);
    model.run();
    until("the end of " + each, () -> model.phaseProperty().get() == Phase.FINISHED);
    assertThat(now().number()).isLessThan(5_000);
    assertThat(now().turn()).isPositive();
    assertThat(now().step()).isEqualTo(Step.GO_BACK);
    assertThat(now().values().results())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, each.transfers())
                .mapToObj(n -> "E" + n + (each == LabCase.CUT ? " PARTIAL_FILE" : " OK"))
                .toList());
    assertThat(model.offers().step().get()).isFalse();
    assertThat(model.offers().run().get()).isFalse();
    while (model.offers().back().get()) {
      model.back();
      assertThat(model.rows().size()).isGreaterThanOrEqualTo(now().rows());
    }
  }

  @Test
  void aSlowAnswerIsReadWhenTheSocketIsReadable() {
    model.labCaseProperty().set(LabCase.SLOW);
    model.paceProperty().set(Pace.FULL);
    model.run();
    until("the end", () -> model.phaseProperty().get() == Phase.FINISHED);
    assertThat(words())
        .containsSubsequence(
            "socketAction(1, OUT)",
            "callback(1, IN)",
            "1 is readable",
            "socketAction(1, IN)",
            "callback(1, REMOVE)",
            "infoRead() \u2192 E1 OK");
    assertThat(now().turn()).isGreaterThan(3);
    assertThat(now().values().bodyBytes()).isEqualTo(64 * 1024);
  }

  @Test
  void twoFilesOnOneSocketComeOneAfterTheOther() {
    model.labCaseProperty().set(LabCase.ONE_SOCKET);
    model.paceProperty().set(Pace.FULL);
    model.run();
    until("the end", () -> model.phaseProperty().get() == Phase.FINISHED);
    assertThat(words())
        .containsSubsequence(
            "addHandle(E1)",
            "addHandle(E2)",
            "callback(1, REMOVE)",
            "callback(1, IN)",
            "infoRead() \u2192 E1 OK",
            "callback(1, REMOVE)",
            "infoRead() \u2192 E2 OK");
    assertThat(words().stream().filter(word -> word.startsWith("open"))).hasSize(1);
  }

  @Test
  void aLimitOfOurOwnShowsNoneAndTheTimer() {
    model.labCaseProperty().set(LabCase.LIMITED);
    model.paceProperty().set(Pace.FULL);
    model.run();
    until("the end", () -> model.phaseProperty().get() == Phase.FINISHED);
    assertThat(words())
        .containsSubsequence("callback(1, NONE)", "timer fired", "socketAction(TIMEOUT)");
  }

  @Test
  void aRunIsPausedAndGoesOnWithAnotherPace() {
    model.labCaseProperty().set(LabCase.SLOW);
    model.paceProperty().set(Pace.FULL);
    model.run();
    until("some turns", () -> model.momentProperty().get() != null && now().turn() > 3);
    model.pause();
    until("held", () -> !model.waitingProperty().get());
    int number = now().number();
    pulses(20);
    assertThat(now().number()).isEqualTo(number);
    model.paceProperty().set(Pace.FASTER);
    model.run();
    until("two more", () -> now().number() >= number + 2);
    model.paceProperty().set(Pace.FULL);
    until("the end", () -> model.phaseProperty().get() == Phase.FINISHED);
  }

  @Test
  void whoWantsLittleMotionSeesTheEndOfARunOnly() {
    model.calmProperty().set(true);
    model.step();
    until("started", () -> model.momentProperty().get() != null);
    model.run();
    List<Moment> seen = new ArrayList<>();
    model.momentProperty().subscribe((_, now) -> seen.add(now));
    until("the end", () -> model.phaseProperty().get() == Phase.FINISHED);
    assertThat(seen).hasSize(1);
  }

  @Test
  void restartBeginsBeforeTheFirstStepAgain() {
    stepTo(Step.TELL_ACTION);
    model.restart();
    assertThat(model.rows()).isEmpty();
    assertThat(model.momentProperty().get()).isNull();
    until("again", () -> model.momentProperty().get() != null);
    assertThat(now().step()).isEqualTo(Step.CREATE_MULTI_HANDLE);
  }

  @Test
  void leavingPausesARunAndClosesWhatHasEnded() {
    model.step();
    until("started", () -> model.momentProperty().get() != null);
    model.run();
    model.leave();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.STEPPING);
    model.paceProperty().set(Pace.FULL);
    model.run();
    until("the end", () -> model.phaseProperty().get() == Phase.FINISHED);
    model.leave();
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.FINISHED);
    model.back();
    assertThat(model.latestProperty().get()).as("it can still be looked at").isFalse();
  }

  @Test
  void aLabThatDoesNotStartIsSaidAndCanBeTriedAgain() {
    boolean[] broken = {true};
    LearnViewModel other =
        new LearnViewModel(
            what -> {
              if (broken[0]) {
                throw new IOException("no port is free");
              }
              return LessonEngine.start(what);
            });
    other.step();
    until("failed", other, () -> other.phaseProperty().get() == Phase.FAILED);
    assertThat(other.failureProperty().get()).contains("no port is free").contains("Restart");
    assertThat(other.offers().step().get()).isFalse();
    broken[0] = false;
    other.restart();
    until("started", other, () -> other.momentProperty().get() != null);
    assertThat(other.failureProperty().get()).isEmpty();
    other.close();
  }

  // ---- what the tests are made of ------------------------------------------------------------

  private List<Moment> stepToTheEnd() {
    List<Moment> seen = new ArrayList<>();
    model.momentProperty().subscribe((_, now) -> seen.add(now));
    model.step();
    until("started", () -> model.momentProperty().get() != null);
    while (model.phaseProperty().get() != Phase.FINISHED) {
      step();
    }
    return seen;
  }

  private void stepTo(Step wanted) {
    if (model.phaseProperty().get() == Phase.IDLE) {
      model.step();
      until("started", () -> model.momentProperty().get() != null);
    }
    while (now().step() != wanted) {
      step();
    }
  }

  /// One step, until the engine stands again.
  private void step() {
    int number = now().number();
    model.step();
    until(
        "after step " + number,
        () -> now().number() > number || model.phaseProperty().get() == Phase.FINISHED);
  }

  private Moment now() {
    Moment now = model.momentProperty().get();
    assertThat(now).isNotNull();
    return now;
  }

  private List<String> words() {
    return model.rows().stream().map(SaidRow::words).toList();
  }

  private void pulses(int count) {
    for (int i = 0; i < count; i++) {
      pulse(model);
    }
  }

  private void pulse(LearnViewModel of) {
    nanos += PULSE;
    of.pulse(nanos);
  }

  private void until(String what, BooleanSupplier condition) {
    until(what, model, condition);
  }

  private void until(String what, LearnViewModel of, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime())
          .as(what + "; at " + of.momentProperty().get() + ", " + of.phaseProperty().get())
          .isLessThan(end);
      LockSupport.parkNanos(200_000);
      pulse(of);
    }
  }
}
