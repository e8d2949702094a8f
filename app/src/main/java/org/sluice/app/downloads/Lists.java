package org.sluice.app.downloads;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.TextWidth;

/// Small tables that are renewed ten times a second.
final class Lists {
  private static final double NARROWEST = 60;

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

  /// A column that keeps its place; its rows are their own values.
  static <T> TableColumn<T, T> column(String id, String title, double width) {
    TableColumn<T, T> column = new TableColumn<>(title);
    column.setId(id);
    column.setPrefWidth(Math.max(width, TextWidth.header(title)));
    column.setMinWidth(Math.min(width, NARROWEST));
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    return column;
  }

  /// One of a few words.
  static <T> TableColumn<T, T> text(
      String id, String title, double width, boolean numeric, Function<T, String> words) {
    TableColumn<T, T> column = column(id, title, width);
    if (numeric) {
      column.getStyleClass().add("numeric");
    }
    column.setCellFactory(_ -> cell(words, numeric));
    return column;
  }

  /// Its cells have a style of their own, too.
  static <T> TableColumn<T, T> styled(String style, TableColumn<T, T> column) {
    var cells = column.getCellFactory();
    column.setCellFactory(
        in -> {
          TableCell<T, T> cell = cells.call(in);
          cell.getStyleClass().add(style);
          return cell;
        });
    return column;
  }

  /// Below this its words would be cut.
  static <T> TableColumn<T, T> atLeast(double width, TableColumn<T, T> column) {
    column.setMinWidth(width);
    return column;
  }

  /// Takes a column away while the table is narrower than that: the others need the room more.
  static <T> void giveWay(TableView<T> table, String id, double below) {
    for (TableColumn<T, ?> column : table.getColumns()) {
      if (column.getId().equals(id)) {
        table
            .widthProperty()
            .subscribe(
                width ->
                    column.setVisible(width.doubleValue() <= 0 || width.doubleValue() >= below));
        return;
      }
    }
    throw new IllegalArgumentException("no column " + id);
  }
}
