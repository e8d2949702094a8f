package org.sluice.app.learn;

import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The light around the current step; it moves from one to the next.
final class Halo extends Region {
  private static final double WIDER = 4;
  private static final Duration MOVE = Duration.millis(150);

  private final DoubleProperty x = new SimpleDoubleProperty();
  private final DoubleProperty y = new SimpleDoubleProperty();
  private final DoubleProperty width = new SimpleDoubleProperty();
  private final DoubleProperty height = new SimpleDoubleProperty();
  private final Timeline motion = new Timeline();

  Halo() {
    getStyleClass().add("halo");
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
    for (DoubleProperty each : new DoubleProperty[] {x, y, width, height}) {
      each.subscribe(
          _ ->
              resizeRelocate(
                  x.get(), y.get(), Math.max(0, width.get()), Math.max(0, height.get())));
    }
  }

  /// Goes around `node`, or away.
  void move(@Nullable Region node, boolean moves) {
    boolean wasThere = isVisible();
    setVisible(node != null);
    if (node == null) {
      return;
    }
    pseudoClassStateChanged(
        javafx.css.PseudoClass.getPseudoClass("round"), node instanceof BackNode);
    double[] place = {
      node.getLayoutX() - WIDER,
      node.getLayoutY() - WIDER,
      node.getWidth() + 2 * WIDER,
      node.getHeight() + 2 * WIDER
    };
    motion.stop();
    DoubleProperty[] all = {x, y, width, height};
    if (!moves || !wasThere) {
      for (int i = 0; i < all.length; i++) {
        all[i].set(place[i]);
      }
      return;
    }
    KeyValue[] values = new KeyValue[all.length];
    for (int i = 0; i < all.length; i++) {
      values[i] = new KeyValue(all[i], place[i], Interpolator.EASE_OUT);
    }
    motion.getKeyFrames().setAll(new KeyFrame(MOVE, values));
    motion.play();
  }
}
