package org.sluice.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.app.downloads.DownloadsViewModel;
import org.sluice.app.preferences.AllSettings;
import org.sluice.app.preferences.AllSettings.ProxyMode;
import org.sluice.app.preferences.CategoryRules;
import org.sluice.app.preferences.EnginePreferences;
import org.sluice.app.preferences.Preferences;
import org.sluice.app.preferences.Setting;
import org.sluice.app.preferences.SettingKind;
import org.sluice.engine.download.DownloadsSnapshot;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.lab.LabServer;
import org.sluice.engine.request.TrustedCertificate;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Every setting has an effect: what it is to change is looked at before and after, in the real window
/// on the real engine. A setting that is not in the table fails.
@ExtendWith(ApplicationExtension.class)
class SettingsEffectTest {
  @TempDir static Path folder;

  /// By what happens outside of the window: see DesktopWindowTest, NewsTest and KeepAwakeTest.
  private static final Set<Setting<?>> TRIED_ELSEWHERE =
      Set.of(
          AllSettings.NOTIFICATIONS,
          AllSettings.KEEP_AWAKE,
          AllSettings.TRAY,
          AllSettings.WHEN_CLOSED);

  private final FxRobot robot = new FxRobot();
  private final Map<Setting<?>, Supplier<Object>> effects = new LinkedHashMap<>();
  private OpenWindow open;
  private LabServer lab;

  @Start
  void start(Stage stage) throws IOException {
    lab = LabServer.start();
    open = new OpenWindow(stage, Files.createTempDirectory(folder, "e"), () -> {}, "downloads");
  }

  @AfterEach
  void close() {
    open.close();
    lab.close();
  }

  private Preferences now() {
    return open.workbench.preferences().now();
  }

  /// What a setting of the network makes of it.
  private <T> void network(Setting<T> setting, Function<Preferences, Preferences> given) {
    effects.put(
        setting,
        () -> {
          try {
            return EnginePreferences.network(
                given.apply(now()), Map.of("http_proxy", "http://proxy.invalid:3128"));
          } catch (TransferException e) {
            throw new AssertionError(e);
          }
        });
  }

  private void allEffects() {
    Supplier<Object> usual = () -> open.workbench.downloads().usualProperty().get();
    for (Setting<?> setting :
        List.of(
            AllSettings.NAME_TAKEN,
            AllSettings.PREALLOCATION,
            AllSettings.SERVER_TIME,
            AllSettings.WEB_MARK,
            AllSettings.SEGMENTS)) {
      effects.put(setting, usual);
    }
    effects.put(AllSettings.FOLDER, () -> open.workbench.folderProperty().get());
    effects.put(
        AllSettings.CATEGORIES,
        () -> {
          DownloadsViewModel list = open.workbench.downloads();
          return list.folderFor(list.categoriesProperty().get().of("a.xyz", null));
        });
    effects.put(AllSettings.AT_ONCE, this::running);
    effects.put(AllSettings.HOST_CONNECTIONS, this::connections);
    for (Setting<?> setting :
        List.of(
            AllSettings.CONNECT_TIMEOUT,
            AllSettings.TRIES,
            AllSettings.SILENCE,
            AllSettings.CA_FILE,
            AllSettings.TRUSTED)) {
      network(setting, preferences -> preferences);
    }
    network(AllSettings.PROXY, p -> p.with(AllSettings.PROXY_ADDRESS, "http://proxy.invalid:1"));
    network(AllSettings.PROXY_ADDRESS, p -> p.with(AllSettings.PROXY, ProxyMode.MANUAL));
    network(
        AllSettings.NO_PROXY,
        p ->
            p.with(AllSettings.PROXY, ProxyMode.MANUAL)
                .with(AllSettings.PROXY_ADDRESS, "http://proxy.invalid:1"));
    effects.put(
        AllSettings.LANGUAGE, () -> now().get(AllSettings.LANGUAGE).language(Locale.ENGLISH));
    effects.put(AllSettings.THEME, () -> open.window.theme());
    effects.put(AllSettings.ACCENT, () -> open.window.scene().getRoot().getStyle());
    effects.put(
        AllSettings.DENSITY,
        () -> {
          TableView<?> table = robot.lookup("#downloads").queryAs(TableView.class);
          table.applyCss();
          return table.getFixedCellSize();
        });
    effects.put(AllSettings.TEXT_SIZE, () -> open.window.shell().getLocalToSceneTransform());
    effects.put(AllSettings.POLL_WORDS, () -> open.workbench.downloads().pollWordsProperty().get());
    effects.put(
        AllSettings.POLL_COLOURS, () -> List.copyOf(open.window.scene().getRoot().getStyleClass()));
    effects.put(AllSettings.MOTION, () -> open.window.scene().getPreferences().isReducedMotion());
    effects.put(AllSettings.UPDATES_PER_SECOND, () -> open.window.refreshNanos());
  }

  /// Downloads that run while more would.
  private Object running() {
    return settled(list -> list.total().running());
  }

  private Object connections() {
    return settled(list -> list.total().connections());
  }

  /// A number that has not changed for several pictures.
  private Object settled(Function<DownloadsSnapshot, Integer> number) {
    int[] seen = {-1, 0};
    open.until(
        "a number that stays",
        () -> {
          int now = number.apply(open.engine.list().freshSnapshot().join());
          seen[1] = now == seen[0] ? seen[1] + 1 : 0;
          seen[0] = now;
          return now > 0 && seen[1] > 8;
        });
    return seen[0];
  }

  private void downloadSlowly() {
    for (int i = 0; i < 3; i++) {
      var _ =
          open.engine
              .list()
              .add(
                  DownloadRequest.of(
                          lab.http("/paced/16m?rate=64k").toString(),
                          FileWish.into(open.downloads).named("f" + i))
                      .fetch(FetchWish.DEFAULT.maxSegments(2)))
              .join();
    }
    open.until(
        "all to run", () -> open.engine.list().freshSnapshot().join().total().connections() == 6);
  }

  @Test
  void everySettingChangesSomething() {
    allEffects();
    Set<Setting<?>> all = new HashSet<>(effects.keySet());
    all.addAll(TRIED_ELSEWHERE);
    assertThat(all)
        .as("a setting needs an effect here")
        .containsExactlyInAnyOrderElementsOf(AllSettings.ALL);
    downloadSlowly();
    for (Setting<?> setting : effects.keySet()) {
      Object before = look(setting);
      change(setting);
      assertThat(look(setting)).as(setting.key()).isNotEqualTo(before);
      reset(setting);
    }
  }

  private Object look(Setting<?> setting) {
    Supplier<Object> effect = effects.get(setting);
    boolean waits = setting == AllSettings.AT_ONCE || setting == AllSettings.HOST_CONNECTIONS;
    return waits ? effect.get() : open.onFx(effect);
  }

  private <T> void change(Setting<T> setting) {
    T other = another(setting);
    open.onFx(
        () -> {
          open.workbench.preferences().set(setting, other);
          return true;
        });
  }

  private <T> void reset(Setting<T> setting) {
    open.onFx(
        () -> {
          open.workbench.preferences().set(setting, setting.initial());
          return true;
        });
  }

  /// Any value but the one that holds.
  @SuppressWarnings("unchecked") // each kind has values of its own type
  private <T> T another(Setting<T> setting) {
    T held = open.onFx(() -> now().get(setting));
    Object other =
        switch (setting.kind()) {
          case SettingKind.Flag _ -> !(Boolean) held;
          case SettingKind.Whole whole -> whole.least() == 0 ? 1 : whole.least();
          case SettingKind.Choice<?> choice -> lastBut(choice, held);
          case SettingKind.Time _ -> Duration.ofSeconds(7);
          case SettingKind.Place _ -> folder.resolve("else").toAbsolutePath().toString();
          case SettingKind.Text _ ->
              setting == AllSettings.PROXY_ADDRESS ? "http://proxy.invalid:2" : "one.invalid";
          case SettingKind.Categories _ -> CategoryRules.parse("own | Firmware | xyz | fw");
          case SettingKind.Trusted _ ->
              List.of(new TrustedCertificate("one.invalid", 443, "ab".repeat(32)));
        };
    return (T) other;
  }

  private static Object lastBut(SettingKind.Choice<?> choice, Object held) {
    Object[] all = choice.type().getEnumConstants();
    return all[all.length - 1].equals(held) ? all[0] : all[all.length - 1];
  }
}
