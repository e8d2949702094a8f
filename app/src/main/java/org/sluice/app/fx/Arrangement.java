package org.sluice.app.fx;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Makes a list that is shown equal to one that is wanted, with as few changes as it takes, so that
/// the view keeps its place and its selection.
///
/// **Threads**: JavaFX.
public final class Arrangement {
  private Arrangement() {}

  /// Changes `rows` into `wanted`.
  @SuppressWarnings("ReferenceEquality") // rows are objects, not values
  public static <T> void of(ObservableList<T> rows, List<? extends T> wanted) {
    if (isSame(rows, wanted)) {
      return;
    }
    if (rows.isEmpty() || wanted.isEmpty()) {
      rows.setAll(wanted);
      return;
    }
    int least = Math.min(rows.size(), wanted.size());
    int head = 0;
    while (head < least && rows.get(head) == wanted.get(head)) {
      head++;
    }
    int tail = 0;
    while (tail < least - head
        && rows.get(rows.size() - 1 - tail) == wanted.get(wanted.size() - 1 - tail)) {
      tail++;
    }
    if (head + tail == rows.size()) {
      rows.addAll(head, wanted.subList(head, wanted.size() - tail));
      return;
    }
    if (head + tail == wanted.size()) {
      rows.remove(head, rows.size() - tail);
      return;
    }
    Set<T> staying = Collections.newSetFromMap(new IdentityHashMap<>());
    staying.addAll(wanted);
    rows.removeIf(row -> !staying.contains(row));
    int at = 0;
    while (at < wanted.size()) {
      T next = at < rows.size() ? rows.get(at) : null;
      int end = at;
      while (end < wanted.size() && wanted.get(end) != next) {
        end++;
      }
      if (end > at) {
        if (next != null && end == wanted.size()) {
          break; // they have changed places
        }
        rows.addAll(at, wanted.subList(at, end));
      }
      at = end + 1;
    }
    if (!isSame(rows, wanted)) {
      rows.setAll(wanted);
    }
  }

  /// The same, of rows of which one is chosen: when it leaves, none is chosen. A view would choose its
  /// neighbour, which nobody has meant.
  public static <T> void of(
      ObservableList<T> rows, List<? extends T> wanted, ObjectProperty<@Nullable T> chosen) {
    T row = chosen.get();
    if (row != null && !wanted.contains(row)) {
      chosen.set(null);
    }
    of(rows, wanted);
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(List<?> rows, List<?> wanted) {
    if (rows.size() != wanted.size()) {
      return false;
    }
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) != wanted.get(i)) {
        return false;
      }
    }
    return true;
  }
}
