package org.sluice.app.monitor;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;

/// The transfers that use a socket, as chips.
final class TransfersCell extends TableCell<SocketRow, List<Long>> {
  private final HBox chips = new HBox(3);

  TransfersCell() {
    chips.setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("chips-cell");
  }

  @Override
  protected void updateItem(List<Long> transfers, boolean empty) {
    super.updateItem(transfers, empty);
    setText(null);
    setGraphic(null);
    setAccessibleText(null);
    SocketRow row = getTableRow() == null ? null : getTableRow().getItem();
    if (empty || transfers == null || row == null || row.isHeading()) {
      return;
    }
    if (transfers.isEmpty()) {
      setText("–");
      return;
    }
    chips.getChildren().setAll(transfers.stream().map(TransfersCell::chip).toList());
    setGraphic(chips);
    setAccessibleText(transfers.stream().map(each -> "E" + each).collect(Collectors.joining(", ")));
  }

  private static Label chip(long transfer) {
    Label chip = new Label("E" + transfer);
    chip.getStyleClass().add("chip");
    return chip;
  }
}
