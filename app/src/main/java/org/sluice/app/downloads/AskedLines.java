package org.sluice.app.downloads;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/// Moves the lines of downloads whose servers are being asked: the same for all, and only those that
/// are in sight. While no server is asked no clock runs.
///
/// **Threads**: JavaFX.
final class AskedLines {
  /// Where a line stands for one who wants no motion.
  static final double REST = 0.5;

  private static final Duration STEP = Duration.millis(40);
  private static final double STEPS_PER_PASS = 36;

  /// A table makes new cells now and then, and forgets the old ones.
  private final Set<SegmentStrip> strips = Collections.newSetFromMap(new WeakHashMap<>());

  private final Timeline clock = new Timeline(new KeyFrame(STEP, _ -> step()));
  private double phase;

  AskedLines() {
    clock.setCycleCount(Animation.INDEFINITE);
  }

  void add(SegmentStrip strip) {
    strips.add(strip);
  }

  /// @param asked whether any server is being asked
  void run(boolean asked) {
    if (asked) {
      clock.play();
    } else {
      clock.stop();
    }
  }

  boolean runs() {
    return clock.getStatus() == Animation.Status.RUNNING;
  }

  /// How far a line is on its way, from 0 to 1.
  double phase() {
    return phase;
  }

  private void step() {
    phase = (phase + 1 / STEPS_PER_PASS) % 1;
    for (SegmentStrip strip : strips) {
      if (strip.moves()) {
        strip.redraw();
      }
    }
  }
}
