package org.sluice.app.fx;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
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
    SharpScroll.in(this);
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

  /// Scrolls as little as can be so that this is seen, once all have found their places.
  public void reveal(Node node) {
    Platform.runLater(
        () -> {
          if (getScene() == null) {
            return; // closed meanwhile
          }
          getScene().getRoot().applyCss();
          getScene().getRoot().layout();
          Bounds at = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
          double room = getViewportBounds().getHeight();
          double more = content.getHeight() - room;
          if (more > 0) {
            double top = getVvalue() * more;
            double wanted = Math.min(at.getMinY(), Math.max(top, at.getMaxY() - room));
            setVvalue(Math.clamp(wanted / more, 0, 1));
          }
        });
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
