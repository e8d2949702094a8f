package org.sluice.app.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

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
    scene.getStylesheets().setAll(List.of(sheet(tokens), sheet("sluice.css")));
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
  }
}
