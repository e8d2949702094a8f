package org.sluice.app.fx;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows one region larger or smaller, text and icons alike: it is laid out in fewer or more pixels,
/// so that it still fills the place it has.
///
/// What is made of pixels in it asks how large they are ([#zoomOf]), so that it is not stretched.
///
/// **Threads**: JavaFX.
public final class ScaledPane extends Region {
  private final Region content;
  private final Scale scale = new Scale(1, 1, 0, 0);

  public ScaledPane(Region content) {
    this.content = content;
    content.getTransforms().add(scale);
    getChildren().add(content);
  }

  /// @param percent 100 for the size it is designed in
  public void percent(int percent) {
    double zoom = percent / 100.0;
    if (zoom == scale.getX()) {
      return;
    }
    scale.setX(zoom);
    scale.setY(zoom);
    requestLayout();
    renew(content);
  }

  /// How large a unit of length of a node is shown: 1 outside of such a pane.
  public static double zoomOf(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.getParent() instanceof ScaledPane pane) {
        return pane.scale.getX();
      }
    }
    return 1;
  }

  /// The place nearest to one in a node where a pixel of the screen begins. What is made of pixels is
  /// soft anywhere else.
  public static Point2D onPixel(Node node, double x, double y) {
    if (zoomOf(node) == 1 || node.getScene().getWindow() == null) {
      return new Point2D(x, y); // the layout has rounded it
    }
    double pixels = node.getScene().getWindow().getRenderScaleX();
    Point2D at = node.localToScene(x, y);
    return node.sceneToLocal(
        Math.rint(at.getX() * pixels) / pixels, Math.rint(at.getY() * pixels) / pixels);
  }

  private static void renew(Node node) {
    switch (node) {
      case Drawing drawing -> drawing.requestLayout();
      case Parent parent -> parent.getChildrenUnmodifiable().forEach(ScaledPane::renew);
      default -> {}
    }
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
  }

  @Override
  protected double computePrefWidth(double height) {
    return content.prefWidth(-1) * scale.getX();
  }

  @Override
  protected double computePrefHeight(double width) {
    return content.prefHeight(-1) * scale.getY();
  }
}
