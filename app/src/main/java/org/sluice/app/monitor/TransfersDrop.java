package org.sluice.app.monitor;

import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.sluice.app.fx.Messages;

/// In a narrow window: a line that says which transfer is selected, and opens the list of them over
/// the table.
final class TransfersDrop extends HBox {
  private static final double WIDTH = 320;
  private static final double HEIGHT = 380;

  private final ToggleButton open = new ToggleButton();
  private final StackPane layer = new StackPane();

  TransfersDrop(MonitorViewModel model) {
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().addAll("pane-header", "transfers-drop");
    open.setId("transfers-drop");
    open.setText(Messages.text("transfers.title"));
    open.setGraphic(new FontIcon(MaterialDesignC.CHEVRON_DOWN));
    open.getStyleClass().addAll("flat", "small");
    open.setTooltip(new Tooltip(MonitorWords.text("transfers.drop.tip")));
    open.setMinWidth(USE_PREF_SIZE);
    Label count = new Label();
    count.getStyleClass().add("count-chip");
    count.setMinWidth(USE_PREF_SIZE);
    count.textProperty().bind(model.transfers().countProperty().asString());
    Label chosen = new Label();
    chosen.setMinWidth(0);
    chosen
        .textProperty()
        .bind(model.selectedProperty().flatMap(row -> row == null ? null : row.nameProperty()));
    setSpacing(8);
    getChildren().addAll(open, count, chosen, brief(model));
    layer.setId("transfers-layer");
    layer.getStyleClass().add("transfers-layer");
    layer.setPickOnBounds(false);
    layer.setMaxSize(WIDTH, HEIGHT);
    layer.visibleProperty().bind(open.selectedProperty());
    StackPane.setAlignment(layer, Pos.TOP_LEFT);
    layer.translateYProperty().bind(heightProperty());
    managedProperty().bind(visibleProperty());
  }

  /// How the chosen one ended; the whole of it stands below the list.
  private static Label brief(MonitorViewModel model) {
    Label brief = new Label();
    brief.setId("outcome-brief");
    brief.getStyleClass().addAll("text-small", "muted");
    brief.setMinWidth(0);
    brief.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(brief, Priority.ALWAYS);
    brief
        .textProperty()
        .bind(
            model
                .selectedProperty()
                .flatMap(row -> row == null ? null : row.outcomeProperty())
                .map(Outcome::title));
    return brief;
  }

  /// Where the list is put while the window is narrow.
  StackPane layer() {
    return layer;
  }

  /// Takes the list away.
  void close() {
    open.setSelected(false);
    open.requestFocus();
  }

  BooleanProperty openProperty() {
    return open.selectedProperty();
  }

  /// Takes the list in, or gives it back.
  void take(Node list, boolean narrow) {
    setVisible(narrow);
    open.setSelected(false);
    if (narrow) {
      layer.getChildren().setAll(list);
    } else {
      layer.getChildren().clear();
    }
  }
}
