package org.sluice.app.main;

import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.sluice.app.language.Language;

/// Draws the window for a look beside its mockup; no test. Arguments: width, height, folder, screens;
/// `-Dlanguage=fr` says in which language.
public final class Pictures extends Application {
  @Override
  public void start(Stage stage) throws Exception {
    var raw = getParameters().getRaw();
    Language.speak(Language.of(Locale.forLanguageTag(System.getProperty("language", "en"))));
    new PictureRun(
            stage,
            Integer.parseInt(raw.get(0)),
            Integer.parseInt(raw.get(1)),
            Path.of(raw.get(2)),
            raw.subList(3, raw.size()))
        .begin(
            code -> {
              Platform.exit();
              System.exit(code);
            });
  }
}
