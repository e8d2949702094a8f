package org.sluice.app.downloads;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sluice.app.command.Shortcut;
import org.sluice.app.fx.Names;
import org.sluice.app.shell.DialogBox;
import org.sluice.app.shell.DialogLayer;

/// Which columns the table has, in which order, how wide, and by which it is sorted: what the mouse does at
/// the headings, for who does not use a mouse.
final class ColumnsDialog {
  private static final double WIDTH = 520;
  private static final double ROW = 28;
  private static final double ROWS = 11;
  private static final double STEP = 16;

  private final DownloadsTable table;
  private final ListView<Column> list = new ListView<>();

  private ColumnsDialog(DownloadsTable table) {
    this.table = table;
    list.setId("columns");
    list.getStyleClass().addAll("columns-list", "initial-focus");
    list.setAccessibleText(DownloadsWords.text("command.columns"));
    list.setFixedCellSize(ROW);
    list.setPrefHeight(ROW * ROWS);
    list.getItems().setAll(table.arranged());
    list.setCellFactory(_ -> new Cell());
    list.getSelectionModel().selectFirst();
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  static void open(DialogLayer layer, DownloadsTable table) {
    ColumnsDialog dialog = new ColumnsDialog(table);
    Label words = new Label(DownloadsWords.text("columns.words"));
    words.getStyleClass().add("muted");
    words.setWrapText(true);
    HBox.setHgrow(dialog.list, Priority.ALWAYS);
    HBox both = new HBox(12, dialog.list, dialog.buttons());
    DialogBox box =
        new DialogBox(
            layer, DownloadsWords.text("command.columns"), new VBox(12, words, both), WIDTH);
    box.button("columns-done", DownloadsWords.text("columns.done"), "accent", box::close)
        .setDefaultButton(true);
    box.open();
  }

  private VBox buttons() {
    return new VBox(
        6,
        button("up", Shortcut.alt(KeyCode.UP), column -> move(column, -1)),
        button("down", Shortcut.alt(KeyCode.DOWN), column -> move(column, 1)),
        button("wider", Shortcut.alt(KeyCode.RIGHT), column -> widen(column, STEP)),
        button("narrower", Shortcut.alt(KeyCode.LEFT), column -> widen(column, -STEP)),
        button("sort", Shortcut.alt(KeyCode.S), this::sort));
  }

  private Button button(String key, Shortcut keys, Consumer<Column> action) {
    String words = DownloadsWords.text("columns." + key);
    Button button = new Button(words);
    button.setId("columns-" + key);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(Region.USE_PREF_SIZE);
    Names.icon(button, words + " (" + keys.text() + ")");
    button.setOnAction(_ -> with(action));
    return button;
  }

  private void with(Consumer<Column> action) {
    Column chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      action.accept(chosen);
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE) {
      with(column -> choose(column, !table.isShown(column)));
    } else if (!event.isAltDown()) {
      return;
    } else {
      switch (event.getCode()) {
        case UP -> with(column -> move(column, -1));
        case DOWN -> with(column -> move(column, 1));
        case RIGHT -> with(column -> widen(column, STEP));
        case LEFT -> with(column -> widen(column, -STEP));
        case S -> with(this::sort);
        default -> {
          return;
        }
      }
    }
    event.consume();
  }

  private void choose(Column column, boolean shown) {
    if (column != Column.NAME) {
      table.choose(column, shown);
    }
    list.refresh();
  }

  private void move(Column column, int by) {
    table.move(column, by);
    list.getItems().setAll(table.arranged());
    list.getSelectionModel().select(column);
    list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 4));
  }

  private void widen(Column column, double by) {
    table.widen(column, by);
    list.refresh();
  }

  private void sort(Column column) {
    table.sort(column);
    list.refresh();
  }

  /// Whether it is shown, its name, how wide it is, and how the table is sorted by it.
  private final class Cell extends ListCell<Column> {
    private final CheckBox shown = new CheckBox();
    private final Label note = new Label();
    private final HBox row;

    Cell() {
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      note.getStyleClass().addAll("muted", "text-small");
      row = new HBox(8, shown, space, note);
      row.getStyleClass().add("columns-row");
      shown.setFocusTraversable(false); // the keys of the list do it
      shown.setOnAction(_ -> choose(getItem(), shown.isSelected()));
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable Column column, boolean empty) {
      super.updateItem(column, empty);
      if (empty || column == null) {
        setGraphic(null);
        setText(null);
        return;
      }
      shown.setId("show-" + column.key());
      shown.setText(column.title());
      shown.setSelected(table.isShown(column));
      shown.setDisable(column == Column.NAME);
      String sorted = table.sorted(column);
      String width = DownloadsWords.text("columns.width", Math.round(table.widthOf(column)));
      note.setText(
          sorted.isEmpty()
              ? width
              : DownloadsWords.text("columns.sorted." + sorted) + " · " + width);
      setText(
          DownloadsWords.text(
              table.isShown(column) ? "columns.shown" : "columns.hidden",
              column.title(),
              note.getText()));
      setGraphic(row);
    }
  }
}
