package org.sluice.app.monitor;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.sluice.app.fx.Messages;
import org.sluice.app.said.Said;
import org.sluice.app.tape.Attempt;
import org.sluice.app.tape.Sample;
import org.sluice.app.tape.Tape;
import org.sluice.app.timeline.TimelineViewModel;
import org.sluice.app.timeline.TravelViewModel;
import org.sluice.app.tracefile.LoadedTrace;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.multi.MultiCounters;
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

  private final EngineFeed feed;
  private final LongSupplier clock;
  private final LoopTime time = new LoopTime();
  private final TimeoutViewModel liveTimeout = new TimeoutViewModel();
  private final MetricsViewModel liveMetrics = new MetricsViewModel();
  private final TimelineViewModel timeline = new TimelineViewModel();
  private final Tape tape = new Tape();
  private final TravelViewModel travel = new TravelViewModel(tape, timeline.window());
  private final ShownMoment shown = new ShownMoment(timeline, travel);
  private final WhyViewModel why = new WhyViewModel(travel);
  private final BooleanProperty frozen = new SimpleBooleanProperty();
  private final BooleanProperty linked = new SimpleBooleanProperty(true);
  private final ListWishes wishes;
  private final StringProperty engineFailure = new SimpleStringProperty("");
  private final StringProperty notices = new SimpleStringProperty("");
  private final ObjectProperty<@Nullable LoadedTrace> loaded = new SimpleObjectProperty<>();
  private final long wallOffsetNanos = System.currentTimeMillis() * 1_000_000L - System.nanoTime();
  private final ObjectProperty<Function<String, Ikon>> fileIcons =
      new SimpleObjectProperty<>(_ -> MaterialDesignF.FILE_OUTLINE);
  private Consumer<Sample> onSample = _ -> {};
  private long refreshedNanos;
  private boolean asked;
  private long nowNanos;
  private long newestNanos;

  /// For an engine whose events have happened when a pulse begins.
  ///
  /// @param folder where downloads go until the user chooses another
  public MonitorViewModel(EngineFeed feed, Path folder) {
    this(feed, folder, () -> Long.MIN_VALUE);
  }

  /// The picture of a file by its name; what files there are is not the Monitor's to know.
  public ObjectProperty<Function<String, Ikon>> fileIconsProperty() {
    return fileIcons;
  }

  /// @param folder where downloads go until the user chooses another
  /// @param clock the clock of the pulses, asked after events were taken: some have happened since the
  ///     pulse began, and they would put the loop's clock forward for good
  public MonitorViewModel(EngineFeed feed, Path folder, LongSupplier clock) {
    this.feed = feed;
    this.clock = clock;
    this.wishes = new ListWishes(feed, transfers(), folder);
    frozen.subscribe(timeline::hold);
  }

  public TransferRows transfers() {
    return shown.transfers();
  }

  public SocketRows sockets() {
    return shown.sockets();
  }

  public TimeoutViewModel timeout() {
    return shown.timeout();
  }

  public MetricsViewModel metrics() {
    return shown.metrics();
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
    return transfers().selectedProperty();
  }

  /// Of the download that a row belongs to.
  ReadOnlyObjectProperty<Phase> phaseOf(TransferRow row) {
    TransferRow whole = transfers().find(row.item());
    return (whole == null ? row : whole).phaseProperty();
  }

  /// What the user wants of the list.
  public ListWishes wishes() {
    return wishes;
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
    newestNanos = Long.MIN_VALUE;
    int count = feed.drain(MOST_AT_ONCE, this::take);
    if (count > 0) {
      seen(newestNanos, localNanos);
    }
    timeline.settle();
    return count < MOST_AT_ONCE;
  }

  private void take(TraceEvent event) {
    newestNanos = Math.max(newestNanos, event.nanos());
    accept(event);
  }

  private void seen(long loopNanos, long localNanos) {
    time.seen(loopNanos, Math.max(localNanos, clock.getAsLong()));
  }

  /// Samples the numbers; ten times a second.
  public void refresh(long localNanos) {
    refreshedNanos = localNanos;
    asked = false;
    String failure = feed.failure();
    LoopSnapshot snapshot = failure == null ? feed.snapshot() : ended(feed.snapshot());
    DownloadsSnapshot list = feed.downloads();
    boolean allBefore = drain(localNanos);
    seen(snapshot.nanos(), localNanos);
    nowNanos = time.at(localNanos);
    Sample sample = allBefore ? tape.sample(snapshot, list) : null;
    if (sample != null) {
      onSample.accept(sample);
    }
    wishes.look();
    if (!travel.isLoaded()) {
      timeline.name(snapshot.sockets());
      timeline.keep(tape, nowNanos, Tape.SPAN_NANOS);
    }
    liveTimeout.accept(snapshot);
    liveTimeout.say(nowNanos);
    liveMetrics.update(snapshot);
    if (failure != null) {
      engineFailure.set(Messages.text("engine.failed", failure));
    }
    if (frozen.get()) {
      return;
    }
    notices.set(Said.lines(list.notices()));
    travel.keepInside();
    timeline.fit(travel.socketProperty().get());
    if (travel.isLive()) {
      shown.live(list, snapshot, nowNanos);
    } else {
      shown.past();
    }
    why.refresh();
  }

  /// An engine that has ended has no sockets, handles and timer any more, whatever it said last.
  private LoopSnapshot ended(LoopSnapshot last) {
    MultiCounters handles = last.counters();
    return new LoopSnapshot(
        Math.max(last.nanos(), nowNanos),
        List.of(),
        List.of(),
        last.timerArmedNanos(),
        Long.MAX_VALUE,
        new MultiCounters(0, 0, 0, 0, handles.addedEver()),
        last.actions(),
        last.callbacks(),
        last.completedOk(),
        last.completedFailed());
  }

  /// Shows a record from a file; the running engine goes on unseen.
  public void show(LoadedTrace trace) {
    loaded.set(trace);
    travel.load(trace.tape());
    timeline.show(trace.tape());
    frozen.set(false);
  }

  /// What was said and done for a transfer of a download; null if it is no longer known.
  public @Nullable Attempt attempt(ItemId item, long transfer) {
    return Attempt.of(tape, transfer, item, wallOffsetNanos);
  }

  /// Shows an attempt as a record of its own, its socket selected; the running engine goes on unseen.
  public void replay(String name, Attempt attempt) {
    show(new LoadedTrace(name, attempt.tape(), attempt.wallOffsetNanos(), 0, 0));
    travel.socketProperty().set(attempt.socket() == 0 ? null : attempt.socket());
    attempt.watched().ifPresent(travel::goTo); // before that there is nothing to see
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

  /// Shows or hides the transfers of a download.
  public void toggle(TransferRow row) {
    shown.toggle(row);
  }

  private void accept(TraceEvent event) {
    tape.append(event);
    liveTimeout.accept(event);
    if (travel.isLoaded()) {
      return;
    }
    timeline.accept(event);
    if (travel.isLive() && !frozen.get()) {
      shown.accept(event);
    }
    if (event instanceof TraceEvent.SocketCallback callback) {
      timeline.nameIfUnnamed(callback.socket(), tape.now().urlOf(callback.transfer()));
    }
  }
}
