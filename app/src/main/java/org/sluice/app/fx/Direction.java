package org.sluice.app.fx;

import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.sluice.app.language.Language;

/// From which side a window is read.
///
/// **Threads**: JavaFX.
public final class Direction {
  private Direction() {}

  /// Mirrors a scene if the language is written from the right.
  public static void of(Scene scene) {
    scene.setNodeOrientation(
        Language.spoken().isRightToLeft()
            ? NodeOrientation.RIGHT_TO_LEFT
            : NodeOrientation.LEFT_TO_RIGHT);
  }

  /// What has no other side: an axis of time, code, a hash, a path, an address.
  public static <N extends Node> N leftToRight(N node) {
    node.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    return node;
  }
}
