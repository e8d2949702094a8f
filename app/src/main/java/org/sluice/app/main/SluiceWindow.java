package org.sluice.app.main;

import java.io.IOException;
import java.util.function.LongConsumer;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.sluice.app.fx.Messages;
import org.sluice.app.fx.PulseFeed;
import org.sluice.app.fx.Theme;
import org.sluice.app.monitor.MonitorView;
import org.sluice.app.monitor.MonitorViewModel;
import org.sluice.app.monitor.NoticeBar;
import org.sluice.app.settings.Settings;
import org.sluice.app.settings.SettingsFile;
import org.sluice.icons.AppIcon;

/// The one window: header over perspective, its keys, its pulse and its memory.
///
/// **Threads**: JavaFX.
public final class SluiceWindow {
  private static final int REFRESHES_TO_SETTLE = 4;
  private static final double MIN_WIDTH = 1024;
  private static final double MIN_HEIGHT = 680;

  private final Stage stage;
  private final MonitorViewModel model;
  private final MonitorView monitor;
  private final SettingsFile file;
  private final PulseFeed pulse;
  private final StringProperty notice = new SimpleStringProperty("");
  private final Scene scene;
  private LongConsumer alsoOnRefresh = _ -> {};
  private int refreshes;
  private Settings settings;
  private Theme theme;

  /// @param title of the window
  /// @param startTour what the button of the empty state does
  public SluiceWindow(
      Stage stage,
      String title,
      MonitorViewModel model,
      SettingsFile file,
      Settings settings,
      Runnable startTour) {
    this.stage = stage;
    stage.setTitle(title);
    this.model = model;
    this.file = file;
    this.settings = settings;
    this.theme = settings.theme() == null ? systemTheme() : settings.theme();
    this.monitor = new MonitorView(model, startTour);
    this.pulse = new PulseFeed(now -> monitor.pulse(now, !stage.isIconified()), this::refresh);
    BorderPane root = new BorderPane(monitor);
    root.setTop(
        new VBox(
            new Header(this::switchTheme),
            new NoticeBar("notice", NoticeBar.Tone.WARNING, notice, () -> notice.set(""))));
    scene = new Scene(root);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    scene
        .getAccelerators()
        .put(new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN), monitor::focusUrl);
    scene
        .getAccelerators()
        .put(new KeyCodeCombination(KeyCode.T, KeyCombination.SHORTCUT_DOWN), this::switchTheme);
  }

  /// Shows the window where it last stood and lets the pulse begin.
  public void open() {
    theme.applyTo(scene);
    stage
        .getIcons()
        .setAll(AppIcon.all().stream().map(url -> new Image(url.toExternalForm())).toList());
    stage.setScene(scene);
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    WindowMemory.place(stage, settings.place());
    stage.setOnHiding(_ -> close());
    monitor.placeDividers(settings.sideDivider(), settings.timelineDivider());
    stage.show();
    monitor.focusTransfers();
    pulse.start();
  }

  /// A window finds its size in several steps; until it has, the dividers follow it.
  private void settle() {
    monitor.placeDividers(settings.sideDivider(), settings.timelineDivider());
    if (++refreshes == REFRESHES_TO_SETTLE) {
      monitor.keepSides();
    }
  }

  /// Something else to do ten times a second.
  public void onRefresh(LongConsumer also) {
    alsoOnRefresh = also;
  }

  private void refresh(long localNanos) {
    if (refreshes < REFRESHES_TO_SETTLE) {
      settle();
    }
    monitor.refresh(localNanos);
    alsoOnRefresh.accept(localNanos);
  }

  /// Brings it before the user's eyes.
  public void raise() {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  /// Says something under the header.
  public void notice(String words) {
    notice.set(words);
  }

  public Scene scene() {
    return scene;
  }

  public Theme theme() {
    return theme;
  }

  /// Light becomes dark and dark light.
  public void switchTheme() {
    theme = theme.other();
    settings = settings.withTheme(theme);
    theme.applyTo(scene);
    save();
  }

  private void close() {
    pulse.stop();
    settings =
        settings
            .withFolder(model.folderProperty().get())
            .withDividers(monitor.sideDivider(), monitor.timelineDivider())
            .withPlace(WindowMemory.of(stage, settings.place()));
    save();
  }

  private void save() {
    try {
      file.save(settings);
    } catch (IOException e) {
      notice.set(Messages.text("settings.unwritable", e.toString()));
      System.getLogger(SluiceWindow.class.getName())
          .log(System.Logger.Level.WARNING, "cannot save " + file.path(), e);
    }
  }

  /// Pasting a URL, and keys without a modifier, act only while no text is typed.
  private void key(KeyEvent event) {
    if (scene.getFocusOwner() instanceof TextInputControl || event.isAltDown()) {
      return;
    }
    if (event.isShortcutDown()) {
      if (event.getCode() == KeyCode.V) {
        pasteUrl();
        event.consume();
      }
    } else if (event.getCode() == KeyCode.SPACE && !onButton()) {
      model.frozenProperty().set(!model.frozenProperty().get());
      event.consume();
    } else if (event.getCode() == KeyCode.DELETE) {
      model.removeSelected();
      event.consume();
    }
  }

  private void pasteUrl() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text != null) {
      model.addTyped(text);
    }
  }

  private boolean onButton() {
    return scene.getFocusOwner() instanceof javafx.scene.control.ButtonBase;
  }

  private static Theme systemTheme() {
    return Platform.getPreferences().getColorScheme() == ColorScheme.DARK
        ? Theme.DARK
        : Theme.LIGHT;
  }
}
