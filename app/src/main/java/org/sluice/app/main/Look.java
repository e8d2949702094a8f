package org.sluice.app.main;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.sluice.app.fx.Accent;
import org.sluice.app.fx.Theme;
import org.sluice.app.preferences.AllSettings;
import org.sluice.app.preferences.AllSettings.Density;
import org.sluice.app.preferences.AllSettings.PollColours;
import org.sluice.app.preferences.Preferences;

/// Puts on a window what the user has set for its appearance, but for the size of text.
///
/// **Threads**: JavaFX.
final class Look {
  private Look() {}

  /// Until the user has chosen, the system's theme is ours.
  static Theme theme(Preferences now) {
    return switch (now.get(AllSettings.THEME)) {
      case SYSTEM -> Theme.ofSystem();
      case LIGHT -> Theme.LIGHT;
      case DARK -> Theme.DARK;
    };
  }

  /// Density is a style class, the accent are tokens on the root, and motion is a preference of the
  /// scene: so no part of the window needs to be told.
  static void apply(Preferences now, Theme theme, Scene scene, Region root) {
    for (Density each : Density.values()) {
      root.getStyleClass().remove(styleClass(each));
    }
    root.getStyleClass().add(styleClass(now.get(AllSettings.DENSITY)));
    for (PollColours each : PollColours.values()) {
      root.getStyleClass().remove(styleClass(each));
    }
    root.getStyleClass().add(styleClass(now.get(AllSettings.POLL_COLOURS)));
    root.setStyle(Accent.style(accent(now), theme));
    scene
        .getPreferences()
        .setReducedMotion(
            switch (now.get(AllSettings.MOTION)) {
              case SYSTEM -> Platform.getPreferences().isReducedMotion();
              case FULL -> false;
              case REDUCED -> true;
            });
  }

  private static String styleClass(Density density) {
    return "density-" + density.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static String styleClass(PollColours colours) {
    return "poll-" + colours.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static Color accent(Preferences now) {
    return switch (now.get(AllSettings.ACCENT)) {
      case SYSTEM -> Platform.getPreferences().getAccentColor();
      case BLUE -> Accent.DESIGNED;
      case TEAL -> Color.web("#0f766e");
      case VIOLET -> Color.web("#8250df");
      case PINK -> Color.web("#bf3989");
      case GREY -> Color.web("#57606a");
    };
  }
}
