package org.sluice.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.app.settings.Settings.View;
import org.sluice.app.settings.Settings.WindowPlace;

class SettingsFileTest {
  @TempDir Path config;

  @Test
  void whatWasSavedIsReadAgain() throws IOException {
    SettingsFile file = new SettingsFile(config.resolve("deep/er"));
    Settings settings =
        Settings.INITIAL
            .withPlace(new WindowPlace(-10, 20.5, 1440, 900, true))
            .withView(new View("monitor", Map.of("monitor.divider.side.0", "0.25")));
    file.save(settings);
    assertThat(file.load()).isEqualTo(new SettingsFile.Loaded(settings, null));
    assertThat(Files.readString(file.path())).contains("window.width=1440.0");
  }

  @Test
  void noFileMeansTheInitialSettings() throws IOException {
    SettingsFile file = new SettingsFile(config);
    assertThat(file.load().settings()).isEqualTo(Settings.INITIAL);
    assertThat(file.load().setAside()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"window.width=broad", "window.width=-4\nwindow.height=3", "shown=\\uZZZZ"})
  void aBrokenFileIsSetAsideAndKept(String content) throws IOException {
    SettingsFile file = new SettingsFile(config);
    Files.writeString(file.path(), content);
    SettingsFile.Loaded loaded = file.load();
    assertThat(loaded.settings()).isEqualTo(Settings.INITIAL);
    assertThat(loaded.setAside()).isNotNull().content().isEqualTo(content);
    assertThat(file.path()).doesNotExist();
  }

  @Test
  void aFileThatIsNoTextIsSetAside() throws IOException {
    SettingsFile file = new SettingsFile(config);
    Files.write(file.path(), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    assertThat(file.load().setAside()).isNotNull();
  }

  @Test
  void everySystemHasItsOwnPlace() {
    assertThat(ConfigFolder.of("Linux", "/home/me", Map.of()))
        .isEqualTo(Path.of("/home/me/.config/sluice"));
    assertThat(ConfigFolder.of("Linux", "/home/me", Map.of("XDG_CONFIG_HOME", "/cfg")))
        .isEqualTo(Path.of("/cfg/sluice"));
    assertThat(ConfigFolder.of("Linux", "/home/me", Map.of("XDG_CONFIG_HOME", "not/absolute")))
        .isEqualTo(Path.of("/home/me/.config/sluice"));
    assertThat(ConfigFolder.of("Mac OS X", "/Users/me", Map.of()))
        .isEqualTo(Path.of("/Users/me/Library/Application Support/Sluice"));
    assertThat(ConfigFolder.of("Windows 11", "/me", Map.of()))
        .isEqualTo(Path.of("/me/AppData/Roaming/Sluice"));
  }
}
