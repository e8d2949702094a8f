package org.sluice.app.monitor;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sluice.app.fx.Messages;
import org.sluice.app.fx.Reveal;

/// The left side: the transfers, and how the selected one ended.
final class TransfersPane extends VBox {
  private final ListView<TransferRow> list = new ListView<>();

  /// @param add opens the dialog
  TransfersPane(MonitorViewModel model, Runnable add) {
    getStyleClass().add("transfers-pane");
    setMinWidth(220);
    list.setId("transfers");
    list.getStyleClass().addAll("transfers", "edge-to-edge", "pane-begin");
    list.setItems(model.transfers().rows());
    list.setCellFactory(
        _ -> new TransferCell(model::toggle, file -> model.fileIconsProperty().get().apply(file)));
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          TransferRow row = list.getSelectionModel().getSelectedItem();
          boolean open = row != null && row.openProperty().get();
          boolean fold =
              event.getCode() == KeyCode.ENTER
                  || (event.getCode() == KeyCode.LEFT && open)
                  || (event.getCode() == KeyCode.RIGHT && !open);
          if (row != null && fold) {
            model.toggle(row);
            event.consume();
          }
        });
    list.setAccessibleText(Messages.text("transfers.accessible"));
    VBox.setVgrow(list, Priority.ALWAYS);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(row -> model.selectedProperty().set(row));
    model
        .selectedProperty()
        .subscribe(
            row -> {
              if (row == null) {
                list.getSelectionModel().clearSelection();
              } else if (list.getSelectionModel().getSelectedItem() != row) {
                list.getSelectionModel().select(row);
                Platform.runLater(() -> reveal(row));
              }
            });
    getChildren().addAll(header(model, add), list, new OutcomeCard(model));
  }

  /// The list has been opened over what was used before.
  void opened() {
    list.requestFocus();
    list.layout(); // what failed has got its words meanwhile, and the list less room
    Reveal.row(list, list.getSelectionModel().getSelectedIndex());
  }

  /// Scrolls only to a row that is not there to be seen: rows would stand half cut for nothing.
  private void reveal(TransferRow row) {
    Bounds view = list.localToScene(list.getLayoutBounds());
    boolean seen =
        list.lookupAll(".transfer-cell").stream()
            .filter(cell -> cell instanceof ListCell<?> each && row.equals(each.getItem()))
            .map(cell -> cell.localToScene(cell.getLayoutBounds()))
            .anyMatch(at -> at.getMinY() >= view.getMinY() && at.getMaxY() <= view.getMaxY());
    if (!seen) {
      list.scrollTo(row);
    }
  }

  void focusList() {
    list.requestFocus();
  }

  private static HBox header(MonitorViewModel model, Runnable add) {
    Label title = new Label(Messages.text("transfers.title"));
    title.getStyleClass().add("sl-semibold");
    Label hint = new Label(Messages.text("transfers.hint"));
    hint.getStyleClass().add("muted");
    hint.visibleProperty().bind(model.selectedProperty().isNull()); // else the buttons stand there
    hint.managedProperty().bind(hint.visibleProperty());
    title.setMinWidth(USE_PREF_SIZE);
    Label count = new Label();
    count.getStyleClass().add("count-chip");
    count.setMinWidth(USE_PREF_SIZE);
    count.textProperty().bind(model.transfers().countProperty().asString());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox header = new HBox(8, title, hint, space, new TransferActions(model, add), count);
    header.getStyleClass().add("pane-header");
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }
}
