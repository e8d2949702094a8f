package org.sluice.app.downloads;

import java.time.Instant;
import java.util.Locale;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sluice.app.preferences.Category;
import org.sluice.app.preferences.CategoryRules;
import org.sluice.app.tape.Attempt;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.Proof;

/// One row of the table: a download as it was seen last, and what has been seen of it before.
///
/// **Threads**: JavaFX.
public final class DownloadRow {
  private final ReadOnlyObjectWrapper<ItemView> item;
  private StateGroup group;
  private CategoryRules rules;
  private Category category;
  private @Nullable RowHistory history;
  private final ReadOnlyIntegerWrapper asides = new ReadOnlyIntegerWrapper();
  private String queuePlace = "";
  private boolean checked;
  private long attempted;
  private @Nullable Attempt attempt;
  private @Nullable String searched;

  DownloadRow(ItemView item, CategoryRules rules) {
    this.rules = rules;
    this.item = new ReadOnlyObjectWrapper<>(item);
    this.group = StateGroup.of(item);
    this.category = rules.of(item.name(), item.file().contentType());
  }

  /// It has come into the list while this window was open.
  void appeared(Instant now) {
    history = new RowHistory();
    history.appeared(item.get(), now);
  }

  public ItemId id() {
    return item.get().id();
  }

  public ItemView item() {
    return item.get();
  }

  public ReadOnlyObjectProperty<ItemView> itemProperty() {
    return item.getReadOnlyProperty();
  }

  public StateGroup group() {
    return group;
  }

  /// What a search looks into, in lower case: its name and its address. Ten thousand rows are searched
  /// with each letter that is typed, so it is made once.
  String searched() {
    String text = searched;
    if (text == null) {
      text = (item().name() + " " + item().address()).toLowerCase(Locale.ROOT);
      searched = text;
    }
    return text;
  }

  Category category() {
    return category;
  }

  /// Other rules hold from now on.
  void sort(CategoryRules now) {
    rules = now;
    category = now.of(item().name(), item().file().contentType());
  }

  /// Where it stands in its queue, in words; empty unless it is queued.
  String queuePlace() {
    return queuePlace;
  }

  /// Whether a hash, or a strong mark of the server, says that the file is whole and one.
  boolean isVerified() {
    return group == StateGroup.DONE
        && (checked || item.get().proof().level() == Proof.Level.PROVEN);
  }

  /// It was asked for with a checksum: if it is complete, that was right.
  void hasChecksum(boolean value) {
    if (value != checked) {
      checked = value;
      asides.set(asides.get() + 1);
    }
  }

  /// Another number whenever something is said of it that does not stand in its item: its place in
  /// the queue, and whether it was checked.
  ReadOnlyIntegerProperty asidesProperty() {
    return asides.getReadOnlyProperty();
  }

  /// What has been seen of it while it worked; null if it has not since the start.
  @Nullable RowHistory history() {
    return history;
  }

  /// Says whether what it is counted as has changed.
  boolean show(ItemView next, Instant now) {
    ItemView before = item.get();
    if (next.equals(before)) {
      return false;
    }
    StateGroup was = group;
    Category kind = category;
    group = StateGroup.of(next);
    if (!next.name().equals(before.name())
        || !java.util.Objects.equals(next.file().contentType(), before.file().contentType())) {
      category = rules.of(next.name(), next.file().contentType());
    }
    boolean renamed =
        !next.name().equals(before.name()) || !next.address().equals(before.address());
    if (renamed) {
      searched = null;
    }
    remember(before, next, now);
    item.set(next);
    return was != group
        || !kind.equals(category)
        || !next.place().queue().equals(before.place().queue())
        || renamed;
  }

  private void remember(ItemView before, ItemView next, Instant now) {
    if (history == null && next.state() != before.state()) {
      history = new RowHistory();
    }
    if (history != null) {
      history.changed(before, next, now);
    }
  }

  /// Seconds until it is complete, at the mean of the last ten; -1 if nobody can say.
  ///
  /// The engine does not say it of one whose speed is limited: a limit may end at any time. What is
  /// shown here holds if it does not.
  long etaSeconds() {
    ItemView now = item.get();
    if (now.amount().bytesPerSecond() == 0 || now.state() == ItemState.VERIFYING) {
      return -1; // what comes no more has no end
    }
    long eta = now.amount().etaSeconds();
    long left = now.amount().length() - now.amount().received();
    if (eta >= 0 || now.amount().length() < 0 || history == null || left <= 0) {
      return eta;
    }
    long mean = history.recentBytesPerSecond();
    return mean == 0 ? -1 : left / mean;
  }

  /// Notes the speed of this second; called once a second while it works.
  void second(Instant now) {
    if (history == null) {
      history = new RowHistory();
      history.begin(item.get(), now);
    }
    history.second(item.get());
  }

  /// What a server was asked and has answered.
  void said(RowHistory.Exchange now) {
    if (history == null) {
      history = new RowHistory();
    }
    history.said(now);
  }

  /// How it failed was looked for.
  ///
  /// @param transfer which of its transfers did; 0 for none
  /// @param found null if nothing is known
  void attempt(long transfer, @Nullable Attempt found) {
    attempted = transfer;
    attempt = found;
  }

  /// The transfer that was looked for last; 0 for none.
  long attempted() {
    return attempted;
  }

  /// How it failed; null if that is not known.
  @Nullable Attempt attempt() {
    return attempt;
  }

  void queuePlace(String words) {
    if (!words.equals(queuePlace)) {
      queuePlace = words;
      asides.set(asides.get() + 1);
    }
  }

  @Override
  public String toString() {
    return item.get().id() + " " + item.get().name();
  }
}
