package org.sluice.app.monitor;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.sluice.app.fx.Amounts;
import org.sluice.app.fx.Messages;
import org.sluice.app.fx.RateHistory;
import org.sluice.app.fx.RateMeter;
import org.sluice.engine.loop.LoopSnapshot;

/// The figures above the table and in the status bar.
public final class MetricsViewModel {
  private final StringProperty running = new SimpleStringProperty("0");
  private final StringProperty runningNote = new SimpleStringProperty("");
  private final StringProperty actions = new SimpleStringProperty("0");
  private final StringProperty callbacks = new SimpleStringProperty("0");
  private final StringProperty completions = new SimpleStringProperty("0");
  private final StringProperty completionsNote = new SimpleStringProperty("");
  private final StringProperty sockets = new SimpleStringProperty("0");
  private final StringProperty kept = new SimpleStringProperty("0");
  private final StringProperty inRate = new SimpleStringProperty("");
  private final StringProperty outRate = new SimpleStringProperty("");
  private final IntegerProperty curve = new SimpleIntegerProperty();
  private RateHistory actionHistory = new RateHistory();
  private RateHistory callbackHistory = new RateHistory();
  private RateHistory inHistory = new RateHistory();
  private static final long SECOND = 1_000_000_000L;

  private RateMeter actionMeter = new RateMeter(SECOND);
  private RateMeter callbackMeter = new RateMeter(SECOND);
  private TotalRate total = new TotalRate();
  private long refreshes;

  public ReadOnlyStringProperty runningProperty() {
    return running;
  }

  public ReadOnlyStringProperty runningNoteProperty() {
    return runningNote;
  }

  public ReadOnlyStringProperty actionsProperty() {
    return actions;
  }

  public ReadOnlyStringProperty callbacksProperty() {
    return callbacks;
  }

  public ReadOnlyStringProperty completionsProperty() {
    return completions;
  }

  public ReadOnlyStringProperty completionsNoteProperty() {
    return completionsNote;
  }

  /// Watched sockets.
  public ReadOnlyStringProperty socketsProperty() {
    return sockets;
  }

  /// Sockets that are only kept for the next transfer; with the watched ones, the rows of the table.
  public ReadOnlyStringProperty keptProperty() {
    return kept;
  }

  public ReadOnlyStringProperty inRateProperty() {
    return inRate;
  }

  public ReadOnlyStringProperty outRateProperty() {
    return outRate;
  }

  /// Changes when the histories have a new value.
  public ReadOnlyIntegerProperty curveProperty() {
    return curve;
  }

  public RateHistory actionHistory() {
    return actionHistory;
  }

  public RateHistory callbackHistory() {
    return callbackHistory;
  }

  public RateHistory inHistory() {
    return inHistory;
  }

  /// Forgets the past: another moment is shown next.
  void restart() {
    actionHistory = new RateHistory();
    callbackHistory = new RateHistory();
    inHistory = new RateHistory();
    actionMeter = new RateMeter(SECOND);
    callbackMeter = new RateMeter(SECOND);
    total = new TotalRate();
    refreshes = 0;
  }

  /// Takes in a moment before the one that is shown, for rates and curves.
  void past(LoopSnapshot snapshot) {
    actionMeter.sample(snapshot.nanos(), snapshot.actions());
    callbackMeter.sample(snapshot.nanos(), snapshot.callbacks());
    total.sample(snapshot);
    if (refreshes++ % 2 == 0) {
      actionHistory.add(actionMeter.perSecond());
      callbackHistory.add(callbackMeter.perSecond());
      inHistory.add(total.inPerSecond());
    }
  }

  void update(LoopSnapshot snapshot) {
    past(snapshot);
    running.set(Integer.toString(snapshot.counters().running()));
    runningNote.set(waiting(snapshot.counters().pending(), snapshot.counters().done()));
    actions.set(Amounts.count(actionMeter.perSecond()));
    callbacks.set(Amounts.count(callbackMeter.perSecond()));
    completions.set(Amounts.count(snapshot.completedOk() + snapshot.completedFailed()));
    String ok = Amounts.count(snapshot.completedOk());
    completionsNote.set(
        snapshot.completedFailed() == 0
            ? Messages.text("metric.completions.ok", ok)
            : Messages.text(
                "metric.completions.note", ok, Amounts.count(snapshot.completedFailed())));
    sockets.set(Integer.toString(total.watched()));
    kept.set(Integer.toString(total.kept()));
    inRate.set(Amounts.bytes(total.inPerSecond()) + "/s");
    outRate.set(Amounts.bytes(total.outPerSecond()) + "/s");
    curve.set(curve.get() + 1);
  }

  /// What is none is left out.
  private static String waiting(int queued, int finished) {
    if (queued > 0 && finished > 0) {
      return Messages.text(
          "metric.running.note", Integer.toString(queued), Integer.toString(finished));
    }
    if (queued > 0) {
      return Messages.text("metric.running.queued", Integer.toString(queued));
    }
    return finished > 0
        ? Messages.text("metric.running.finished", Integer.toString(finished))
        : Messages.text("metric.running.none");
  }
}
