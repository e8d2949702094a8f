package org.sluice.app.downloads;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.sluice.app.shell.DialogBox;
import org.sluice.app.shell.DialogLayer;

/// Which columns the table has, for who does not use a mouse.
final class ColumnsDialog {
  private static final int PER_ROW = 2;

  private ColumnsDialog() {}

  static void open(DialogLayer layer, DownloadsTable table) {
    GridPane grid = new GridPane(32, 8);
    int at = 0;
    for (Column column : Column.values()) {
      if (column != Column.NAME) {
        CheckBox box = new CheckBox(column.title());
        box.setId("show-" + column.key());
        box.setSelected(table.isShown(column));
        box.setOnAction(_ -> table.choose(column, box.isSelected()));
        grid.add(box, at % PER_ROW, at / PER_ROW);
        at++;
      }
    }
    Label words = new Label(DownloadsWords.text("columns.words"));
    words.getStyleClass().add("muted");
    words.setWrapText(true);
    DialogBox box =
        new DialogBox(
            layer, DownloadsWords.text("command.columns"), new VBox(12, words, grid), 460);
    box.button("columns-done", DownloadsWords.text("columns.done"), "accent", box::close)
        .setDefaultButton(true);
    box.open();
  }
}
