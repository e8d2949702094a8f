package org.sluice.app.add;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.sluice.app.fx.Direction;
import org.sluice.engine.item.Checksum.Algorithm;

/// What the file must hash to.
final class ChecksumRow extends HBox {
  ChecksumRow(ChecksumField field) {
    super(8);
    ComboBox<Algorithm> algorithm = new ComboBox<>();
    algorithm.setId("add-algorithm");
    algorithm.setAccessibleText(AddWords.text("checksum.algorithm"));
    algorithm.getItems().setAll(List.of(Algorithm.values()).reversed());
    algorithm.setCellFactory(_ -> algorithmCell());
    algorithm.setButtonCell(algorithmCell());
    algorithm.valueProperty().bindBidirectional(field.algorithmProperty());
    algorithm.setPrefWidth(112);
    algorithm.setMinWidth(112);
    TextField digits = new TextField();
    digits.setId("add-checksum");
    digits.setAccessibleText(AddWords.text("checksum"));
    Direction.leftToRight(digits).getStyleClass().add("sl-code");
    digits.setPromptText(AddWords.text("checksum.prompt"));
    digits.textProperty().bindBidirectional(field.textProperty());
    HBox.setHgrow(digits, Priority.ALWAYS);
    FontIcon mark = new FontIcon(MaterialDesignC.CHECK);
    Label state = new Label("", mark);
    state.setMinWidth(24);
    field
        .textProperty()
        .subscribe(
            typed -> {
              field.recognizeAlgorithm();
              boolean good = field.parsed() != null;
              mark.setIconCode(good ? MaterialDesignC.CHECK : MaterialDesignA.ALERT_OUTLINE);
              AddNodes.visible(state, !typed.isBlank());
            });
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(algorithm, digits, state);
  }

  private static ListCell<Algorithm> algorithmCell() {
    return new ListCell<>() {
      @Override
      protected void updateItem(@Nullable Algorithm algorithm, boolean empty) {
        super.updateItem(algorithm, empty);
        setText(empty || algorithm == null ? null : algorithm.jdkName());
      }
    };
  }
}
