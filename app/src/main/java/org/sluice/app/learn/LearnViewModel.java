package org.sluice.app.learn;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.trace.TraceEvent;

/// The lesson: an engine that is stepped, what it has said, and the moment that is looked at.
///
/// Looking back is display only: the engine stays where it is. **Threads**: JavaFX; starting and
/// ending an engine waits, so that happens on threads of their own. **Units**: nanoseconds of the
/// window's clock.
final class LearnViewModel {
  /// How an engine is come by.
  @FunctionalInterface
  interface Starter {
    LessonEngine start(LabCase what) throws IOException;
  }

  private static final Executor THREADS =
      task -> Thread.ofVirtual().name("sluice-lesson").start(task);

  private final Starter starter;
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
  private final ReadOnlyObjectWrapper<@Nullable Moment> moment = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper latest = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper port = new ReadOnlyIntegerWrapper();
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final ObjectProperty<LabCase> labCase = new SimpleObjectProperty<>(LabCase.SMALL);
  private final ObjectProperty<Pace> pace = new SimpleObjectProperty<>(Pace.SLOW);
  private final BooleanProperty calm = new SimpleBooleanProperty();
  private final ObservableList<SaidRow> rows = FXCollections.observableArrayList();
  private final Deque<TraceEvent> unplaced = new ArrayDeque<>();
  private final LessonOffers offers = new LessonOffers(phase, latest, moment);
  private Recording recording = new Recording(List.of());
  private @Nullable CompletableFuture<LessonEngine> starting;
  private @Nullable LessonEngine engine;
  private boolean runWhenStarted;
  private long shownNanos = Long.MIN_VALUE;

  LearnViewModel() {
    this(LessonEngine::start);
  }

  LearnViewModel(Starter starter) {
    this.starter = starter;
    labCase.subscribe(
        (_, _) -> {
          if (phase.get() != Phase.IDLE) {
            restart();
          }
        });
    pace.subscribe(this::putPace);
  }

  // ---- what the user does ----------------------------------------------------------------------

  /// Does the next step, or shows the next moment of what was recorded; starts at first.
  public void step() {
    switch (phase.get()) {
      case IDLE -> start(false);
      case RUNNING -> pause();
      case STEPPING, FINISHED -> {
        Moment now = moment.get();
        if (!latest.get() && now != null) {
          show(now.number() + 1);
        } else if (engine != null && phase.get() == Phase.STEPPING && engine.gate().release()) {
          waiting.set(true);
        }
      }
      case STARTING, FAILED -> {}
    }
  }

  /// Shows the moment before; the engine does not go back.
  public void back() {
    pause();
    Moment now = moment.get();
    if (now != null && now.number() > 0) {
      show(now.number() - 1);
    }
  }

  /// Does step after step, until the end or [#pause].
  public void run() {
    if (phase.get() == Phase.IDLE) {
      start(true);
    } else if (phase.get() == Phase.STEPPING) {
      showLatest();
      shownNanos = Long.MIN_VALUE;
      phase.set(Phase.RUNNING);
      putPace();
    }
  }

  /// Stops before the next step.
  public void pause() {
    if (phase.get() == Phase.RUNNING) {
      phase.set(Phase.STEPPING);
      if (engine != null) {
        engine.gate().hold();
        waiting.set(!engine.gate().isHeld());
      }
      showLatest();
    }
  }

  /// Begins again, before the first step, with another engine.
  public void restart() {
    start(false);
  }

  /// Nobody looks any more: nothing runs on, and what has come to its end is closed.
  public void leave() {
    runWhenStarted = false;
    pause();
    if (phase.get() == Phase.FINISHED || phase.get() == Phase.FAILED) {
      end();
    }
  }

  /// Ends the engine, whatever it does.
  public void close() {
    end();
    if (phase.get() != Phase.FINISHED) {
      phase.set(Phase.IDLE);
    }
  }

  // ---- what the engine does --------------------------------------------------------------------

  /// Takes in what has happened, and does the next step of a run when its time has come.
  public void pulse(long localNanos) {
    takeStarted();
    if (engine == null || phase.get() == Phase.FINISHED || phase.get() == Phase.FAILED) {
      return;
    }
    boolean held =
        engine.gate().isHeld(); // asked first: then where it stands is among what is taken
    boolean more = collect(engine);
    if (more) {
      shownNanos = localNanos;
    }
    if (engine.failure() != null) {
      fail(engine.failure());
    } else if (recording.isComplete()) {
      engine.gate().hold();
      phase.set(Phase.FINISHED);
      waiting.set(false);
      showLatest();
    } else {
      waiting.set(!held);
      if (more && follows()) {
        showLatest();
      }
      runOn(localNanos, engine.gate());
    }
  }

  private void takeStarted() {
    if (starting == null || !starting.isDone()) {
      return;
    }
    CompletableFuture<LessonEngine> done = starting;
    starting = null;
    try {
      engine = done.join();
      port.set(engine.port());
      recording = new Recording(engine.transferIds());
      phase.set(Phase.STEPPING);
      if (runWhenStarted) {
        run();
      }
    } catch (CompletionException e) {
      fail(e.getCause() == null ? e : e.getCause());
    }
  }

  private void start(boolean thenRun) {
    end();
    runWhenStarted = thenRun;
    recording = new Recording(List.of());
    unplaced.clear();
    rows.clear();
    moment.set(null);
    latest.set(true);
    failure.set("");
    phase.set(Phase.STARTING);
    LabCase what = labCase.get();
    starting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return starter.start(what);
              } catch (IOException e) {
                throw new CompletionException(e);
              }
            },
            THREADS);
  }

  private void end() {
    waiting.set(false);
    port.set(0);
    if (starting != null) {
      CompletableFuture<Void> _ = starting.thenAccept(LessonEngine::close);
      starting = null;
    }
    if (engine != null) {
      THREADS.execute(engine::close);
      engine = null;
    }
  }

  private void fail(Throwable cause) {
    failure.set(LearnWords.text("failed", cause.toString()));
    phase.set(Phase.FAILED);
    showLatest();
    end();
  }

  /// Puts events and stops into their order: an event belongs before the first stop that knows it.
  private boolean collect(LessonEngine from) {
    List<Stop> stops = from.gate().take();
    from.drain(unplaced::add);
    for (Stop stop : stops) {
      for (TraceEvent event = unplaced.peek();
          event != null && event.seq() < stop.seq();
          event = unplaced.peek()) {
        recording.event(event);
        unplaced.remove();
      }
      recording.stop(stop);
      if (recording.isComplete()) {
        break; // from here on the loop waits for wishes that nobody has
      }
    }
    return !stops.isEmpty();
  }

  private void runOn(long localNanos, LessonGate gate) {
    if (phase.get() != Phase.RUNNING || isFull() || !gate.isHeld()) {
      return;
    }
    if (shownNanos == Long.MIN_VALUE) {
      shownNanos = localNanos;
    } else if (localNanos - shownNanos >= pace.get().holdNanos()) {
      gate.release();
    }
  }

  private void putPace() {
    if (engine != null && phase.get() == Phase.RUNNING) {
      if (isFull()) {
        engine.gate().open();
      } else {
        engine.gate().hold();
      }
    }
  }

  /// Who wants little motion is shown where a run ends, not how it gets there.
  private boolean isFull() {
    return pace.get() == Pace.FULL || calm.get();
  }

  private boolean follows() {
    return latest.get() && !(calm.get() && phase.get() == Phase.RUNNING);
  }

  // ---- the moment that is looked at ------------------------------------------------------------

  private void showLatest() {
    if (!recording.moments().isEmpty()) {
      show(recording.moments().size() - 1);
    }
  }

  private void show(int number) {
    Moment wanted = recording.moments().get(number);
    List<SaidRow> said = new ArrayList<>(recording.rows().subList(0, wanted.rows()));
    if (wanted.next() != null) {
      said.add(wanted.next());
    }
    int same = 0;
    while (same < rows.size() && same < said.size() && isSame(rows.get(same), said.get(same))) {
      same++;
    }
    rows.remove(same, rows.size());
    rows.addAll(said.subList(same, said.size()));
    latest.set(number == recording.moments().size() - 1);
    moment.set(wanted);
  }

  @SuppressWarnings("ReferenceEquality") // two rows may say the same
  private static boolean isSame(SaidRow one, SaidRow other) {
    return one == other;
  }

  /// The moment that is looked at; null before the first.
  public ReadOnlyObjectProperty<@Nullable Moment> momentProperty() {
    return moment.getReadOnlyProperty();
  }

  /// Whether that is where the engine stands.
  public ReadOnlyBooleanProperty latestProperty() {
    return latest.getReadOnlyProperty();
  }

  /// What was said until that moment, with what comes next at the end.
  public ObservableList<SaidRow> rows() {
    return FXCollections.unmodifiableObservableList(rows);
  }

  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /// Whether the engine does the step that was asked for, and has not come to the next one.
  public ReadOnlyBooleanProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /// Where the lab server of the lesson listens; 0 while there is none.
  public ReadOnlyIntegerProperty portProperty() {
    return port.getReadOnlyProperty();
  }

  /// Why there is no engine; empty if all is well.
  public ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /// What is downloaded; another one starts the lesson again.
  public ObjectProperty<LabCase> labCaseProperty() {
    return labCase;
  }

  public ObjectProperty<Pace> paceProperty() {
    return pace;
  }

  /// Whether the user wants little motion: a run shows its end only.
  public BooleanProperty calmProperty() {
    return calm;
  }

  /// What the user can do now.
  LessonOffers offers() {
    return offers;
  }
}
