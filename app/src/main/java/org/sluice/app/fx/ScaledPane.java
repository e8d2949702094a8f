package org.sluice.app.fx;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows one region larger or smaller, text and icons alike: it is laid out in fewer or more pixels,
/// so that it still fills the place it has.
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
    scale.setX(percent / 100.0);
    scale.setY(percent / 100.0);
    requestLayout();
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
