package org.sluice.app.fx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// Loads IBM Plex, whose digits are all of one width.
///
/// JavaFX reads WOFF but not WOFF2, and takes the weights 500 and 600 for families of their own
/// ("IBM Plex Sans Medm", "IBM Plex Sans SmBld"). The files are the complete ones: of two subsets
/// with the same name the second would replace the first.
public final class Fonts {
  private static final List<String> FILES =
      List.of(
          "IBMPlexSans-Regular",
          "IBMPlexSans-Medium",
          "IBMPlexSans-SemiBold",
          "IBMPlexSans-Bold",
          "IBMPlexMono-Regular",
          "IBMPlexMono-Medium",
          "IBMPlexMono-SemiBold",
          "IBMPlexMono-Bold");

  private Fonts() {}

  /// Makes the families known to JavaFX; call before the first scene.
  public static void load() {
    for (String file : FILES) {
      String resource = "fonts/" + file + ".woff";
      try (InputStream in = Fonts.class.getResourceAsStream(resource)) {
        if (in == null || Font.loadFont(in, 13) == null) {
          throw new IllegalStateException("cannot read the font " + resource);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the font " + resource, e);
      }
    }
  }
}
