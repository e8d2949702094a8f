package org.sluice.app.downloads;

import java.util.List;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// Small tables that are renewed ten times a second.
final class Lists {
  private Lists() {}

  /// Changes only the lines that are others now, so that selection and scrolling stay.
  static <T> void show(ObservableList<T> items, List<T> wanted) {
    int common = Math.min(items.size(), wanted.size());
    for (int i = 0; i < common; i++) {
      if (!items.get(i).equals(wanted.get(i))) {
        items.set(i, wanted.get(i));
      }
    }
    if (items.size() > wanted.size()) {
      items.remove(wanted.size(), items.size());
    } else if (items.size() < wanted.size()) {
      items.addAll(wanted.subList(common, wanted.size()));
    }
  }

  /// A cell of a few words.
  static <T> TableCell<T, T> cell(Function<T, String> words, boolean numeric) {
    TableCell<T, T> cell =
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable T row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : words.apply(row));
          }
        };
    if (numeric) {
      cell.getStyleClass().add("numeric");
    }
    return cell;
  }
}
