package org.sluice.app.main;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.sluice.app.cli.CommandLineMain;
import org.sluice.app.fx.Fonts;
import org.sluice.app.fx.Messages;
import org.sluice.app.handover.HandedAnswer;
import org.sluice.app.language.Language;
import org.sluice.app.language.LanguageChoice;
import org.sluice.app.preferences.AllSettings;
import org.sluice.app.preferences.EnginePreferences;
import org.sluice.app.preferences.Preferences;
import org.sluice.app.preferences.PreferencesFile;
import org.sluice.app.preferences.PreferencesModel;
import org.sluice.app.said.Said;
import org.sluice.app.settings.ConfigFolder;
import org.sluice.app.settings.DataFolder;
import org.sluice.app.settings.Settings;
import org.sluice.app.settings.SettingsFile;
import org.sluice.engine.instance.InstanceClient;
import org.sluice.engine.instance.InstanceException;

/// Wires the window to the list of downloads and to the settings of this user.
///
/// If another process has the list open, the addresses are handed to that one, or its window is asked
/// to come to the front, and this one ends.
///
/// Arguments: URLs to start with; `--lab-tour` begins the tour, in a window with a list of its own;
/// `--headless` runs it without a display and reports in the terminal.
public final class SluiceApplication extends Application {
  /// Begin with the lab tour.
  public static final String LAB_TOUR = "--lab-tour";

  /// Run the tour off screen and report.
  public static final String HEADLESS = "--headless";

  private static final System.Logger LOG = System.getLogger(SluiceApplication.class.getName());
  private static volatile int exitCode;

  private final List<String> unsaid = new CopyOnWriteArrayList<>();

  /// Where complaints about the preferences go; until there is a window they are kept for it.
  private volatile Consumer<String> saying = unsaid::add;

  private DataHome.@Nullable Mine home;
  private @Nullable TourWindow tour;
  private @Nullable Workbench main;
  private @Nullable DesktopWindow desktop;

  /// Runs the window until it is closed.
  ///
  /// @return 0; 1 if a headless tour went wrong, or the display or the list cannot be used; the code
  ///   of `get` if addresses were handed to another process
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

  /// Whether the user's list is not needed.
  private static boolean isOnlyTour(List<String> arguments) {
    return arguments.contains(HEADLESS)
        || (arguments.contains(LAB_TOUR) && urls(arguments).isEmpty());
  }

  @Override
  public void start(Stage stage) throws IOException {
    Fonts.load();
    List<String> arguments = getParameters().getRaw();
    if (arguments.contains(HEADLESS)) {
      startHeadless(stage);
      return;
    }
    Path config = ConfigFolder.ofThisSystem();
    SettingsFile file = new SettingsFile(config);
    SettingsFile.Loaded loaded = load(file);
    Locale system = Locale.getDefault(Locale.Category.DISPLAY);
    Language.speak(Language.of(system)); // complaints about the preferences are in it
    PreferencesModel preferences = preferences(new PreferencesFile(config));
    speak(preferences.get(AllSettings.LANGUAGE), system);
    if (isOnlyTour(arguments)) {
      tour = TourWindow.of(stage, loaded.settings(), preferences.now());
      tour.window().open();
      return;
    }
    try {
      switch (DataHome.open(DataFolder.ofThisSystem(null))) {
        case DataHome.Mine mine -> {
          home = mine;
          open(stage, mine, preferences, file, loaded, arguments);
        }
        case DataHome.Taken taken ->
            handOver(taken.other(), urls(arguments), Path.of(preferences.get(AllSettings.FOLDER)));
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "the list cannot be opened", e);
      refuse(Messages.text("list.unusable", Said.of(e)));
    }
  }

  @Override
  public void stop() {
    if (tour != null) {
      tour.close();
    }
    if (desktop != null) {
      desktop.close();
    }
    if (home != null) {
      home.close();
    }
  }

  private void open(
      Stage stage,
      DataHome.Mine mine,
      PreferencesModel preferences,
      SettingsFile file,
      SettingsFile.Loaded loaded,
      List<String> arguments) {
    Workbench workbench =
        new Workbench(
            mine.engine(), preferences, () -> startTourFrom(loaded.settings(), preferences.now()));
    main = workbench;
    SluiceWindow window =
        new SluiceWindow(stage, Messages.text("app.title"), workbench, file, loaded.settings());
    window.open();
    saying = words -> Platform.runLater(() -> window.notice(words));
    unsaid.forEach(saying);
    preferences.listen(new EnginePreferences(mine.engine().list(), System.getenv(), saying));
    desktop = new DesktopWindow(window, workbench);
    mine.lock()
        .serve(
            new WindowServer(
                mine.engine().list(),
                handed -> {
                  window.raise();
                  workbench.hand(handed.given(), handed.folder());
                }));
    Path aside = loaded.setAside();
    if (aside != null) {
      window.notice(Messages.text("settings.setAside", aside.toString()));
    }
    if (arguments.contains(LAB_TOUR)) {
      startTourFrom(loaded.settings(), preferences.now());
    }
    workbench.hand(urls(arguments), Path.of("").toAbsolutePath());
  }

  /// JavaFX has words of its own, which follow the locale of the process.
  private static void speak(LanguageChoice choice, Locale system) {
    Language language = choice.language(system);
    Language.speak(language);
    if (choice != LanguageChoice.SYSTEM) {
      Locale.setDefault(language.locale());
    }
  }

  private void startHeadless(Stage stage) throws IOException {
    TourWindow begun = TourWindow.headless(stage);
    tour = begun;
    HeadlessTour run =
        new HeadlessTour(
            begun.window(),
            begun.model(),
            begun.tour(),
            System.out,
            code -> {
              exitCode = code;
              Platform.exit();
            });
    begun.window().onRefresh(run::advance);
    begun.window().open();
  }

  private void startTourFrom(Settings settings, Preferences look) {
    if (tour != null && tour.isOpen()) {
      tour.window().raise();
      return;
    }
    try {
      tour = TourWindow.of(new Stage(), settings, look);
      tour.window().open();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "the lab did not start", e);
      if (main != null) {
        main.monitor().wishes().complain(Messages.text("tour.failed", e.toString()));
      }
    }
  }

  /// Waits for the other process on a thread of its own: it may take a while.
  private static void handOver(InstanceClient other, List<String> given, Path folder) {
    Thread.ofVirtual().name("sluice-hand-over").start(() -> hand(other, given, folder));
  }

  /// The other's window takes what is given; if it has none, the list takes it.
  private static void hand(InstanceClient other, List<String> given, Path folder) {
    try {
      HandedAnswer answer = WindowServer.hand(other, given);
      if (answer.taken() && answer.code() == 0) {
        System.out.println(Messages.text(given.isEmpty() ? "start.raised" : "start.handed"));
        Platform.exit();
      } else if (given.isEmpty()) {
        refuse(Messages.text("start.taken", Long.toString(answer.process())));
      } else {
        List<String> get = new ArrayList<>(List.of("get", "-d", folder.toString()));
        get.addAll(given);
        exitCode = CommandLineMain.run(get.toArray(String[]::new));
        Platform.exit();
      }
    } catch (InstanceException e) {
      refuse(Said.of(e.sentence()));
    } catch (IOException e) {
      refuse(Messages.text("list.unusable", e.toString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Says why there is no window, in the terminal and, as there often is none, in a dialog.
  private static void refuse(String sentence) {
    exitCode = 1;
    System.err.println(sentence);
    Platform.runLater(
        () -> {
          Alert alert = new Alert(Alert.AlertType.WARNING, sentence);
          alert.setHeaderText(Messages.text("start.dialog"));
          alert.setTitle(Messages.text("app.title"));
          alert.setOnHidden(_ -> Platform.exit());
          alert.show();
        });
  }

  private static List<String> urls(List<String> arguments) {
    return arguments.stream().filter(argument -> !argument.startsWith("--")).toList();
  }

  private PreferencesModel preferences(PreferencesFile file) {
    try {
      return PreferencesModel.load(file, words -> saying.accept(words));
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "cannot read " + file.path(), e);
      return new PreferencesModel(file, Preferences.INITIAL, words -> saying.accept(words));
    }
  }

  private static SettingsFile.Loaded load(SettingsFile file) {
    try {
      return file.load();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "cannot read " + file.path(), e);
      return new SettingsFile.Loaded(Settings.INITIAL, null);
    }
  }
}
