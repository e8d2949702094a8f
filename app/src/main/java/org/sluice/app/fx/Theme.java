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
import javafx.scene.text.Font;
import org.sluice.app.language.Language;

/// Light or dark: AtlantaFX Primer below, our tokens and component rules above it.
public enum Theme {
  LIGHT,
  DARK;

  /// Faces of Windows, macOS and Linux with Arabic and Latin letters and the marks of both.
  private static final List<String> ARABIC = List.of("Segoe UI", "Arial", "DejaVu Sans");

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
    String style = Language.spoken().isRightToLeft() ? arabicFaces() : sheet("sluice.css");
    scene.getStylesheets().setAll(List.of(sheet(tokens), style));
  }

  /// The style with a face of the system for IBM Plex Sans, which has no Arabic letters: JavaFX puts
  /// the pieces of a run of right-to-left text into the wrong order if they are of two faces.
  private static String arabicFaces() {
    List<String> families = Font.getFamilies();
    String face = ARABIC.stream().filter(families::contains).findFirst().orElse("System");
    try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream("sluice.css"))) {
      String style =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replace("\"IBM Plex Sans SmBld\"", "\"" + face + "\"; -fx-font-weight: bold")
              .replaceAll("\"IBM Plex Sans( Medm)?\"", "\"" + face + "\"");
      return "data:text/css;base64,"
          + Base64.getEncoder().encodeToString(style.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the style of the window", e);
    }
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
  }
}
