package org.sluice.app.main;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.sluice.app.settings.Settings.WindowPlace;

/// Where a window stands, and how to put it there again.
final class WindowMemory {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double GRIP = 80;

  /// At the first start so much is left of a small screen, for a title that is not in sight yet.
  private static final double TITLE = 40;

  private WindowMemory() {}

  /// Puts a window where it stood, if enough of it is then on a screen to take hold of.
  static void place(Stage stage, @Nullable WindowPlace place) {
    if (place == null) {
      Rectangle2D screen = Screen.getPrimary().getVisualBounds();
      stage.setWidth(Math.min(WIDTH, screen.getWidth()));
      stage.setHeight(Math.min(HEIGHT, screen.getHeight() - TITLE));
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
