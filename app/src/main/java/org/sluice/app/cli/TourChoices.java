package org.sluice.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// How the pictures of `sluice tour` are wanted.
///
/// @param out the folder for them
/// @param width of the window, in pixels
/// @param height of the window, in pixels
/// @param scalePercent 100 for the size that everything is designed in
/// @param locale of the words and numbers
/// @param only beginnings of names; empty for all pictures
/// @param offScreen whether no display is used even if there is one
public record TourChoices(
    Path out,
    int width,
    int height,
    int scalePercent,
    Look look,
    Locale locale,
    List<String> only,
    boolean offScreen) {
  /// The smallest that the window may be.
  public static final int LEAST_WIDTH = 800;

  /// The smallest that the window may be.
  public static final int LEAST_HEIGHT = 500;

  /// No screen is larger.
  public static final int MOST = 8_192;

  /// Which themes are shown.
  public enum Look {
    LIGHT,
    DARK,
    BOTH
  }

  public TourChoices {
    only = List.copyOf(only);
    if (width < LEAST_WIDTH || height < LEAST_HEIGHT || width > MOST || height > MOST) {
      throw new IllegalArgumentException(
          "the size goes from "
              + LEAST_WIDTH
              + "x"
              + LEAST_HEIGHT
              + " to "
              + MOST
              + "x"
              + MOST
              + ", not "
              + width
              + "x"
              + height);
    }
    if (scalePercent < 80 || scalePercent > 200) {
      throw new IllegalArgumentException("the scale goes from 80 to 200, not " + scalePercent);
    }
  }

  /// Whether this picture is wanted.
  public boolean wants(String name) {
    return only.isEmpty() || only.stream().anyMatch(name::startsWith);
  }
}
