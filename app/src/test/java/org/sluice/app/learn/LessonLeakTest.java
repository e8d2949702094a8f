package org.sluice.app.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sluice.engine.loop.Step;

/// Wherever a lesson is left, no thread and no port of it stays.
class LessonLeakTest {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private long nanos;

  @Test
  void nothingStaysWhereverItIsClosed() {
    Set<String> before = loops();
    for (Step step : Step.values()) {
      LearnViewModel model = new LearnViewModel();
      model.step();
      until(model, "started", () -> model.momentProperty().get() != null);
      while (model.momentProperty().get().step() != step) {
        model.step();
        int number = model.momentProperty().get().number();
        until(model, "a step", () -> model.momentProperty().get().number() > number);
      }
      int port = model.portProperty().get();
      assertThat(listens(port)).as("at " + step).isTrue();
      assertThat(loops()).hasSize(before.size() + 1);
      model.close();
      assertThat(model.portProperty().get()).isZero();
      until(model, "closed at " + step, () -> !listens(port) && loops().equals(before));
    }
  }

  @Test
  void aRestartEndsTheOneBefore() {
    Set<String> before = loops();
    LearnViewModel model = new LearnViewModel();
    model.paceProperty().set(Pace.FULL);
    model.labCaseProperty().set(LabCase.SLOW);
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      model.restart();
      until(model, "started", () -> model.momentProperty().get() != null);
      ports.add(model.portProperty().get());
      model.run();
    }
    until(model, "one is left", () -> loops().size() == before.size() + 1);
    assertThat(listens(ports.getLast())).isTrue();
    until(model, "the first ports", () -> !listens(ports.get(0)) && !listens(ports.get(1)));
    model.close();
    until(model, "none is left", () -> loops().equals(before) && !listens(ports.getLast()));
  }

  @Test
  void closingWhileItStartsEndsItToo() {
    Set<String> before = loops();
    List<LessonEngine> started = new ArrayList<>();
    LearnViewModel model =
        new LearnViewModel(
            what -> {
              LessonEngine engine = LessonEngine.start(what);
              synchronized (started) {
                started.add(engine);
              }
              return engine;
            });
    model.step();
    model.close();
    until(model, "started", () -> count(started) == 1);
    until(model, "closed", () -> loops().equals(before) && !listens(started.getFirst().port()));
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.IDLE);
  }

  private static int count(List<LessonEngine> engines) {
    synchronized (engines) {
      return engines.size();
    }
  }

  private static Set<String> loops() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("sluice-loop"))
        .collect(Collectors.toSet());
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  private void until(LearnViewModel model, String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what + "; loops " + loops()).isLessThan(end);
      LockSupport.parkNanos(1_000_000);
      nanos += 16_000_000;
      model.pulse(nanos);
    }
  }
}
