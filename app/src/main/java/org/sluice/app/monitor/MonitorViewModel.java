package org.sluice.app.monitor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Messages;
import org.sluice.app.timeline.TimelineViewModel;
import org.sluice.app.words.Redaction;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.item.ItemId;
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
  private final ObjectProperty<Path> folder;
  private final StringProperty urlComplaint = new SimpleStringProperty("");
  private final StringProperty engineFailure = new SimpleStringProperty("");
  private final StringProperty notices = new SimpleStringProperty("");
  private final List<Wish> wishes = new ArrayList<>();
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

  /// What the buttons mean: a download, or the one of this transfer.
  public ObjectProperty<@Nullable TransferRow> selectedProperty() {
    return transfers.selectedProperty();
  }

  /// Of the download that a row belongs to.
  ReadOnlyObjectProperty<Phase> phaseOf(TransferRow row) {
    TransferRow whole = transfers.find(row.item());
    return (whole == null ? row : whole).phaseProperty();
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

  /// What concerns all downloads: a sign-in page, a full disk; empty for nothing.
  public ReadOnlyStringProperty noticesProperty() {
    return notices;
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
      feed.downloads();
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
    look();
    snapshot.sockets().forEach(view -> timeline.name(view.serial(), view.peer()));
    if (frozen.get()) {
      return;
    }
    DownloadsSnapshot list = feed.downloads();
    transfers.update(list, snapshot);
    notices.set(Redaction.of(String.join("\n", list.notices())));
    sockets.update(snapshot, nowNanos);
    metrics.update(snapshot, sockets);
    timeout.say(nowNanos);
    transfers.selectFailure();
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
        var _ = add(NewDownload.of(good.url(), folder.get())); // looked at with the others
        yield true;
      }
    };
  }

  /// Puts a download into the list; says its number once it is there.
  public CompletableFuture<ItemId> add(NewDownload download) {
    urlComplaint.set("");
    CompletableFuture<ItemId> added = feed.add(download);
    wishes.add(new Wish(added, () -> {}));
    return added;
  }

  /// Says under the toolbar what went wrong.
  public void complain(String words) {
    urlComplaint.set(words);
  }

  /// Takes back the complaint about what was typed.
  public void forgiveUrl() {
    urlComplaint.set("");
  }

  public void pause(ItemId id) {
    wishes.add(new Wish(feed.pause(id), () -> {}));
  }

  public void resume(ItemId id) {
    wishes.add(new Wish(feed.resume(id), () -> {}));
  }

  public void pauseSelected() {
    TransferRow row = selectedProperty().get();
    if (row != null) {
      pause(row.item());
    }
  }

  public void resumeSelected() {
    TransferRow row = selectedProperty().get();
    if (row != null) {
      resume(row.item());
    }
  }

  public void removeSelected() {
    TransferRow row = selectedProperty().get();
    if (row != null) {
      ItemId id = row.item();
      transfers.remove(id);
      wishes.add(new Wish(feed.remove(id), () -> transfers.restore(id)));
    }
  }

  /// Something that was asked of the list.
  ///
  /// @param undo for one that it could not do
  private record Wish(CompletableFuture<?> answer, Runnable undo) {}

  /// Says which wishes could not be fulfilled.
  private void look() {
    for (Wish wish : wishes) {
      if (wish.answer().isCompletedExceptionally()) {
        Throwable problem = wish.answer().exceptionNow();
        wish.undo().run();
        if (!(problem instanceof NoSuchElementException)) { // else somebody else has removed it
          String said = problem.getMessage();
          complain(Redaction.of(said == null ? problem.toString() : said));
        }
      }
    }
    wishes.removeIf(wish -> wish.answer().isDone());
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
}
