package org.sluice.app.add;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// As high as what it shows, up to a limit; from there on it scrolls.
final class GrowingScroll extends ScrollPane {
  private final Region content;
  private final double most;

  /// @param most pixels
  GrowingScroll(Region content, double most) {
    super(content);
    this.content = content;
    this.most = most;
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().add("edge-to-edge");
  }

  @Override
  protected double computePrefHeight(double width) {
    double around = snappedTopInset() + snappedBottomInset();
    return Math.min(most, content.prefHeight(width < 0 ? content.prefWidth(-1) : width) + around);
  }

  @Override
  protected double computeMaxHeight(double width) {
    return computePrefHeight(width);
  }
}
