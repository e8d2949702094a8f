package org.sluice.app.main;

import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.sluice.app.settings.Settings.WindowPlace;

/// Where a window stands, and how to put it there again.
final class WindowMemory {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double GRIP = 80;

  private WindowMemory() {}

  /// Puts a window where it stood, if enough of it is then on a screen to take hold of.
  static void place(Stage stage, @Nullable WindowPlace place) {
    if (place == null) {
      stage.setWidth(WIDTH);
      stage.setHeight(HEIGHT);
      return;
    }
    stage.setWidth(place.width());
    stage.setHeight(place.height());
    if (!Screen.getScreensForRectangle(place.x(), place.y(), GRIP, GRIP).isEmpty()) {
      stage.setX(place.x());
      stage.setY(place.y());
    }
    stage.setMaximized(place.maximized());
  }

  /// Where a window stands now; of a maximized one the place it came from is kept.
  static WindowPlace of(Stage stage, @Nullable WindowPlace before) {
    if (stage.isMaximized() && before != null) {
      return new WindowPlace(before.x(), before.y(), before.width(), before.height(), true);
    }
    return new WindowPlace(
        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
  }
}
