package org.sluice.app.downloads;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Which downloads the table shows, in which order, and which of them are selected.
///
/// **Threads**: JavaFX (or one thread in a test).
final class ShownRows {
  private final Supplier<Collection<DownloadRow>> all;
  private final Predicate<DownloadRow> isHidden;
  private final ObservableList<DownloadRow> rows = FXCollections.observableArrayList();
  private final ObservableList<DownloadRow> selected = FXCollections.observableArrayList();
  private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(new Filter.All());
  private final StringProperty search = new SimpleStringProperty("");
  private @Nullable Comparator<DownloadRow> order;
  private boolean orderIsLive;
  private boolean held;
  private Runnable arranged = () -> {};
  private Runnable revealed = () -> {};

  /// @param all in the order in which they were added
  /// @param isHidden whether one is removed
  ShownRows(Supplier<Collection<DownloadRow>> all, Predicate<DownloadRow> isHidden) {
    this.all = all;
    this.isHidden = isHidden;
    filter.subscribe((_, _) -> arrange());
    search.subscribe((_, _) -> arrange());
  }

  ObservableList<DownloadRow> rows() {
    return rows;
  }

  ObservableList<DownloadRow> selected() {
    return selected;
  }

  ObjectProperty<Filter> filterProperty() {
    return filter;
  }

  StringProperty searchProperty() {
    return search;
  }

  /// Told after the rows have been put in another order: the selection is to be shown again.
  void onArranged(Runnable then) {
    arranged = then;
  }

  /// Told after rows were selected here: they are to be shown, and in sight.
  void onRevealed(Runnable then) {
    revealed = then;
  }

  /// Sorts the rows from now on.
  ///
  /// @param live whether values change by which they are sorted
  void sortBy(@Nullable Comparator<DownloadRow> comparator, boolean live) {
    order = comparator;
    orderIsLive = live;
    arrange();
  }

  /// Nothing moves while the user points at something.
  void hold(boolean value) {
    held = value;
  }

  /// Selects a download and nothing else; a filter or a search that hides it is taken back.
  void reveal(DownloadRow row) {
    if (!filter.get().accepts(row)) {
      filter.set(new Filter.All());
    }
    if (!typed().finds(row)) {
      search.set("");
    }
    selected.setAll(List.of(row));
    revealed.run();
  }

  /// The first row behind the last of these, else the one before the first of them: what is selected
  /// once they are gone; null for none.
  @Nullable DownloadRow after(List<DownloadRow> these) {
    Set<DownloadRow> gone = new HashSet<>(these);
    int last = -1;
    int first = rows.size();
    for (int i = 0; i < rows.size(); i++) {
      if (gone.contains(rows.get(i))) {
        first = Math.min(first, i);
        last = i;
      }
    }
    int at = last + 1 < rows.size() ? last + 1 : first - 1;
    return last < 0 || at < 0 ? null : rows.get(at);
  }

  /// Puts every row in its place.
  void arrange() {
    put(wanted());
  }

  /// Something has changed; what only moves by live values does not while it is held.
  void changed() {
    List<DownloadRow> wanted = wanted();
    put(held && orderIsLive ? RowOrder.held(rows, wanted) : wanted);
  }

  /// Live values are others now; called once a second.
  void second() {
    if (orderIsLive && !held) {
      arrange();
    }
  }

  private Search typed() {
    return Search.typed(search.get());
  }

  private List<DownloadRow> wanted() {
    Search typed = typed();
    Filter shown = filter.get();
    return RowOrder.sorted(
        List.copyOf(all.get()),
        row -> !isHidden.test(row) && shown.accepts(row) && typed.finds(row),
        order);
  }

  private void put(List<DownloadRow> wanted) {
    if (rows.equals(wanted)) {
      return;
    }
    Set<DownloadRow> there = new HashSet<>(wanted);
    List<DownloadRow> still = selected.stream().filter(there::contains).toList();
    boolean onlyMore = wanted.size() > rows.size() && wanted.subList(0, rows.size()).equals(rows);
    if (onlyMore) {
      rows.addAll(wanted.subList(rows.size(), wanted.size()));
      return;
    }
    rows.setAll(wanted);
    if (!selected.equals(still)) {
      selected.setAll(still);
    }
    arranged.run();
  }
}
