package org.sluice.app.fx;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// As high as what it shows, up to a limit; from there on it scrolls.
public final class GrowingScroll extends ScrollPane {
  private final Region content;
  private final double most;

  /// @param most pixels
  public GrowingScroll(Region content, double most) {
    super(content);
    this.content = content;
    this.most = most;
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().add("edge-to-edge");
    content.needsLayoutProperty().subscribe(needs -> grow(needs));
  }

  /// What a scroll pane shows may grow without it; this one is to grow with it.
  private void grow(boolean needed) {
    if (needed) {
      requestLayout();
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    double around = snappedTopInset() + snappedBottomInset();
    double wide = width >= 0 ? width : getWidth() > 0 ? getWidth() : content.prefWidth(-1);
    return Math.min(most, content.prefHeight(wide) + around);
  }

  @Override
  protected double computeMaxHeight(double width) {
    return computePrefHeight(width);
  }
}
