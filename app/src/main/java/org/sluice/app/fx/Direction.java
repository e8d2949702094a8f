package org.sluice.app.fx;

import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.sluice.app.language.Language;

/// From which side a window is read.
///
/// **Threads**: JavaFX.
public final class Direction {
  private Direction() {}

  /// Mirrors a scene if the language is written from the right.
  public static void of(Scene scene) {
    boolean mirrored = Language.spoken().isRightToLeft();
    scene.setNodeOrientation(
        mirrored ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
    if (mirrored) {
      new WrapGuard().watch(scene.getRoot());
    }
  }

  /// The mark of something that is folded up: it points where one reads on.
  public static Ikon folded() {
    return Language.spoken().isRightToLeft()
        ? MaterialDesignC.CHEVRON_LEFT
        : MaterialDesignC.CHEVRON_RIGHT;
  }

  /// The style class of code that has words of the window in it, or the other one where these words are
  /// written from the right: the pieces of such a line are put into the wrong order if they are of two
  /// faces, and IBM Plex Mono has Latin letters only.
  public static String mixed(String code, String words) {
    return Language.spoken().isRightToLeft() ? words : code;
  }

  /// What has no other side: an axis of time, code, a hash, a path, an address.
  public static <N extends Node> N leftToRight(N node) {
    node.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    return node;
  }
}
