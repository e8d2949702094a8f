package org.sluice.app.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javafx.stage.Stage;
import org.sluice.app.cli.TourChoices;
import org.sluice.app.fx.Fonts;
import org.sluice.app.main.SluiceWindow;
import org.sluice.app.main.Workbench;
import org.sluice.app.monitor.LiveEngine;
import org.sluice.app.preferences.AllSettings;
import org.sluice.app.preferences.AllSettings.ThemeChoice;
import org.sluice.app.preferences.EnginePreferences;
import org.sluice.app.preferences.Preferences;
import org.sluice.app.preferences.PreferencesFile;
import org.sluice.app.preferences.PreferencesModel;
import org.sluice.app.settings.Settings;
import org.sluice.app.settings.Settings.View;
import org.sluice.app.settings.Settings.WindowPlace;
import org.sluice.app.settings.SettingsFile;
import org.sluice.engine.download.DownloadsOptions;
import org.sluice.engine.lab.LabServer;

/// What the pictures are taken of: the real window over a list, a lab and settings of its own, in a
/// folder that is deleted at the end.
///
/// **Threads**: JavaFX for opening and closing.
final class Studio implements AutoCloseable {
  /// A server that says nothing is to be seen until the end.
  private static final Duration SILENCE = Duration.ofMinutes(10);

  private final Stage stage = new Stage();
  private final Path folder;
  private final Path downloads;
  private final LabServer lab;
  private final LiveEngine engine;
  private final PreferencesModel preferences;
  private final Workbench workbench;
  private final SluiceWindow window;

  /// Opens the window.
  Studio(TourChoices choices) throws IOException {
    Fonts.load();
    folder = ownFolder();
    downloads = Files.createDirectories(folder.resolve("Downloads"));
    lab = LabServer.start();
    Path authority = Files.writeString(folder.resolve("lab.pem"), lab.certificatePem());
    engine =
        LiveEngine.open(
            DownloadsOptions.in(folder.resolve("list"))
                .limits(DownloadsOptions.Limits.DEFAULT.bytesPerSecond(25_000_000)));
    Settings settings =
        Settings.INITIAL
            .withPlace(new WindowPlace(0, 0, choices.width(), choices.height(), false))
            .withView(new View("downloads", Map.of()));
    preferences =
        new PreferencesModel(
            new PreferencesFile(folder.resolve("config")),
            Preferences.INITIAL
                .with(AllSettings.THEME, theme(choices.look()))
                .with(AllSettings.TEXT_SIZE, choices.scalePercent())
                .with(AllSettings.TRIES, 0)
                .with(AllSettings.SILENCE, SILENCE)
                .with(AllSettings.AT_ONCE, 12)
                .with(AllSettings.HOST_CONNECTIONS, 64)
                .with(AllSettings.CA_FILE, authority.toString())
                .with(AllSettings.FOLDER, downloads.toString()),
            Studio::complain);
    preferences.listen(new EnginePreferences(engine.list(), Map.of(), Studio::complain));
    workbench = new Workbench(engine, preferences, () -> {});
    window =
        new SluiceWindow(
            stage, "Sluice", workbench, new SettingsFile(folder.resolve("config")), settings);
    window.open();
  }

  /// Its name is to be seen: a short one, if no other tour has it.
  private static Path ownFolder() throws IOException {
    try {
      return Files.createDirectory(
          Path.of(System.getProperty("java.io.tmpdir")).resolve("sluice-tour"));
    } catch (FileAlreadyExistsException e) {
      return Files.createTempDirectory("sluice-tour-");
    }
  }

  private static void complain(String words) {
    System.err.println("sluice: " + words);
  }

  private static ThemeChoice theme(TourChoices.Look look) {
    return look == TourChoices.Look.DARK ? ThemeChoice.DARK : ThemeChoice.LIGHT;
  }

  /// Where its files are, downloads apart.
  Path folder() {
    return folder;
  }

  /// Where downloads go.
  Path downloads() {
    return downloads;
  }

  LabServer lab() {
    return lab;
  }

  LiveEngine engine() {
    return engine;
  }

  PreferencesModel preferences() {
    return preferences;
  }

  Workbench workbench() {
    return workbench;
  }

  SluiceWindow window() {
    return window;
  }

  @Override
  public void close() {
    stage.hide();
    engine.close();
    lab.close();
    delete(folder);
  }

  private static void delete(Path folder) {
    try (var all = Files.walk(folder)) {
      for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException | UncheckedIOException e) {
      complain("not all of " + folder + " could be deleted: " + e);
    }
  }
}
