package org.sluice.app.settings;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the window remembers between two runs.
///
/// @param place null for the middle of the screen in the usual size
/// @param view what the perspectives look like
public record Settings(@Nullable WindowPlace place, View view) {

  /// What the perspectives look like.
  ///
  /// @param shown the name of the one that is shown; empty for the first one
  /// @param memory of dividers, columns and the like, by names that the perspectives give
  public record View(String shown, Map<String, String> memory) {
    public static final View INITIAL = new View("", Map.of());

    public View {
      memory = Map.copyOf(memory);
    }
  }

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

  /// For the first start.
  public static final Settings INITIAL = new Settings(null, View.INITIAL);

  public Settings withPlace(WindowPlace value) {
    return new Settings(value, view);
  }

  public Settings withView(View value) {
    return new Settings(place, value);
  }
}
