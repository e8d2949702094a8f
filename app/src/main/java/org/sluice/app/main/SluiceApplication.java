package org.sluice.app.main;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Fonts;
import org.sluice.app.fx.Messages;
import org.sluice.app.fx.Theme;
import org.sluice.app.monitor.LiveEngine;
import org.sluice.app.monitor.MonitorViewModel;
import org.sluice.app.settings.ConfigFolder;
import org.sluice.app.settings.Settings;
import org.sluice.app.settings.SettingsFile;
import org.sluice.app.tour.LabTour;

/// Wires the window to an engine of its own and to the settings of this user.
///
/// Arguments: URLs to start with; `--lab-tour` begins the tour; `--headless` runs it without a
/// display and reports in the terminal.
public final class SluiceApplication extends Application {
  /// Begin with the lab tour.
  public static final String LAB_TOUR = "--lab-tour";

  /// Run the tour off screen and report.
  public static final String HEADLESS = "--headless";

  private static final System.Logger LOG = System.getLogger(SluiceApplication.class.getName());
  private static volatile int exitCode;

  private @Nullable LiveEngine engine;
  private @Nullable LabTour tour;

  /// Runs the window until it is closed.
  ///
  /// @return 0, or 1 if a headless tour went wrong or the display cannot be used
  public static int run(String[] arguments) {
    try {
      launch(SluiceApplication.class, arguments);
      return exitCode;
    } catch (UnsupportedOperationException e) {
      LOG.log(System.Logger.Level.DEBUG, "no toolkit", e);
      System.err.println(Messages.text("display.unusable", String.valueOf(e.getMessage())));
      return 1;
    }
  }

  @Override
  public void start(Stage stage) throws IOException {
    Fonts.load();
    List<String> arguments = getParameters().getRaw();
    boolean headless = arguments.contains(HEADLESS);
    LiveEngine live = LiveEngine.start();
    engine = live;
    Path downloads = Path.of(System.getProperty("user.home"), "Downloads");
    if (headless) {
      startHeadless(stage, live);
      return;
    }
    SettingsFile file = new SettingsFile(ConfigFolder.ofThisSystem(), downloads);
    SettingsFile.Loaded loaded = load(file, downloads);
    MonitorViewModel model = new MonitorViewModel(live, loaded.settings().folder());
    SluiceWindow window =
        new SluiceWindow(stage, model, file, loaded.settings(), () -> startTour(model));
    window.onRefresh(this::advanceTour);
    window.open();
    Path aside = loaded.setAside();
    if (aside != null) {
      window.notice(Messages.text("settings.setAside", aside.toString()));
    }
    if (arguments.contains(LAB_TOUR)) {
      startTour(model);
    }
    arguments.stream().filter(argument -> !argument.startsWith("--")).forEach(model::addTyped);
  }

  @Override
  public void stop() throws IOException {
    if (engine != null) {
      engine.close();
    }
    if (tour != null) {
      tour.close();
    }
  }

  private void startHeadless(Stage stage, LiveEngine live) throws IOException {
    Path scratch = HeadlessTour.scratchFolder();
    MonitorViewModel model = new MonitorViewModel(live, scratch);
    Settings settings =
        Settings.initial(scratch).withTheme(Theme.LIGHT).withPlace(HeadlessTour.PLACE);
    SluiceWindow window =
        new SluiceWindow(
            stage, model, new SettingsFile(scratch, scratch), settings, () -> startTour(model));
    LabTour begun = LabTour.start(model);
    tour = begun;
    HeadlessTour run =
        new HeadlessTour(
            window,
            model,
            begun,
            System.out,
            code -> {
              exitCode = code;
              Platform.exit();
            });
    window.onRefresh(run::advance);
    window.open();
  }

  private void startTour(MonitorViewModel model) {
    if (tour != null) {
      return;
    }
    try {
      tour = LabTour.start(model);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "the lab did not start", e);
      model.complain(Messages.text("tour.failed", e.toString()));
    }
  }

  private void advanceTour(long localNanos) {
    if (tour != null) {
      tour.advance(localNanos);
    }
  }

  private static SettingsFile.Loaded load(SettingsFile file, Path downloads) {
    try {
      return file.load();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "cannot read " + file.path(), e);
      return new SettingsFile.Loaded(Settings.initial(downloads), null);
    }
  }
}
