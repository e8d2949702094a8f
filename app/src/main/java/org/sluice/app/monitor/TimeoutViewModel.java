package org.sluice.app.monitor;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.sluice.app.fx.Amounts;
import org.sluice.app.fx.Messages;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.trace.TraceEvent;

/// The countdown to the timer that the engine asked for.
///
/// The events tell it to the pulse; the snapshot mends it where events were dropped.
public final class TimeoutViewModel {
  private static final long NONE = Long.MAX_VALUE;

  private final DoubleProperty share = new SimpleDoubleProperty();
  private final StringProperty remaining = new SimpleStringProperty("");
  private final StringProperty unit = new SimpleStringProperty("");
  private final StringProperty asked = new SimpleStringProperty("");
  private final StringProperty askedBrief = new SimpleStringProperty("");
  private final StringProperty spoken = new SimpleStringProperty("");
  private final StringProperty brief = new SimpleStringProperty("");
  private final BooleanProperty armed = new SimpleBooleanProperty();
  private long armedNanos;
  private long deadlineNanos = NONE;
  private long knownNanos = Long.MIN_VALUE;

  /// What is left of the time asked for, 1 to 0; 0 for no timer.
  public ReadOnlyDoubleProperty shareProperty() {
    return share;
  }

  /// The number in the ring.
  public ReadOnlyStringProperty remainingProperty() {
    return remaining;
  }

  public ReadOnlyStringProperty unitProperty() {
    return unit;
  }

  /// For example `of the 250 ms asked for`.
  public ReadOnlyStringProperty askedProperty() {
    return asked;
  }

  /// Whether there is a timer, and so something to call when it is over.
  public ReadOnlyBooleanProperty armedProperty() {
    return armed;
  }

  /// For the timeline: `armed 250 ms`.
  public ReadOnlyStringProperty askedBriefProperty() {
    return askedBrief;
  }

  public ReadOnlyStringProperty spokenProperty() {
    return spoken;
  }

  /// For the status bar: `187 ms`, `none`.
  public ReadOnlyStringProperty briefProperty() {
    return brief;
  }

  void accept(TraceEvent event) {
    if (event instanceof TraceEvent.TimerCallback set) {
      knownNanos = set.nanos();
      armedNanos = set.nanos();
      deadlineNanos = set.millis() < 0 ? NONE : set.nanos() + set.millis() * 1_000_000L;
    } else if (event instanceof TraceEvent.TimerFired fired) {
      knownNanos = fired.nanos();
      deadlineNanos = NONE;
    }
  }

  /// Forgets what it knows: another moment is shown next.
  void restart() {
    knownNanos = Long.MIN_VALUE;
    deadlineNanos = NONE;
  }

  void accept(LoopSnapshot snapshot) {
    if (snapshot.nanos() > knownNanos) {
      knownNanos = snapshot.nanos();
      armedNanos = snapshot.timerArmedNanos();
      deadlineNanos = snapshot.timerDeadlineNanos();
    }
  }

  /// Renews ring and words; ten times a second.
  void say(long nowNanos) {
    share.set(shareAt(nowNanos));
    armed.set(deadlineNanos != NONE);
    if (deadlineNanos == NONE) {
      remaining.set("–");
      unit.set("");
      asked.set(Messages.text("timeout.none"));
      askedBrief.set(Messages.text("timeout.off"));
      brief.set(Messages.text("timeout.none.brief"));
      spoken.set(Messages.text("timeout.none.brief"));
      return;
    }
    long left = Math.max(0, deadlineNanos - nowNanos) / 1_000_000;
    long span = deadlineNanos - armedNanos;
    String whole = Amounts.span(span);
    boolean seconds = left >= 10_000;
    remaining.set(Long.toString(seconds ? left / 1000 : left));
    unit.set(Messages.text(seconds ? "unit.s" : "unit.ms"));
    asked.set(Messages.text("timeout.asked", whole));
    askedBrief.set(Messages.text("timeout.armed", whole));
    brief.set(left + " " + Messages.text("unit.ms"));
    spoken.set(
        Messages.text("timeout.accessible", Long.toString(left), Long.toString(span / 1_000_000)));
  }

  private double shareAt(long nowNanos) {
    if (deadlineNanos == NONE || deadlineNanos <= armedNanos) {
      return 0;
    }
    double left = deadlineNanos - nowNanos;
    return Math.clamp(left / (deadlineNanos - armedNanos), 0.0, 1.0);
  }
}
