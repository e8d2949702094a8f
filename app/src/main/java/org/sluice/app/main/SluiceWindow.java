package org.sluice.app.main;

import java.io.IOException;
import java.util.function.LongConsumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.sluice.app.fx.Messages;
import org.sluice.app.fx.PulseFeed;
import org.sluice.app.fx.Theme;
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
  private LongConsumer alsoOnRefresh = _ -> {};
  private Subscription following = Subscription.EMPTY;
  private Settings settings;
  private Theme theme;

  /// @param title of the window
  public SluiceWindow(
      Stage stage, String title, Workbench workbench, SettingsFile file, Settings settings) {
    this.stage = stage;
    stage.setTitle(title);
    this.workbench = workbench;
    this.file = file;
    this.settings = settings;
    this.theme = settings.theme() == null ? Theme.ofSystem() : settings.theme();
    this.shell = workbench.shell(this::switchTheme, stage::hide);
    this.pulse = new PulseFeed(now -> shell.pulse(now, isSeen()), this::refresh);
    scene = new Scene(shell);
    shell.listen(scene);
  }

  /// Shows the window where it last stood and lets the pulse begin.
  public void open() {
    theme.applyTo(scene);
    following = Platform.getPreferences().colorSchemeProperty().subscribe(_ -> followSystem());
    stage
        .getIcons()
        .setAll(AppIcon.all().stream().map(url -> new Image(url.toExternalForm())).toList());
    stage.setScene(scene);
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    WindowMemory.place(stage, settings.place());
    stage.setOnHiding(_ -> close());
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
  }

  private boolean isSeen() {
    return stage.isShowing() && !stage.isIconified();
  }

  /// Brings it before the user's eyes.
  public void raise() {
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

  /// Light becomes dark and dark light; from now on the system's own is not followed.
  public void switchTheme() {
    theme = theme.other();
    settings = settings.withTheme(theme);
    theme.applyTo(scene);
    save();
  }

  /// Until the user has chosen, the system's theme is ours.
  private void followSystem() {
    if (settings.theme() == null && theme != Theme.ofSystem()) {
      theme = Theme.ofSystem();
      theme.applyTo(scene);
    }
  }

  private void close() {
    pulse.stop();
    following.unsubscribe();
    workbench.close();
    settings =
        settings
            .withFolder(workbench.folderProperty().get())
            .withView(new View(shell.current().id(), shell.remember()))
            .withPlace(WindowMemory.of(stage, settings.place()));
    save();
  }

  private void save() {
    try {
      file.save(settings);
    } catch (IOException e) {
      shell.notice(Messages.text("settings.unwritable", e.toString()));
      System.getLogger(SluiceWindow.class.getName())
          .log(System.Logger.Level.WARNING, "cannot save " + file.path(), e);
    }
  }
}
