package org.sluice.app.downloads;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// A sluice gate that holds the water back, coloured by the theme.
final class SluicePicture {
  private SluicePicture() {}

  private static final double WIDTH = 300;
  private static final double HEIGHT = 162;

  static Pane make() {
    Pane group = new Pane();
    group
        .getChildren()
        .addAll(
            path("M0 80 C20 72 38 72 56 80 S92 88 112 80 L112 138 L0 138Z", "picture-water"),
            path("M0 80 C20 72 38 72 56 80 S92 88 112 80", "picture-wave"),
            path(
                "M188 130 C208 124 222 124 242 130 S280 136 300 130 L300 138 L188 138Z",
                "picture-water"),
            path("M188 130 C208 124 222 124 242 130 S280 136 300 130", "picture-wave"),
            box(0, 136, 300, 26, 6, "picture-ground"),
            box(110, 36, 14, 100, 0, "picture-post"),
            box(176, 36, 14, 100, 0, "picture-post"),
            box(145, 4, 10, 56, 0, "picture-beam"),
            box(130, 0, 40, 9, 4, "picture-beam"),
            box(102, 24, 96, 14, 4, "picture-beam"),
            path("M127 56 H173 V112 L154 129 A6 6 0 0 1 146 129 L127 112Z", "picture-gate"),
            box(132, 69, 36, 2.5, 1, "picture-line"),
            box(132, 82, 36, 2.5, 1, "picture-line"));
    scale(group, 1);
    return group;
  }

  /// Makes it smaller or larger; it takes that much room.
  static void scale(Pane picture, double scale) {
    picture.getTransforms().setAll(new Scale(scale, scale));
    picture.setMinSize(WIDTH * scale, HEIGHT * scale);
    picture.setMaxSize(WIDTH * scale, HEIGHT * scale);
  }

  private static SVGPath path(String content, String style) {
    SVGPath path = new SVGPath();
    path.setContent(content);
    path.getStyleClass().add(style);
    return path;
  }

  private static Rectangle box(
      double x, double y, double width, double height, double arc, String style) {
    Rectangle box = new Rectangle(x, y, width, height);
    box.setArcWidth(arc);
    box.setArcHeight(arc);
    box.getStyleClass().add(style);
    return box;
  }
}
