package org.sluice.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataFolderTest {
  private static final String HOME = "/home/me";

  @ParameterizedTest
  @CsvSource({
    "Linux, XDG_DATA_HOME, /data, /data/sluice",
    "Linux, XDG_DATA_HOME, relative, /home/me/.local/share/sluice",
    "Linux, XDG_DATA_HOME, '', /home/me/.local/share/sluice",
    "FreeBSD, OTHER, x, /home/me/.local/share/sluice",
    "Mac OS X, XDG_DATA_HOME, /data, /home/me/Library/Application Support/Sluice",
    "Windows 11, LOCALAPPDATA, /local, /local/Sluice",
    "Windows 11, OTHER, x, /home/me/AppData/Local/Sluice",
    "Linux, SLUICE_DATA_DIR, /mine, /mine",
    "Windows 11, SLUICE_DATA_DIR, here, here"
  })
  void eachSystemHasItsPlace(String os, String variable, String value, String expected) {
    assertThat(DataFolder.of(os, HOME, Map.of(variable, value), null)).isEqualTo(Path.of(expected));
  }

  @Test
  void whatTheUserSaysWins() {
    Map<String, String> environment = Map.of(DataFolder.VARIABLE, "/variable");
    Path given = Path.of("/given");
    assertThat(DataFolder.of("Linux", HOME, environment, given)).isEqualTo(given);
    assertThat(DataFolder.ofThisSystem(Path.of("a/../b"))).isEqualTo(Path.of("b").toAbsolutePath());
  }
}
