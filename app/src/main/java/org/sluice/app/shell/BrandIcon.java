package org.sluice.app.shell;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;

/// The program's icon as it is drawn for 24 pixels; as shapes it is sharp at every text size.
final class BrandIcon extends Pane {
  private static final double SIZE = 24;
  private static final double ARC = 10;

  BrandIcon() {
    setMinSize(SIZE, SIZE);
    setPrefSize(SIZE, SIZE);
    setMaxSize(SIZE, SIZE);
    Rectangle plate = new Rectangle(SIZE, SIZE);
    plate.setArcWidth(ARC);
    plate.setArcHeight(ARC);
    plate.getStyleClass().add("brand-plate");
    getChildren()
        .addAll(
            plate,
            path("M4 6h2.2v13H4ZM17.8 6H20v13h-2.2Z", "brand-gate"),
            path(
                "M0 17.8c2-1.3 4-1.3 6 0s4 1.3 6 0 4-1.3 6 0 4 1.3 6 0V19a5 5 0 0 1-5 5H5"
                    + "a5 5 0 0 1-5-5Z",
                "brand-water"),
            path("M4 5h16v2.2h-7V9h4v4.2L12 17l-5-3.8V9h4V7.2H4Z", "brand-gate"),
            path("M9 2h6v1.6h-2V5h-2V3.6H9Z", "brand-gate"));
  }

  private static SVGPath path(String content, String style) {
    SVGPath path = new SVGPath();
    path.setContent(content);
    path.getStyleClass().add(style);
    return path;
  }
}
