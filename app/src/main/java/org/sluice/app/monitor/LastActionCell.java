package org.sluice.app.monitor;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;

/// What happened to the socket last, and how long ago.
final class LastActionCell extends TableCell<SocketRow, String> {
  private final Label action = new Label();
  private final Label ago = new Label();
  private final HBox box = new HBox(6, action, ago);

  LastActionCell() {
    action.getStyleClass().addAll("sl-medium", "last-action");
    ago.getStyleClass().add("muted");
    box.setAlignment(Pos.CENTER_LEFT);
    ago.textProperty()
        .bind(
            tableRowProperty()
                .flatMap(row -> row == null ? null : row.itemProperty())
                .flatMap(row -> row == null ? null : row.agoProperty())
                .orElse(""));
  }

  @Override
  protected void updateItem(String value, boolean empty) {
    super.updateItem(value, empty);
    SocketRow row = getTableRow() == null ? null : getTableRow().getItem();
    if (empty || value == null || row == null || row.isHeading()) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    action.setText(value);
    setAccessibleText(value);
    setGraphic(box);
  }
}
