package org.sluice.app.timeline;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.sluice.app.tape.MonitorState;
import org.sluice.app.tape.Tape;
import org.sluice.app.tape.TapeSteps;
import org.sluice.engine.trace.TraceEvent;

/// Which moment of which record is shown: now, or an earlier one under the cursor.
///
/// **Units**: nanoseconds of the clock of the loop that was recorded. **Threads**: JavaFX (or one
/// thread in a test).
public final class TravelViewModel {
  private final TimeWindow window;
  private final ObjectProperty<Tape> tape;
  private final BooleanProperty live = new SimpleBooleanProperty(true);
  private final LongProperty moves = new SimpleLongProperty();
  private final LongProperty steps = new SimpleLongProperty();
  private final ObjectProperty<@Nullable Long> socket = new SimpleObjectProperty<>();
  private boolean loaded;
  private long position;
  private long nanos;
  private long newestNanos;

  public TravelViewModel(Tape tape, TimeWindow window) {
    this.tape = new SimpleObjectProperty<>(tape);
    this.window = window;
  }

  public ReadOnlyObjectProperty<Tape> tapeProperty() {
    return tape;
  }

  public Tape tape() {
    return tape.get();
  }

  public TimeWindow window() {
    return window;
  }

  /// Whether the newest moment is shown, whatever it is.
  public ReadOnlyBooleanProperty liveProperty() {
    return live;
  }

  public boolean isLive() {
    return live.get();
  }

  /// Whether the record comes from a file: it has an end and no present.
  public boolean isLoaded() {
    return loaded;
  }

  /// Changes with every move of the cursor.
  public ReadOnlyLongProperty movesProperty() {
    return moves;
  }

  /// Changes with every step that was asked for: back, on, to the oldest moment, to the newest.
  public ReadOnlyLongProperty stepsProperty() {
    return steps;
  }

  /// The socket whose events are stepped through; null for none.
  public ObjectProperty<@Nullable Long> socketProperty() {
    return socket;
  }

  /// The moment that is shown.
  public long nanos() {
    return live.get() ? newestNanos : nanos;
  }

  /// How many events have happened at the moment that is shown.
  public long position() {
    return live.get() ? tape().end() : position;
  }

  public long newestNanos() {
    return newestNanos;
  }

  /// How long before the newest moment it is.
  public long behindNanos() {
    return Math.max(0, newestNanos - nanos());
  }

  /// How long the record is.
  public long recordedNanos() {
    return tape().isEmpty() ? 0 : Math.max(0, newestNanos - tape().beginNanos());
  }

  /// The newest moment of a running engine.
  public void now(long value) {
    if (!loaded) {
      newestNanos = Math.max(value, tape().endNanos());
      window.follow(newestNanos);
    }
  }

  /// The state at the moment that is shown.
  public MonitorState state() {
    return tape().at(position(), nanos());
  }

  /// The event that happened last; null before the first.
  public @Nullable TraceEvent lastEvent() {
    long at = position() - 1;
    return at >= tape().begin() && at < tape().end() ? tape().event(at) : null;
  }

  /// Shows a record from a file, at its beginning.
  public void load(Tape other) {
    loaded = true;
    tape.set(other);
    newestNanos = other.endNanos();
    window.following(false);
    window.show(other.beginNanos(), Math.max(other.endNanos(), other.beginNanos() + 1));
    live.set(false);
    set(Math.min(other.begin() + 1, other.end()), other.beginNanos());
  }

  /// Shows the running engine again.
  ///
  /// @param nowNanos its newest moment
  public void unload(Tape own, long nowNanos) {
    loaded = false;
    tape.set(own);
    newestNanos = nowNanos;
    window.show(nowNanos - TimeWindow.USUAL_NANOS, nowNanos);
    live();
  }

  /// Shows a moment of the record.
  public void goTo(long wanted) {
    if (tape().isEmpty()) {
      return;
    }
    long at = Math.clamp(wanted, tape().beginNanos(), Math.max(tape().beginNanos(), newestNanos));
    set(tape().positionAt(at), at);
  }

  /// Shows the moment right after an event, by its place in the record.
  public void goToEvent(long place) {
    stepTo(Math.clamp(place + 1, tape().begin(), tape().end()));
  }

  /// One event back or on.
  public void stepEvent(boolean forward) {
    stepTo(TapeSteps.event(tape(), position(), forward));
  }

  /// To the event before or after, of the socket that is selected; of any if none is.
  public void stepSocket(boolean forward) {
    Long serial = socket.get();
    stepTo(
        serial == null
            ? TapeSteps.event(tape(), position(), forward)
            : TapeSteps.socket(tape(), position(), serial, forward));
  }

  /// One turn of the loop back or on.
  public void stepTurn(boolean forward) {
    stepTo(TapeSteps.turn(tape(), position(), forward));
  }

  private void stepTo(long wanted) {
    steps.set(steps.get() + 1);
    if (!tape().isEmpty() && wanted > tape().begin()) {
      set(wanted, tape().event(wanted - 1).nanos());
    }
  }

  /// To the oldest moment.
  public void home() {
    steps.set(steps.get() + 1);
    oldest();
  }

  private void oldest() {
    if (!tape().isEmpty()) {
      set(tape().begin() + 1, tape().beginNanos());
    }
  }

  /// To the newest moment; with a running engine it goes on from there.
  public void live() {
    steps.set(steps.get() + 1);
    if (loaded) {
      set(tape().end(), newestNanos);
      return;
    }
    window.following(true);
    window.follow(newestNanos);
    live.set(true);
    moves.set(moves.get() + 1);
  }

  /// Stops at the moment that is shown now.
  public void stop() {
    if (live.get()) {
      goTo(newestNanos);
    }
  }

  /// What was under the cursor may have been forgotten meanwhile.
  public void keepInside() {
    if (!live.get() && position <= tape().begin()) {
      oldest();
    }
  }

  private void set(long to, long at) {
    position = to;
    nanos = at;
    live.set(false);
    window.reveal(at);
    moves.set(moves.get() + 1);
  }

  public void zoomIn() {
    window.zoomIn(nanos());
    moves.set(moves.get() + 1);
  }

  public void zoomOut() {
    window.zoomOut(nanos(), recordedNanos());
    moves.set(moves.get() + 1);
  }

  /// Shows all that is recorded.
  public void fit() {
    if (tape().isEmpty()) {
      return;
    }
    boolean following = window.following();
    window.show(tape().beginNanos(), newestNanos);
    window.following(following);
    moves.set(moves.get() + 1);
  }
}
