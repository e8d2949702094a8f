package org.sluice.app.monitor;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/// A ring that empties towards the next timeout, the milliseconds in its middle.
final class TimeoutRing extends StackPane {
  private static final double SIZE = 80;
  private static final double RADIUS = 35;

  TimeoutRing(TimeoutViewModel model) {
    getStyleClass().add("timeout-ring");
    setId("timeout-ring");
    setMinSize(SIZE, SIZE);
    setMaxSize(SIZE, SIZE);
    Circle track = new Circle(SIZE / 2, SIZE / 2, RADIUS);
    track.getStyleClass().add("ring-track");
    Arc left = new Arc(SIZE / 2, SIZE / 2, RADIUS, RADIUS, 90, 0);
    left.setType(ArcType.OPEN);
    left.getStyleClass().add("ring-left");
    left.setManaged(false);
    track.setManaged(false);
    model
        .shareProperty()
        .subscribe(
            share -> {
              boolean calm = getScene() != null && getScene().getPreferences().isReducedMotion();
              left.setLength(360 * (calm ? quarters(share.doubleValue()) : share.doubleValue()));
            });

    Label number = new Label();
    number.setId("timeout-remaining");
    number.getStyleClass().add("ring-number");
    number.textProperty().bind(model.remainingProperty());
    Label unit = new Label();
    unit.getStyleClass().add("ring-unit");
    unit.textProperty().bind(model.unitProperty());
    unit.visibleProperty().bind(unit.textProperty().isNotEmpty());
    unit.managedProperty().bind(unit.visibleProperty());
    VBox words = new VBox(-4, number, unit);
    words.setAlignment(Pos.CENTER);
    getChildren().addAll(track, left, words);

    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
    focusedProperty().subscribe(_ -> setAccessibleText(model.spokenProperty().get()));
    model
        .spokenProperty()
        .subscribe(
            spoken -> {
              if (isFocused()) {
                setAccessibleText(spoken);
              }
            });
  }

  /// For one who wants no motion, the ring goes on in four steps.
  static double quarters(double share) {
    return Math.ceil(share * 4) / 4;
  }
}
