package org.sluice.app.fx;

import java.util.List;
import java.util.function.DoubleSupplier;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;

/// Words that a bar gives up, one after the other, where there is not room for all; icons and tooltips stay.
///
/// **Threads**: JavaFX.
public final class SpareWords {
  private SpareWords() {}

  /// @param spare in this order their words are given up
  /// @param needed the width that all in the bar need now
  public static void fit(Region bar, List<? extends Labeled> spare, DoubleSupplier needed) {
    double width = bar.getWidth();
    if (bar.getScene() == null || width <= 0) {
      return;
    }
    spare.forEach(label -> label.setContentDisplay(ContentDisplay.LEFT));
    bar.applyCss();
    for (Labeled label : spare) {
      if (needed.getAsDouble() <= width) {
        return;
      }
      label.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }
  }
}
