package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.sluice.app.fx.Fonts;
import org.sluice.app.monitor.LiveEngine;
import org.sluice.app.monitor.MonitorPerspective;
import org.sluice.app.monitor.MonitorViewModel;
import org.sluice.app.monitor.SocketRow;
import org.sluice.app.monitor.TransferRow;
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
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The real window on the real engine, with folders of its own.
final class OpenWindow implements AutoCloseable {
  /// Fits the screen of the Headless platform.
  static final WindowPlace PLACE = new WindowPlace(0, 0, 1240, 700, false);

  private static final int PATIENCE_SECONDS = 60;

  /// What is changed is laid out at the next pulse; what that changes, at the one after it.
  private static final int PULSES = 4;

  final LiveEngine engine;
  final MonitorViewModel model;
  final Workbench workbench;
  final SluiceWindow window;
  final SettingsFile file;
  final PreferencesFile preferencesFile;
  final Path downloads;
  private final Stage stage;
  private final FxRobot robot = new FxRobot();

  /// With the Monitor shown. On the JavaFX thread.
  OpenWindow(Stage stage, Path folder, Runnable startTour) throws IOException {
    this(stage, folder, startTour, MonitorPerspective.ID);
  }

  /// On the JavaFX thread.
  ///
  /// @param shown the perspective to begin with
  OpenWindow(Stage stage, Path folder, Runnable startTour, String shown) throws IOException {
    this.stage = stage;
    Fonts.load();
    downloads = Files.createDirectories(folder.resolve("downloads"));
    engine = LiveEngine.open(options(folder.resolve("data")));
    file = new SettingsFile(folder.resolve("config"));
    preferencesFile = new PreferencesFile(folder.resolve("config"));
    Preferences preferences = preferencesFile.load().preferences();
    Settings settings = file.load().settings();
    if (settings.place() == null) {
      settings = settings.withPlace(PLACE).withView(new View(shown, Map.of()));
    }
    if (preferences.isInitial(AllSettings.THEME)) {
      preferences =
          preferences
              .with(AllSettings.TRIES, 0)
              .with(AllSettings.THEME, ThemeChoice.LIGHT)
              .with(AllSettings.FOLDER, downloads.toString());
    }
    PreferencesModel model =
        new PreferencesModel(
            preferencesFile,
            preferences,
            words -> {
              throw new AssertionError(words);
            });
    model.listen(
        new EnginePreferences(
            engine.list(),
            Map.of(),
            words -> {
              throw new AssertionError(words);
            }));
    workbench = new Workbench(engine, model, startTour);
    this.model = workbench.monitor();
    window = new SluiceWindow(stage, "Sluice", workbench, file, settings);
    window.open();
  }

  /// What fails is not tried again: a test has no time for that.
  static DownloadsOptions options(Path data) {
    return DownloadsOptions.in(data).network(DownloadsOptions.Network.DEFAULT.tries(0));
  }

  /// Types something in place of what stands in a field.
  void retype(TextInputControl field, String text) {
    robot.interact(
        () -> {
          field.requestFocus();
          field.selectAll();
        });
    robot.write(text, 0);
  }

  /// Opens a page of the preferences by the list at their left.
  void page(String title) {
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    robot.clickOn(
        robot.lookup("#preferences-pages .list-cell").queryAllAs(ListCell.class).stream()
            .filter(cell -> title.equals(cell.getText()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no page " + title)));
  }

  /// Starts a URL as one that stands behind the name of the program; says whether it could be.
  boolean start(Object url) {
    return onFx(() -> workbench.addNow(url.toString()));
  }

  /// Starts a URL and waits for its row.
  TransferRow add(Object url) {
    int before = onFx(() -> model.transfers().countProperty().get());
    assertThat(start(url)).isTrue();
    until("the row of " + url, () -> model.transfers().countProperty().get() > before);
    return newest();
  }

  /// The download that was added last.
  TransferRow newest() {
    return onFx(
        () -> model.transfers().rows().stream().filter(TransferRow::isWhole).toList().getLast());
  }

  /// The state word of a transfer.
  String state(TransferRow row) {
    return onFx(() -> row.stateProperty().get());
  }

  /// The row of the socket that a transfer uses, if the table has it.
  boolean anySocket(java.util.function.Predicate<SocketRow> test) {
    return onFx(() -> model.sockets().rows().stream().anyMatch(test));
  }

  String text(String id) {
    return onFx(() -> robot.lookup(id).queryAs(Label.class).getText());
  }

  /// Whether a node and all that it stands in are visible.
  boolean visible(String id) {
    return onFx(
        () -> {
          Node node = robot.lookup(id).query();
          while (node != null && node.isVisible()) {
            node = node.getParent();
          }
          return node == null;
        });
  }

  /// Waits until something holds, asking on the JavaFX thread.
  void until(String what, BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
    } catch (TimeoutException e) {
      throw new AssertionError("not within " + PATIENCE_SECONDS + " s: " + what, e);
    }
  }

  /// Waits until what was changed stands where it will, and is drawn.
  void drawn() {
    CountDownLatch pulses = new CountDownLatch(PULSES);
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            pulses.countDown();
          }
        };
    Platform.runLater(timer::start);
    try {
      assertThat(pulses.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("pulses").isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    } finally {
      Platform.runLater(timer::stop);
    }
  }

  <T> T onFx(Supplier<T> question) {
    if (Platform.isFxApplicationThread()) {
      return question.get();
    }
    return WaitForAsyncUtils.waitForAsyncFx(10_000, question::get);
  }

  @Override
  public void close() {
    onFx(
        () -> {
          stage.hide();
          return true;
        });
    engine.close();
  }
}
