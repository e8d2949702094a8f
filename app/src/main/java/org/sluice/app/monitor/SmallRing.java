package org.sluice.app.monitor;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/// What is left of the next timeout, in the status line: the words beside it say it too.
final class SmallRing extends Pane {
  private static final double SIZE = 14;
  private static final double RADIUS = 5.5;

  SmallRing(ObservableValue<Number> share) {
    getStyleClass().add("small-ring");
    setMinSize(SIZE, SIZE);
    setMaxSize(SIZE, SIZE);
    Circle track = new Circle(SIZE / 2, SIZE / 2, RADIUS);
    track.getStyleClass().add("ring-track");
    Arc left = new Arc(SIZE / 2, SIZE / 2, RADIUS, RADIUS, 90, 0);
    left.setType(ArcType.OPEN);
    left.getStyleClass().add("ring-left");
    share.subscribe(now -> left.setLength(360 * now.doubleValue()));
    getChildren().addAll(track, left);
  }
}
