package org.sluice.app.monitor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
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
import org.sluice.app.preferences.Usual;
import org.sluice.app.tape.MonitorState;
import org.sluice.app.tape.Sample;
import org.sluice.app.tape.Tape;
import org.sluice.app.timeline.TimelineViewModel;
import org.sluice.app.timeline.TravelViewModel;
import org.sluice.app.tracefile.LoadedTrace;
import org.sluice.app.words.Redaction;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.trace.TraceEvent;
import org.sluice.engine.trace.TraceRing;

/// The Monitor without nodes: drains the engine once a pulse, renews text ten times a second, and
/// carries the user's commands to the engine.
///
/// **Threads**: JavaFX (or one thread in a test).
public final class MonitorViewModel {
  /// A snapshot is asked for this long after the last, so that a fresh one is there when it is due.
  private static final long ASK_AHEAD_NANOS = 70_000_000L;

  /// The timeline stands this much behind, so that nothing appears in its middle.
  private static final long LAG_NANOS = 100_000_000L;

  /// Events that are taken in between two pictures; at 60 pictures a second a million a second.
  private static final int MOST_AT_ONCE = 16_000;

  private static final long SECOND = 1_000_000_000L;

  /// What the curves show.
  private static final long CURVE_NANOS = 12 * SECOND;

  private static final int MOST_PAST_VIEWS = 20_000;
  private static final int MOST_PAST_EVENTS = 100_000;
  private static final long LIVE = -1;
  private static final long STALE = -2;
  private static final DownloadsSnapshot NO_DOWNLOADS =
      new DownloadsSnapshot(
          java.time.Instant.EPOCH,
          List.of(),
          List.of(),
          new DownloadsSnapshot.Total(0, 0, 0, 0, 0, 0, 0),
          List.of());

  private final EngineFeed feed;
  private final LoopTime time = new LoopTime();
  private final TransferRows transfers = new TransferRows();
  private final SocketRows sockets = new SocketRows();
  private final TimeoutViewModel timeout = new TimeoutViewModel();
  private final TimeoutViewModel liveTimeout = new TimeoutViewModel();
  private final MetricsViewModel metrics = new MetricsViewModel();
  private final MetricsViewModel liveMetrics = new MetricsViewModel();
  private final TimelineViewModel timeline = new TimelineViewModel();
  private final Tape tape = new Tape();
  private final TravelViewModel travel = new TravelViewModel(tape, timeline.window());
  private final WhyViewModel why = new WhyViewModel(travel);
  private final BooleanProperty frozen = new SimpleBooleanProperty();
  private final BooleanProperty linked = new SimpleBooleanProperty(true);
  private final ObjectProperty<Path> folder;
  private final ObjectProperty<Usual> usual = new SimpleObjectProperty<>(Usual.INITIAL);
  private final StringProperty urlComplaint = new SimpleStringProperty("");
  private final StringProperty engineFailure = new SimpleStringProperty("");
  private final StringProperty notices = new SimpleStringProperty("");
  private final List<Wish> wishes = new ArrayList<>();
  private final ObjectProperty<@Nullable LoadedTrace> loaded = new SimpleObjectProperty<>();
  private final long wallOffsetNanos = System.currentTimeMillis() * 1_000_000L - System.nanoTime();
  private Consumer<Sample> onSample = _ -> {};
  private long shownMove = LIVE;
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

  /// Of the running engine, whatever moment is shown.
  public TimeoutViewModel liveTimeout() {
    return liveTimeout;
  }

  /// Of the running engine, whatever moment is shown.
  public MetricsViewModel liveMetrics() {
    return liveMetrics;
  }

  /// Which moment is shown.
  public TravelViewModel travel() {
    return travel;
  }

  /// Why the selected socket is in its state.
  public WhyViewModel why() {
    return why;
  }

  /// What the running engine has said and done lately.
  public Tape tape() {
    return tape;
  }

  public TimelineViewModel timeline() {
    return timeline;
  }

  /// Whether a socket or download that is selected in one place is selected in the others.
  public BooleanProperty linkedProperty() {
    return linked;
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

  /// Drains the events if it is time for that; each pulse.
  public void pulse(long localNanos) {
    drain(localNanos);
    nowNanos = time.at(localNanos);
    if (!frozen.get()) {
      travel.now(nowNanos - LAG_NANOS);
    }
    if (!asked && localNanos - refreshedNanos > ASK_AHEAD_NANOS) {
      asked = true;
      feed.snapshot();
      feed.downloads();
    }
  }

  /// @return whether that was all
  private boolean drain(long localNanos) {
    int count =
        feed.drain(
            MOST_AT_ONCE,
            event -> {
              time.seen(event.nanos(), localNanos);
              accept(event);
            });
    timeline.settle();
    return count < MOST_AT_ONCE;
  }

  /// Samples the numbers; ten times a second.
  public void refresh(long localNanos) {
    refreshedNanos = localNanos;
    asked = false;
    LoopSnapshot snapshot = feed.snapshot();
    DownloadsSnapshot list = feed.downloads();
    boolean allBefore = drain(localNanos);
    time.seen(snapshot.nanos(), localNanos);
    nowNanos = time.at(localNanos);
    Sample sample = allBefore ? tape.sample(snapshot, list) : null;
    if (sample != null) {
      onSample.accept(sample);
    }
    look();
    if (!travel.isLoaded()) {
      timeline.name(snapshot.sockets());
      if (!tape.isEmpty()) {
        timeline.forgetBefore(Math.max(nowNanos - Tape.SPAN_NANOS, tape.beginNanos()));
      }
    }
    liveTimeout.accept(snapshot);
    liveTimeout.say(nowNanos);
    liveMetrics.update(snapshot);
    String failure = feed.failure();
    if (failure != null) {
      engineFailure.set(Messages.text("engine.failed", failure));
    }
    if (frozen.get()) {
      return;
    }
    notices.set(Redaction.of(String.join("\n", list.notices())));
    travel.keepInside();
    if (!travel.isLive()) {
      showMoment();
    } else {
      if (shownMove != LIVE) {
        shownMove = LIVE;
        comeBack();
      }
      timeout.accept(snapshot);
      transfers.update(list, snapshot);
      sockets.update(snapshot, nowNanos);
      metrics.update(snapshot);
      timeout.say(nowNanos);
      transfers.selectFailure();
    }
    why.refresh();
  }

  /// Shows what was at the moment under the cursor, if it is another one than is shown.
  private void showMoment() {
    if (shownMove == travel.movesProperty().get()) {
      return;
    }
    shownMove = travel.movesProperty().get();
    MonitorState state = travel.state();
    LoopSnapshot then = state.snapshot();
    long moment = travel.nanos();
    rewind(moment, then.sockets().size());
    sockets.update(then, moment);
    metrics.update(then);
    DownloadsSnapshot list = state.list();
    transfers.update(list == null ? NO_DOWNLOADS : list, then);
    timeout.restart();
    timeout.accept(then);
    timeout.say(moment);
    timeline.stand(moment);
  }

  private void comeBack() {
    LoopSnapshot now = tape.now().snapshot();
    rewind(now.nanos(), now.sockets().size());
    timeout.restart();
    timeline.stand(TimelineViewModel.NOW);
  }

  /// Lets rates and curves know what was before a moment.
  private void rewind(long moment, int size) {
    sockets.restart();
    metrics.restart();
    Tape record = travel.tape();
    List<Long> moments = record.sampleMoments(moment - CURVE_NANOS, moment);
    int most = Math.clamp(MOST_PAST_VIEWS / Math.max(1, size), 2, moments.size() + 2);
    moments = moments.subList(Math.max(0, moments.size() - most), moments.size());
    while (moments.size() > 2
        && travel.position() - record.positionAt(moments.getFirst()) > MOST_PAST_EVENTS) {
      moments = moments.subList(moments.size() / 2, moments.size());
    }
    List<MonitorState> states = record.at(moments);
    for (int i = 0; i < states.size(); i++) {
      LoopSnapshot past = states.get(i).snapshot();
      if (i == 0) {
        sockets.forgetUnknown(past);
      }
      sockets.past(past, moments.get(i));
      metrics.past(past);
    }
    if (states.isEmpty()) {
      sockets.forgetUnknown(travel.state().snapshot());
    }
  }

  /// Shows a record from a file; the running engine goes on unseen.
  public void show(LoadedTrace trace) {
    loaded.set(trace);
    travel.load(trace.tape());
    timeline.show(trace.tape());
    frozen.set(false);
  }

  /// Shows the running engine again.
  public void closeTrace() {
    if (loaded.get() != null) {
      loaded.set(null);
      timeline.show(tape);
      travel.unload(tape, nowNanos);
    }
  }

  /// The record from a file that is shown; null for none.
  public ReadOnlyObjectProperty<@Nullable LoadedTrace> loadedProperty() {
    return loaded;
  }

  /// What to add to a moment of the record that is shown for the wall clock.
  public long wallOffsetNanos() {
    LoadedTrace trace = loaded.get();
    return trace == null ? wallOffsetNanos : trace.wallOffsetNanos();
  }

  /// A reader of its own for the events from now on; null if the engine has none.
  TraceRing.@Nullable Reader record() {
    return feed.record();
  }

  /// What is said of every sample that is taken.
  public void onSample(Consumer<Sample> listener) {
    onSample = listener;
  }

  /// Starts what was typed, or complains; says whether it started.
  public boolean addTyped(String typed) {
    return switch (UrlEntry.of(typed)) {
      case UrlEntry.Bad bad -> {
        urlComplaint.set(bad.words());
        yield false;
      }
      case UrlEntry.Good good -> {
        var _ = add(usual(good.url())); // looked at with the others
        yield true;
      }
    };
  }

  private NewDownload usual(String url) {
    Usual now = usual.get();
    return new NewDownload(url, now.file().folder(folder.get()), now.fetch());
  }

  /// What a download is like that is typed in.
  public ObjectProperty<Usual> usualProperty() {
    return usual;
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

  /// Shows or hides the transfers of a download.
  public void toggle(TransferRow row) {
    if (row.partsProperty().get() > 0) {
      row.openProperty().set(!row.openProperty().get());
      shownMove = shownMove == LIVE ? LIVE : STALE;
    }
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
    tape.append(event);
    liveTimeout.accept(event);
    if (travel.isLoaded()) {
      return;
    }
    timeline.accept(event);
    boolean live = travel.isLive() && !frozen.get();
    if (live) {
      timeout.accept(event);
    }
    if (event instanceof TraceEvent.SocketCallback callback) {
      if (live) {
        sockets.poll(callback.socket(), Poll.valueOf(callback.what()));
      }
      timeline.nameIfUnnamed(callback.socket(), transfers.hostOf(callback.transfer()));
    }
  }
}
