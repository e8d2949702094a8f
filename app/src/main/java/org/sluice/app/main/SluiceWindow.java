package org.sluice.app.main;

import java.io.IOException;
import java.util.function.LongConsumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.sluice.app.fx.Direction;
import org.sluice.app.fx.Messages;
import org.sluice.app.fx.PopupText;
import org.sluice.app.fx.PulseFeed;
import org.sluice.app.fx.ScaledPane;
import org.sluice.app.fx.Theme;
import org.sluice.app.preferences.AllSettings;
import org.sluice.app.preferences.AllSettings.ThemeChoice;
import org.sluice.app.preferences.Preferences;
import org.sluice.app.preferences.PreferencesModel;
import org.sluice.app.preferences.PreferencesView;
import org.sluice.app.settings.Settings;
import org.sluice.app.settings.Settings.View;
import org.sluice.app.settings.SettingsFile;
import org.sluice.app.shell.Shell;
import org.sluice.icons.AppIcon;

/// The one window: the shell on a stage, its theme, its pulse and its memory.
///
/// **Threads**: JavaFX.
public final class SluiceWindow {
  private static final double MIN_WIDTH = 1024;
  private static final double MIN_HEIGHT = 680;

  private final Stage stage;
  private final Workbench workbench;
  private final Shell shell;
  private final SettingsFile file;
  private final PulseFeed pulse;
  private final Scene scene;
  private final ScaledPane scaled;
  private final PreferencesModel.Listener look = this::putLook;
  private Runnable closing = this::end;
  private Runnable quitting = this::end;
  private boolean background;
  private boolean exitsWithLast;
  private LongConsumer alsoOnRefresh = _ -> {};
  private Subscription following = Subscription.EMPTY;
  private final PreferencesModel preferences;
  private final WindowKeeper keeper;
  private Settings settings;
  private Theme theme = Theme.LIGHT;
  private String popupSheet = "";

  /// @param title of the window
  /// @param workbench its preferences are closed with the window
  public SluiceWindow(
      Stage stage, String title, Workbench workbench, SettingsFile file, Settings settings) {
    this.workbench = workbench;
    this.preferences = workbench.preferences();
    this.stage = stage;
    stage.setTitle(title);
    this.file = file;
    this.settings = settings;
    keeper = new WindowKeeper(settings);
    this.shell = workbench.shell(this::switchTheme, () -> quitting.run());
    this.pulse = new PulseFeed(now -> shell.pulse(now, isSeen()), this::refresh);
    scaled = new ScaledPane(shell);
    scene = new Scene(scaled);
    shell.listen(scene);
    shell.onPreferences(this::openPreferences);
  }

  /// Shows the window where it last stood and lets the pulse begin.
  public void open() {
    preferences.listen(look);
    Direction.of(scene);
    following =
        Subscription.combine(
            Platform.getPreferences().colorSchemeProperty().subscribe(_ -> putTheme()),
            Platform.getPreferences().accentColorProperty().subscribe(_ -> putTheme()),
            Platform.getPreferences().reducedMotionProperty().subscribe(_ -> putTheme()));
    stage
        .getIcons()
        .setAll(AppIcon.all().stream().map(url -> new Image(url.toExternalForm())).toList());
    stage.setScene(scene);
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    WindowMemory.place(stage, settings.place());
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          closing.run();
        });
    stage.setOnHiding(_ -> hiding());
    shell.restore(settings.view().memory(), settings.view().shown());
    stage.show();
    shell.current().shown();
    pulse.start();
  }

  /// Something else to do ten times a second.
  public void onRefresh(LongConsumer also) {
    alsoOnRefresh = also;
  }

  private void refresh(long localNanos) {
    shell.refresh(localNanos, isSeen());
    alsoOnRefresh.accept(localNanos);
    Settings due = isSeen() ? keeper.due(localNanos, this::remembered) : null;
    if (due != null) {
      save(due);
    }
  }

  private boolean isSeen() {
    return stage.isShowing() && !stage.isIconified();
  }

  /// Whether the user has it before the eyes.
  boolean isWatched() {
    return isSeen() && stage.isFocused();
  }

  /// From now on the window is closed, and Sluice ended, by these; they end in [#end] or [#toBackground],
  /// or do nothing.
  void onClose(Runnable close, Runnable quit) {
    closing = close;
    quitting = quit;
  }

  /// Takes the window away; all goes on until [#raise] or [#end].
  void toBackground() {
    background = true;
    exitsWithLast = Platform.isImplicitExit();
    Platform.setImplicitExit(false);
    stage.hide();
  }

  /// Closes the window for good.
  void end() {
    if (background) {
      close();
      Platform.exit();
    } else {
      stage.hide();
    }
  }

  void title(String words) {
    if (!words.equals(stage.getTitle())) {
      stage.setTitle(words);
    }
  }

  /// Brings it before the user's eyes.
  public void raise() {
    if (background) {
      background = false;
      stage.show();
      Platform.setImplicitExit(exitsWithLast);
    }
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  /// Says something under the header.
  public void notice(String words) {
    shell.notice(words);
  }

  public Scene scene() {
    return scene;
  }

  public Shell shell() {
    return shell;
  }

  public Theme theme() {
    return theme;
  }

  /// Time between two refreshes.
  long refreshNanos() {
    return pulse.refreshNanos();
  }

  /// Light becomes dark and dark light; from now on the system's own is not followed.
  public void switchTheme() {
    preferences.set(AllSettings.THEME, theme == Theme.LIGHT ? ThemeChoice.DARK : ThemeChoice.LIGHT);
  }

  private void putLook(Preferences before, Preferences now) {
    putTheme();
    putTextSize(now.get(AllSettings.TEXT_SIZE));
    pulse.refreshesPerSecond(now.get(AllSettings.UPDATES_PER_SECOND));
  }

  private void putTextSize(int percent) {
    scaled.percent(percent);
    String sheet = PopupText.sheet(percent);
    if (!sheet.equals(popupSheet) || !scene.getStylesheets().contains(sheet)) {
      scene.getStylesheets().remove(popupSheet);
      popupSheet = sheet;
      if (!sheet.isEmpty()) {
        scene.getStylesheets().add(sheet);
      }
    }
  }

  private void putTheme() {
    Theme wanted = Look.theme(preferences.now());
    if (wanted != theme || scene.getStylesheets().isEmpty()) {
      theme = wanted;
      theme.applyTo(scene);
      putTextSize(preferences.get(AllSettings.TEXT_SIZE));
    }
    Look.apply(preferences.now(), theme, scene, scaled);
  }

  private void openPreferences(String page) {
    shell
        .dialogs()
        .open(
            new PreferencesView(
                preferences,
                PreferencePages.of(workbench, shell.dialogs()),
                page,
                shell.dialogs()::close));
  }

  private void hiding() {
    if (!background) {
      close();
    }
  }

  private void close() {
    pulse.stop();
    following.unsubscribe();
    workbench.close();
    preferences.forget(look);
    preferences.close();
    save(remembered());
  }

  private Settings remembered() {
    return settings
        .withView(new View(shell.current().id(), shell.remember()))
        .withPlace(WindowMemory.of(stage, settings.place()));
  }

  private void save(Settings now) {
    settings = now;
    try {
      file.save(settings);
    } catch (IOException e) {
      shell.notice(Messages.text("settings.unwritable", e.toString()));
      System.getLogger(SluiceWindow.class.getName())
          .log(System.Logger.Level.WARNING, "cannot save " + file.path(), e);
    }
  }
}
