package org.sluice.app.learn;

import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.SVGPath;

/// An arrow of the loop diagram.
final class Edge extends Group {
  private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

  private final SVGPath line = new SVGPath();
  private final Polygon head = new Polygon(0, 0, -7, -3.5, -7, 3.5);

  /// @param path as SVG has it
  /// @param x where its head points to
  /// @param degrees where to: 0 for right, 90 for down
  Edge(String path, double x, double y, double degrees) {
    line.setContent(path);
    line.getStyleClass().add("edge");
    head.getStyleClass().add("edge-head");
    head.getTransforms()
        .addAll(
            new javafx.scene.transform.Translate(x, y),
            new javafx.scene.transform.Rotate(degrees, 0, 0));
    getChildren().addAll(line, head);
    setMouseTransparent(true);
  }

  /// With a line of dashes.
  Edge dashed() {
    line.getStyleClass().add("dashed");
    return this;
  }

  /// Whether it leads to the current step.
  void lit(boolean value) {
    line.pseudoClassStateChanged(LIT, value);
    head.pseudoClassStateChanged(LIT, value);
  }
}
