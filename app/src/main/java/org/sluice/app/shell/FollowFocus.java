package org.sluice.app.shell;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/// Scrolls a pane so that what has the focus is seen, however the focus came there; JavaFX does it for Tab
/// only.
///
/// **Threads**: JavaFX.
final class FollowFocus {
  private final ScrollPane pane;

  private FollowFocus(ScrollPane pane) {
    this.pane = pane;
  }

  static void in(ScrollPane pane) {
    FollowFocus follow = new FollowFocus(pane);
    pane.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(owner -> follow.show(owner));
  }

  private void show(@Nullable Node owner) {
    Node content = pane.getContent();
    Bounds view = pane.getViewportBounds();
    if (owner == null || content == null || view.isEmpty() || !PaneOrder.isInside(owner, content)) {
      return;
    }
    Bounds all = content.getLayoutBounds();
    Bounds at = content.sceneToLocal(owner.localToScene(owner.getLayoutBounds()));
    double wide = all.getWidth() - view.getWidth();
    double high = all.getHeight() - view.getHeight();
    if (wide > 0) {
      double left = near(pane.getHvalue() * wide, view.getWidth(), at.getMinX(), at.getMaxX());
      pane.setHvalue(Math.clamp(left / wide, 0, 1));
    }
    if (high > 0) {
      double top = near(pane.getVvalue() * high, view.getHeight(), at.getMinY(), at.getMaxY());
      pane.setVvalue(Math.clamp(top / high, 0, 1));
    }
  }

  /// Where what is seen begins then, moved as little as can be; of what is too large the beginning is seen.
  static double near(double begin, double room, double from, double to) {
    if (from < begin || to - from > room) {
      return from;
    }
    return to > begin + room ? to - room : begin;
  }
}
