package org.sluice.app.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Theme;

/// What the window remembers between two runs.
///
/// @param theme null until the user chose one: then the system's
/// @param folder where downloads go
/// @param place null for the middle of the screen in the usual size
/// @param sideDivider share of the transfers' width, 0 to 1
/// @param timelineDivider share of the height above the timeline, 0 to 1
public record Settings(
    @Nullable Theme theme,
    Path folder,
    @Nullable WindowPlace place,
    double sideDivider,
    double timelineDivider) {

  /// Where the window stood.
  ///
  /// **Units**: pixels of the screen
  public record WindowPlace(double x, double y, double width, double height, boolean maximized) {
    public WindowPlace {
      if (!(width >= 1 && height >= 1)) {
        throw new IllegalArgumentException("a window of " + width + " by " + height);
      }
    }
  }

  public Settings {
    requireShare(sideDivider);
    requireShare(timelineDivider);
  }

  /// For the first start.
  public static Settings initial(Path folder) {
    return new Settings(null, folder, null, 0.208, 0.60);
  }

  public Settings withTheme(Theme value) {
    return new Settings(value, folder, place, sideDivider, timelineDivider);
  }

  public Settings withFolder(Path value) {
    return new Settings(theme, value, place, sideDivider, timelineDivider);
  }

  public Settings withPlace(WindowPlace value) {
    return new Settings(theme, folder, value, sideDivider, timelineDivider);
  }

  public Settings withDividers(double side, double timeline) {
    return new Settings(theme, folder, place, side, timeline);
  }

  private static void requireShare(double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("a divider at " + value);
    }
  }
}
