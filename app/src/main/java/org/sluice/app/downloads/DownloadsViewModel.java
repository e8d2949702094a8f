package org.sluice.app.downloads;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Listed;
import org.sluice.app.preferences.Category;
import org.sluice.app.preferences.CategoryRules;
import org.sluice.app.preferences.Usual;
import org.sluice.app.queues.QueuesViewModel;
import org.sluice.app.queues.SpeedViewModel;
import org.sluice.app.tape.Attempt;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.request.TrustedCertificate;

/// The Downloads perspective without nodes: the rows that are shown, their filters and counts, what
/// is selected, and the user's wishes.
///
/// **Threads**: JavaFX (or one thread in a test).
public final class DownloadsViewModel {
  private static final long SECOND_NANOS = 1_000_000_000L;

  private final ListFeed feed;
  private final Listed<DownloadRow> known = new Listed<>();
  private final List<DownloadRow> working = new ArrayList<>();
  private final ReadOnlyObjectWrapper<Counts> counts = new ReadOnlyObjectWrapper<>(Counts.NONE);
  private final ReadOnlyObjectWrapper<@Nullable DownloadsSnapshot> snapshot =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable LoopSnapshot> loop = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper asked = new ReadOnlyBooleanWrapper();
  private final QueuesViewModel queues;
  private final SpeedViewModel speed;
  private final ObjectProperty<Path> folder;
  private final ObjectProperty<Usual> usual = new SimpleObjectProperty<>(Usual.INITIAL);
  private final ObjectProperty<CategoryRules> categories =
      new SimpleObjectProperty<>(CategoryRules.INITIAL);
  private Consumer<TrustedCertificate> trust = _ -> {};
  private final FailedAttempts attempts = new FailedAttempts(System::nanoTime);
  private BiConsumer<String, Attempt> replay = (_, _) -> {};
  private final BooleanProperty pollWords = new SimpleBooleanProperty();
  private final StringProperty complaint = new SimpleStringProperty("");
  private final Removals removals = new Removals();
  private final Wishes wishes = new Wishes(complaint);
  private final ShownRows shown = new ShownRows(known::all, row -> removals.contains(row.id()));
  private final RowWishes rowWishes;
  private @Nullable ItemId awaited;
  private boolean dirty = true;
  private boolean storedWanted = true;
  private long secondNanos;
  private long nowNanos;

  /// @param folder where downloads go
  public DownloadsViewModel(ListFeed feed, ObjectProperty<Path> folder) {
    this.feed = feed;
    this.folder = folder;
    queues = new QueuesViewModel(feed, this::wish);
    speed = new SpeedViewModel(feed, this::wish);
    rowWishes = new RowWishes(feed, this::wish, removals, this::removed, () -> nowNanos);
    categories.subscribe((_, now) -> sort(now));
  }

  // ---- to look at -----------------------------------------------------------------------------

  /// The rows that are shown, in order.
  public ObservableList<DownloadRow> rows() {
    return shown.rows();
  }

  /// The selected rows; the view keeps it.
  public ObservableList<DownloadRow> selected() {
    return shown.selected();
  }

  /// The one whose details are shown: the only one that is selected, or the last of several.
  public @Nullable DownloadRow lead() {
    return selected().isEmpty() ? null : selected().getLast();
  }

  public ObjectProperty<Filter> filterProperty() {
    return shown.filterProperty();
  }

  /// What was typed to find downloads by.
  public StringProperty searchProperty() {
    return shown.searchProperty();
  }

  public ReadOnlyObjectProperty<Counts> countsProperty() {
    return counts.getReadOnlyProperty();
  }

  /// Whether the server of any download is being asked what it has.
  ReadOnlyBooleanProperty askedProperty() {
    return asked.getReadOnlyProperty();
  }

  /// The list as it was seen last; null before the first time.
  public ReadOnlyObjectProperty<@Nullable DownloadsSnapshot> snapshotProperty() {
    return snapshot.getReadOnlyProperty();
  }

  /// The loop as it was seen last; null before the first time.
  public ReadOnlyObjectProperty<@Nullable LoopSnapshot> loopProperty() {
    return loop.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<List<QueueRules>> queuesProperty() {
    return queues.queuesProperty();
  }

  /// The queues, and what is wished of them.
  public QueuesViewModel queues() {
    return queues;
  }

  /// The limit of all downloads.
  public SpeedViewModel speed() {
    return speed;
  }

  /// How many downloads of a queue wait for their turn.
  public int waiting(String queue) {
    DownloadsSnapshot list = snapshot.get();
    return list == null
        ? 0
        : list.queues().stream()
            .filter(view -> view.name().equals(queue))
            .mapToInt(DownloadsSnapshot.QueueView::waiting)
            .sum();
  }

  /// What a new download is like where nobody says otherwise for it.
  public ObjectProperty<Usual> usualProperty() {
    return usual;
  }

  /// Who keeps what the user has accepted.
  public void onTrust(Consumer<TrustedCertificate> keep) {
    trust = keep;
  }

  /// Accepts one certificate of one server from now on.
  void trust(TrustedCertificate exception) {
    trust.accept(exception);
  }

  /// Where it is found how downloads failed.
  public void attemptsFrom(AttemptSource source) {
    attempts.from(source);
  }

  /// Who shows an attempt again, moment by moment, under a name.
  public void onReplay(BiConsumer<String, Attempt> show) {
    replay = show;
  }

  /// Shows how a download failed, moment by moment.
  void replay(DownloadRow row) {
    Attempt attempt = row.attempt();
    if (attempt != null) {
      replay.accept(DownloadsWords.text("attempt.of", row.item().name()), attempt);
    }
  }

  /// Whether poll states are said in words instead of their names.
  public BooleanProperty pollWordsProperty() {
    return pollWords;
  }

  /// Where downloads go that nobody says a folder for.
  public ObjectProperty<Path> folderProperty() {
    return folder;
  }

  /// What a wish could not be fulfilled for; empty for nothing.
  public StringProperty complaintProperty() {
    return complaint;
  }

  /// A download that is in the list; null if it is not, or was removed.
  public @Nullable DownloadRow find(ItemId id) {
    return removals.contains(id) ? null : known.find(id);
  }

  /// Every download that is not removed, in the order in which they were added.
  public List<DownloadRow> all() {
    return known.all().stream().filter(row -> !removals.contains(row.id())).toList();
  }

  public ListFeed feed() {
    return feed;
  }

  /// Which rows are shown, in which order.
  ShownRows shown() {
    return shown;
  }

  /// Selects a download and brings it in sight, whatever hides it.
  public void reveal(DownloadRow row) {
    shown.reveal(row);
  }

  /// The same for one that has been added just now, as soon as it is seen.
  public void revealNew(ItemId id) {
    awaited = id;
  }

  // ---- time -----------------------------------------------------------------------------------

  /// Takes the newest picture; ten times a second.
  public void refresh(long localNanos) {
    nowNanos = localNanos;
    DownloadsSnapshot list = feed.downloads();
    loop.set(feed.loop());
    take(list);
    WatchedRows.listen(working, loop.get());
    asked.set(working.stream().anyMatch(row -> ProgressWords.isAsked(row.item())));
    attempts.look();
    wishes.look();
    queues.look();
    speed.look();
    revealAwaited();
    rowWishes.removeDue();
    if (localNanos - secondNanos >= SECOND_NANOS) {
      secondNanos = localNanos;
      second(list.taken());
    }
    snapshot.set(list);
  }

  private void revealAwaited() {
    DownloadRow row = awaited == null ? null : find(awaited);
    if (row != null) {
      awaited = null;
      reveal(row);
    }
  }

  private void take(DownloadsSnapshot list) {
    working.clear();
    boolean left =
        known.take(
            list.items(),
            item -> fresh(item, list.taken()),
            (item, row) -> show(item, row, list.taken()));
    if (left || dirty) {
      dirty = false;
      List<DownloadRow> all = all();
      WatchedRows.line(all);
      counts.set(Counts.of(all));
      shown.changed();
    }
  }

  private DownloadRow fresh(ItemView item, Instant now) {
    DownloadRow row = new DownloadRow(item, categories.get());
    if (snapshot.get() != null) {
      row.appeared(now);
    }
    storedWanted = true;
    dirty = true;
    sawFailed(row);
    return row;
  }

  private void show(ItemView item, DownloadRow row, Instant now) {
    boolean complete = row.item().state() == ItemState.COMPLETE;
    dirty |= row.show(item, now);
    sawFailed(row);
    if (item.state() == ItemState.RUNNING) {
      working.add(row);
    }
    storedWanted |= !complete && item.state() == ItemState.COMPLETE;
  }

  private void sawFailed(DownloadRow row) {
    if (row.group() == StateGroup.FAILED) {
      attempts.saw(row);
    }
  }

  private void second(Instant now) {
    working.forEach(row -> row.second(now));
    shown.second();
    queues.ask();
    speed.ask();
    if (storedWanted) {
      storedWanted = false;
      stored = feed.stored();
    }
    lookAtStored();
  }

  private CompletableFuture<List<StoredItem>> stored = CompletableFuture.completedFuture(List.of());

  private void lookAtStored() {
    if (stored.isDone() && !stored.isCompletedExceptionally()) {
      for (StoredItem item : stored.resultNow()) {
        DownloadRow row = known.find(item.id());
        if (row != null) {
          row.hasChecksum(!item.request().checksums().isEmpty());
        }
      }
      stored = CompletableFuture.completedFuture(List.of());
    }
  }

  // ---- wishes ---------------------------------------------------------------------------------

  /// Posts a wish, and says under the header if it cannot be fulfilled.
  public void wish(CompletableFuture<?> answer) {
    wishes.wish(answer);
  }

  /// Puts a download into the list.
  public CompletableFuture<ItemId> add(DownloadRequest request) {
    CompletableFuture<ItemId> added = feed.add(request);
    wish(added);
    return added;
  }

  /// What is wished of rows.
  RowWishes rowWishes() {
    return rowWishes;
  }

  /// Rows were hidden, or came back.
  private void removed() {
    dirty = true;
    counts.set(Counts.of(all()));
    shown.changed();
  }

  /// What was removed and could still be undone leaves now.
  public void close() {
    rowWishes.close();
  }

  /// Asks for the requests as they were given, secrets included, and tells them on this thread.
  public void requests(Consumer<List<StoredItem>> then) {
    wishes.ask(feed.stored(), then);
  }

  /// Does something on this thread once an answer is there; what fails is said.
  public <T> void whenDone(CompletableFuture<T> answer, Consumer<T> then) {
    wishes.wish(answer);
    wishes.ask(answer, then);
  }

  /// The rows with these numbers that are shown.
  List<DownloadRow> shown(Set<ItemId> ids) {
    return rows().stream().filter(row -> ids.contains(row.id())).toList();
  }

  /// The categories that there are.
  public ObjectProperty<CategoryRules> categoriesProperty() {
    return categories;
  }

  Category categoryOf(ItemView item) {
    return categories.get().of(item.name(), item.file().contentType());
  }

  private void sort(CategoryRules rules) {
    known.all().forEach(row -> row.sort(rules));
    counts.set(Counts.of(all()));
    shown.arrange();
  }

  /// Where a download that the user adds goes, of that kind.
  public Path folderFor(Category category) {
    return category.folderIn(Objects.requireNonNull(folder.get()));
  }
}
