package org.sluice.app.monitor;

import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Messages;
import org.sluice.app.timeline.TimelineViewModel;
import org.sluice.engine.http.Url;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.trace.TraceEvent;

/// The Monitor without nodes: drains the engine once a pulse, renews text ten times a second, and
/// carries the user's commands to the engine.
///
/// **Threads**: JavaFX (or one thread in a test).
public final class MonitorViewModel {
  /// A snapshot is asked for this long after the last, so that a fresh one is there when it is due.
  private static final long ASK_AHEAD_NANOS = 70_000_000L;

  private final EngineFeed feed;
  private final LoopTime time = new LoopTime();
  private final TransferRows transfers = new TransferRows();
  private final SocketRows sockets = new SocketRows();
  private final TimeoutViewModel timeout = new TimeoutViewModel();
  private final MetricsViewModel metrics = new MetricsViewModel();
  private final TimelineViewModel timeline = new TimelineViewModel();
  private final BooleanProperty frozen = new SimpleBooleanProperty();
  private final ObjectProperty<@Nullable TransferRow> selected = new SimpleObjectProperty<>();
  private final ObjectProperty<Path> folder;
  private final StringProperty urlComplaint = new SimpleStringProperty("");
  private final StringProperty engineFailure = new SimpleStringProperty("");
  private long refreshedNanos;
  private boolean asked;
  private long nowNanos;

  /// @param folder where downloads go until the user chooses another
  public MonitorViewModel(EngineFeed feed, Path folder) {
    this.feed = feed;
    this.folder = new SimpleObjectProperty<>(folder);
  }

  public TransferRows transfers() {
    return transfers;
  }

  public SocketRows sockets() {
    return sockets;
  }

  public TimeoutViewModel timeout() {
    return timeout;
  }

  public MetricsViewModel metrics() {
    return metrics;
  }

  public TimelineViewModel timeline() {
    return timeline;
  }

  /// The display stands still; recording goes on.
  public BooleanProperty frozenProperty() {
    return frozen;
  }

  /// The transfer that the buttons mean.
  public ObjectProperty<@Nullable TransferRow> selectedProperty() {
    return selected;
  }

  public ObjectProperty<Path> folderProperty() {
    return folder;
  }

  /// What is wrong with the URL that was typed; empty if nothing is.
  public ReadOnlyStringProperty urlComplaintProperty() {
    return urlComplaint;
  }

  /// Why the engine has stopped by itself; empty while it runs.
  public ReadOnlyStringProperty engineFailureProperty() {
    return engineFailure;
  }

  /// The loop's time as of the last pulse.
  public long nowNanos() {
    return nowNanos;
  }

  /// Drains the events; each pulse.
  public void pulse(long localNanos) {
    feed.drain(
        event -> {
          time.seen(event.nanos(), localNanos);
          accept(event);
        });
    nowNanos = time.at(localNanos);
    timeline.forgetBefore(nowNanos - TimelineViewModel.WINDOW_NANOS - 1_000_000_000L);
    if (!frozen.get()) {
      timeout.turn(nowNanos);
    }
    if (!asked && localNanos - refreshedNanos > ASK_AHEAD_NANOS) {
      asked = true;
      feed.snapshot();
    }
  }

  /// Samples the numbers; ten times a second.
  public void refresh(long localNanos) {
    refreshedNanos = localNanos;
    asked = false;
    LoopSnapshot snapshot = feed.snapshot();
    time.seen(snapshot.nanos(), localNanos);
    nowNanos = time.at(localNanos);
    timeout.accept(snapshot);
    snapshot.sockets().forEach(view -> timeline.name(view.serial(), view.peer()));
    if (frozen.get()) {
      return;
    }
    transfers.update(snapshot, feed);
    sockets.update(snapshot, nowNanos);
    metrics.update(snapshot, sockets);
    timeout.say(nowNanos);
    selectFailure();
    String failure = feed.failure();
    if (failure != null) {
      engineFailure.set(Messages.text("engine.failed", failure));
    }
  }

  /// Starts what was typed, or complains; says whether it started.
  public boolean addTyped(String typed) {
    return switch (UrlEntry.of(typed)) {
      case UrlEntry.Bad bad -> {
        urlComplaint.set(bad.words());
        yield false;
      }
      case UrlEntry.Good good -> {
        add(NewDownload.of(good.url(), folder.get()));
        yield true;
      }
    };
  }

  /// Starts a download.
  public TransferRow add(NewDownload download) {
    urlComplaint.set("");
    long id = feed.add(download);
    return transfers.added(id, Url.withoutUserInfo(download.url()), feed);
  }

  /// Says under the toolbar what went wrong.
  public void complain(String words) {
    urlComplaint.set(words);
  }

  /// Takes back the complaint about what was typed.
  public void forgiveUrl() {
    urlComplaint.set("");
  }

  public void pause(TransferRow row) {
    feed.pause(row.id());
  }

  public void resume(TransferRow row) {
    feed.resume(row.id());
  }

  public void pauseSelected() {
    TransferRow row = selected.get();
    if (row != null) {
      pause(row);
    }
  }

  public void resumeSelected() {
    TransferRow row = selected.get();
    if (row != null) {
      resume(row);
    }
  }

  public void removeSelected() {
    TransferRow row = selected.get();
    if (row != null) {
      selected.set(null);
      feed.remove(row.id());
      transfers.remove(row);
    }
  }

  private void accept(TraceEvent event) {
    timeline.accept(event);
    timeout.accept(event);
    if (event instanceof TraceEvent.SocketCallback callback) {
      if (!frozen.get()) {
        sockets.poll(callback.socket(), Poll.valueOf(callback.what()));
      }
      timeline.nameIfUnnamed(callback.socket(), transfers.hostOf(callback.transfer()));
    }
  }

  /// With nothing selected, a failure shows its words by itself.
  private void selectFailure() {
    if (selected.get() == null) {
      transfers.rows().stream()
          .filter(row -> row.phaseProperty().get() == Phase.FAILED)
          .findFirst()
          .ifPresent(selected::set);
    }
  }
}
