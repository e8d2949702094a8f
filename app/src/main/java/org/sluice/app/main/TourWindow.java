package org.sluice.app.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.sluice.app.fx.Messages;
import org.sluice.app.monitor.LiveEngine;
import org.sluice.app.monitor.MonitorPerspective;
import org.sluice.app.monitor.MonitorViewModel;
import org.sluice.app.preferences.AllSettings;
import org.sluice.app.preferences.AllSettings.ThemeChoice;
import org.sluice.app.preferences.Preferences;
import org.sluice.app.preferences.PreferencesFile;
import org.sluice.app.preferences.PreferencesModel;
import org.sluice.app.settings.Settings;
import org.sluice.app.settings.Settings.View;
import org.sluice.app.settings.SettingsFile;
import org.sluice.app.tour.LabTour;
import org.sluice.engine.download.DownloadsOptions;
import org.sluice.engine.download.DownloadsOptions.Limits;
import org.sluice.engine.download.DownloadsOptions.Network;
import org.sluice.engine.download.DownloadsOptions.Turns;

/// The lab tour in a window, with a list and settings that end with it: the user's own list is not
/// touched.
///
/// **Threads**: JavaFX.
final class TourWindow implements AutoCloseable {
  /// As many as there are.
  private static final int AT_ONCE = 64;

  private static final System.Logger LOG = System.getLogger(TourWindow.class.getName());

  private final LiveEngine engine;
  private final LabTour tour;
  private final MonitorViewModel model;
  private final SluiceWindow window;
  private boolean closed;

  private TourWindow(LiveEngine engine, LabTour tour, MonitorViewModel model, SluiceWindow window) {
    this.engine = engine;
    this.tour = tour;
    this.model = model;
    this.window = window;
  }

  /// Starts the lab and makes the window, which is not shown yet.
  ///
  /// @param look what it looks like
  /// @throws IOException if the lab does not start or no folder can be made
  static TourWindow of(Stage stage, Settings settings, Preferences look) throws IOException {
    Path folder = Files.createTempDirectory("sluice-tour-");
    Path files = Files.createDirectory(folder.resolve("files"));
    LiveEngine engine = LiveEngine.open(options(folder.resolve("list")));
    try {
      PreferencesModel preferences =
          new PreferencesModel(
              new PreferencesFile(folder),
              look.with(AllSettings.FOLDER, files.toString()),
              words -> LOG.log(System.Logger.Level.WARNING, words));
      Workbench workbench = new Workbench(engine, preferences, () -> {});
      MonitorViewModel model = workbench.monitor();
      LabTour tour = LabTour.start(model, files);
      SluiceWindow window =
          new SluiceWindow(
              stage,
              Messages.text("tour.title"),
              workbench,
              new SettingsFile(folder),
              settings.withView(new View(MonitorPerspective.ID, Map.of())));
      window.onRefresh(tour::advance);
      TourWindow made = new TourWindow(engine, tour, model, window);
      stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> made.close());
      return made;
    } catch (IOException | RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  /// All at once, and what fails is not tried again: it fails to be looked at.
  private static DownloadsOptions options(Path list) {
    return DownloadsOptions.in(list)
        .turns(new Turns(false, AT_ONCE))
        .limits(Limits.DEFAULT.hostConnections(0))
        .network(Network.DEFAULT.tries(0));
  }

  /// How the tour looks without a display.
  static TourWindow headless(Stage stage) throws IOException {
    return of(
        stage,
        Settings.INITIAL.withPlace(HeadlessTour.PLACE),
        Preferences.INITIAL.with(AllSettings.THEME, ThemeChoice.LIGHT));
  }

  SluiceWindow window() {
    return window;
  }

  MonitorViewModel model() {
    return model;
  }

  LabTour tour() {
    return tour;
  }

  boolean isOpen() {
    return !closed;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      engine.close();
      tour.close();
    }
  }
}
