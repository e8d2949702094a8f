package org.sluice.app.shell;

import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import org.jspecify.annotations.Nullable;

/// Moves the dividers between panes by keys: the one beside the pane that has the focus.
///
/// **Threads**: JavaFX.
final class DividerKeys {
  /// Of the width, or the height, of what is divided.
  private static final double STEP = 0.02;

  private DividerKeys() {}

  /// Moves the nearest divider.
  ///
  /// @param along horizontal for left and right, vertical for up and down
  /// @param forward to the right, or down
  /// @return whether there is one
  static boolean move(@Nullable Node focus, Orientation along, boolean forward) {
    for (Node each = focus; each != null; each = each.getParent()) {
      if (each instanceof SplitPane pane && pane.getOrientation() == along) {
        int at = beside(pane, focus);
        if (at >= 0) {
          boolean mirrored =
              along == Orientation.HORIZONTAL
                  && pane.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
          double now = pane.getDividerPositions()[at];
          pane.setDividerPosition(at, Math.clamp(now + (forward != mirrored ? STEP : -STEP), 0, 1));
          return true;
        }
      }
    }
    return false;
  }

  /// The divider after the pane with the focus, or before the last one; -1 for none.
  private static int beside(SplitPane pane, @Nullable Node focus) {
    for (int i = 0; i < pane.getItems().size(); i++) {
      if (PaneOrder.isInside(focus, pane.getItems().get(i))) {
        return Math.min(i, pane.getDividers().size() - 1);
      }
    }
    return -1;
  }
}
