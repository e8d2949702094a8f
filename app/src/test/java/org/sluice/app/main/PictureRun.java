package org.sluice.app.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.animation.PauseTransition;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.sluice.app.fx.Fonts;
import org.sluice.app.fx.PngFile;
import org.sluice.app.monitor.LiveEngine;
import org.sluice.app.monitor.NewDownload;
import org.sluice.app.preferences.AllSettings;
import org.sluice.app.preferences.AllSettings.ThemeChoice;
import org.sluice.app.preferences.Preferences;
import org.sluice.app.preferences.PreferencesFile;
import org.sluice.app.preferences.PreferencesModel;
import org.sluice.app.settings.Settings;
import org.sluice.app.settings.Settings.View;
import org.sluice.app.settings.Settings.WindowPlace;
import org.sluice.app.settings.SettingsFile;
import org.sluice.engine.download.DownloadsOptions;
import org.sluice.engine.lab.LabServer;

/// One window on the lab server, walked through its screens.
final class PictureRun {
  private final LabServer lab;
  private final SluiceWindow window;
  private final LiveEngine engine;
  private final Path out;
  private final Path downloads;
  private final List<String> screens;
  private int at;
  private boolean dark;

  PictureRun(Stage stage, int width, int height, Path out, List<String> screens)
      throws IOException {
    this.out = Files.createDirectories(out);
    this.screens = screens;
    Fonts.load();
    lab = LabServer.start();
    Path folder = Files.createTempDirectory("sluice-pictures-");
    downloads = Files.createDirectories(folder.resolve("Downloads"));
    engine =
        LiveEngine.open(
            DownloadsOptions.in(folder.resolve("list"))
                .limits(DownloadsOptions.Limits.DEFAULT.bytesPerSecond(25_000_000))
                .network(DownloadsOptions.Network.DEFAULT.tries(0)));
    Settings settings =
        Settings.INITIAL
            .withPlace(new WindowPlace(0, 0, width, height, false))
            .withView(new View(screens.getFirst().split(":", -1)[0], Map.of()));
    PreferencesModel preferences =
        new PreferencesModel(
            new PreferencesFile(folder.resolve("c")),
            Preferences.INITIAL
                .with(AllSettings.THEME, ThemeChoice.LIGHT)
                .with(AllSettings.TEXT_SIZE, Integer.getInteger("text", 100))
                .with(AllSettings.FOLDER, downloads.toString()),
            System.err::println);
    Workbench workbench = new Workbench(engine, preferences, () -> {});
    window =
        new SluiceWindow(
            stage, "Sluice", workbench, new SettingsFile(folder.resolve("c")), settings);
    window.open();
  }

  public static void main(String[] arguments) {
    javafx.application.Application.launch(Pictures.class, arguments);
  }

  void begin(IntConsumer end) throws IOException {
    PictureScenes.fill(engine, lab, downloads);
    after(5_000, () -> next(end));
  }

  private void next(IntConsumer end) {
    if (at == screens.size()) {
      engine.close();
      lab.close();
      end.accept(0);
      return;
    }
    String screen = screens.get(at);
    String[] parts = screen.split(":", -1);
    if (!window.shell().current().id().equals(parts[0])) {
      window.shell().show(parts[0]);
    }
    for (int i = 1; i < parts.length; i++) {
      PictureScenes.act(window, engine, lab, downloads, parts[i]);
    }
    after(
        1_500 + PictureScenes.millis(parts),
        () -> shoot(screen.replace(':', '-').replaceAll("[^a-zA-Z0-9.-]", "-"), end));
  }

  private void shoot(String name, IntConsumer end) {
    try {
      PngFile.write(
          window.scene().snapshot(null), out.resolve(name + (dark ? "-dark" : "-light") + ".png"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    if (!dark) {
      dark = true;
      window.switchTheme();
      after(600, () -> shoot(name, end));
    } else {
      dark = false;
      window.switchTheme();
      at++;
      after(200, () -> next(end));
    }
  }

  static void after(long millis, Runnable then) {
    PauseTransition wait = new PauseTransition(Duration.millis(millis));
    wait.setOnFinished(_ -> then.run());
    wait.play();
  }

  static NewDownload download(LabServer lab, String path, Path folder, String name) {
    return NewDownload.of(lab.http(path).toString(), folder).named(name);
  }
}
