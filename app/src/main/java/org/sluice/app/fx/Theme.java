package org.sluice.app.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.sluice.app.language.Language;

/// Light or dark: AtlantaFX Primer below, our tokens and component rules above it.
public enum Theme {
  LIGHT,
  DARK;

  /// What the user told the system to look like.
  public static Theme ofSystem() {
    return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
  }

  /// The other one.
  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }

  /// Puts this theme on a scene. **Threads**: JavaFX.
  public void applyTo(Scene scene) {
    var primer = this == LIGHT ? new PrimerLight() : new PrimerDark();
    Application.setUserAgentStylesheet(primer.getUserAgentStylesheet());
    String tokens = "sluice-" + name().toLowerCase(Locale.ROOT) + ".css";
    String style = Language.spoken().isRightToLeft() ? systemFaces() : sheet("sluice.css");
    scene.getStylesheets().setAll(List.of(sheet(tokens), style));
  }

  /// The style with the system's own face for IBM Plex Sans, which has no Arabic letters: JavaFX puts
  /// the pieces of a run of right-to-left text into the wrong order if they are of two faces.
  private static String systemFaces() {
    try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream("sluice.css"))) {
      String style = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      byte[] other =
          style
              .replaceAll("\"IBM Plex Sans( Medm| SmBld)?\"", "System")
              .getBytes(StandardCharsets.UTF_8);
      return "data:text/css;base64," + Base64.getEncoder().encodeToString(other);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the style of the window", e);
    }
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
  }
}
