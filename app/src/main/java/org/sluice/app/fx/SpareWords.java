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
  private static final Object ROOMY = new Object();

  private SpareWords() {}

  /// @param spare in this order their words are given up; what has no icon is not seen then
  /// @param needed the width that all in the bar need now
  public static void fit(Region bar, List<? extends Labeled> spare, DoubleSupplier needed) {
    double width = bar.getWidth();
    if (bar.getScene() == null || width <= 0) {
      return;
    }
    spare.forEach(SpareWords::giveBack);
    bar.applyCss();
    for (Labeled label : spare) {
      if (needed.getAsDouble() <= width) {
        return;
      }
      giveUp(label);
    }
  }

  /// Shows it as it was shown at first.
  private static void giveBack(Labeled label) {
    label.getProperties().putIfAbsent(ROOMY, label.getContentDisplay());
    label.setContentDisplay((ContentDisplay) label.getProperties().get(ROOMY));
    show(label, true);
  }

  private static void giveUp(Labeled label) {
    label.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    show(label, label.getGraphic() != null);
  }

  private static void show(Labeled label, boolean shown) {
    label.setVisible(shown);
    label.setManaged(shown);
  }
}
