package org.sluice.app.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.app.preferences.AllSettings.ThemeChoice;

/// What a user has set comes back, and a file that was mended by hand loses nothing.
class PreferencesFileTest {
  @TempDir Path folder;

  private PreferencesFile file() {
    return new PreferencesFile(folder.resolve("made"));
  }

  private PreferencesFile written(String text) throws IOException {
    PreferencesFile file = file();
    Files.createDirectories(folder.resolve("made"));
    Files.writeString(file.path(), text);
    return file;
  }

  @Test
  void aMissingFileIsWhatHoldsAtFirst() throws IOException {
    PreferencesFile.Loaded loaded = file().load();
    assertThat(loaded.preferences()).isEqualTo(Preferences.INITIAL);
    assertThat(loaded.setAside()).isNull();
    assertThat(file().path()).doesNotExist();
  }

  /// The address of a proxy may have a password in it.
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theFileIsForItsOwnerOnly() throws IOException {
    PreferencesFile file = written("proxy.address = http://a:b@proxy.invalid:1\nnonsense\n");
    file.save(Preferences.INITIAL);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");
    Files.writeString(file.path(), "nonsense");
    Path aside = file.load().setAside();
    assertThat(aside).isNotNull();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(aside)))
        .isEqualTo("rw-------");
  }

  @Test
  void whatIsSetComesBackAndTheRestStandsThereToBeRead() throws IOException {
    Preferences set =
        Preferences.INITIAL
            .with(AllSettings.FOLDER, "/a b\\c#=ü")
            .with(AllSettings.AT_ONCE, 7)
            .with(AllSettings.CONNECT_TIMEOUT, Duration.ofSeconds(12))
            .with(AllSettings.THEME, ThemeChoice.DARK)
            .with(AllSettings.WEB_MARK, false);
    file().save(set);
    assertThat(file().load().preferences()).isEqualTo(set);
    assertThat(Files.readAllLines(file().path()))
        .contains(
            "general.folder = /a b\\c#=ü",
            "connections.downloads-at-once = 7",
            "connections.connect-timeout = 12 s",
            "appearance.theme = dark",
            "general.web-mark = no",
            "# connections.segments = 8");
    for (Setting<?> setting : AllSettings.ALL) {
      assertThat(Files.readString(file().path())).contains(setting.key() + " = ");
    }
  }

  @Test
  void whatMakesNoSenseIsSaidAndKeptAndTheRestIsTaken() throws IOException {
    String text =
        """
        connections.segments = 99
        connections.downloads-at-once = 7
        appearance.theme = huge
        what is this
        """;
    PreferencesFile.Loaded loaded = written(text).load();
    assertThat(loaded.preferences()).isEqualTo(Preferences.INITIAL.with(AllSettings.AT_ONCE, 7));
    assertThat(loaded.problems())
        .containsExactly(
            "Line 1, connections.segments: 99 is not from 1 to 32",
            "Line 3, appearance.theme: \"huge\" is none of [system, light, dark]",
            "Line 4 is no setting: what is this");
    assertThat(loaded.setAside()).hasContent(text);
  }

  @Test
  void whatALaterSluiceKnowsIsKept() throws IOException {
    PreferencesFile file = written("later.thing = 1 = 2\n");
    PreferencesFile.Loaded loaded = file.load();
    assertThat(loaded.setAside()).isNull();
    file.save(loaded.preferences().with(AllSettings.SEGMENTS, 4));
    assertThat(Files.readString(file.path())).contains("later.thing = 1 = 2");
  }

  @Test
  void bytesThatAreNoTextAreSetAside() throws IOException {
    PreferencesFile file = written("");
    Files.write(
        file.path(), "connections.segments = 4\n\u00ff".getBytes(StandardCharsets.ISO_8859_1));
    PreferencesFile.Loaded loaded = file.load();
    assertThat(loaded.preferences()).isEqualTo(Preferences.INITIAL);
    assertThat(loaded.problems()).containsExactly("It is not written in UTF-8");
    assertThat(loaded.setAside()).isNotNull().hasSameBinaryContentAs(file.path());
  }

  @ParameterizedTest
  @CsvSource({
    "proxy.address,    gopher://x,   ",
    "proxy.address,    socks5h://me:pw@host:1080, socks5h://me:pw@host:1080",
    "proxy.no-proxy,   'a.org b.org,10.0.0.0/8', 'a.org, b.org, 10.0.0.0/8'",
    "general.folder,   relative/path, ",
    "general.server-time, on, yes",
    "connections.silence, 2 s, ",
    "connections.silence, 90, 90 s",
  })
  void valuesAreChecked(String key, String text, String kept) {
    Setting<?> setting =
        AllSettings.ALL.stream().filter(s -> s.key().equals(key)).findFirst().orElseThrow();
    if (kept == null) {
      assertThatThrownBy(() -> setting.kind().read(text))
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .isNotBlank();
    } else {
      assertThat(roundTrip(setting, text)).isEqualTo(kept);
    }
  }

  private static <T> String roundTrip(Setting<T> setting, String text) {
    return setting.kind().write(setting.kind().read(text));
  }

  @Test
  void aModelTellsAndKeeps() throws IOException {
    PreferencesFile file = file();
    CopyOnWriteArrayList<String> complaints = new CopyOnWriteArrayList<>();
    CopyOnWriteArrayList<Integer> told = new CopyOnWriteArrayList<>();
    try (PreferencesModel model =
        new PreferencesModel(file, Preferences.INITIAL, complaints::add)) {
      model.listen((before, now) -> told.add(now.get(AllSettings.SEGMENTS)));
      model.set(AllSettings.SEGMENTS, 3);
      model.set(AllSettings.SEGMENTS, 3);
      assertThatThrownBy(() -> model.set(AllSettings.SEGMENTS, 0))
          .hasMessage("0 is not from 1 to 32");
    }
    assertThat(told).containsExactly(8, 3);
    assertThat(complaints).isEmpty();
    assertThat(file.load().preferences().get(AllSettings.SEGMENTS)).isEqualTo(3);
  }

  @Test
  void aBrokenFileIsSaidOnce() throws IOException {
    PreferencesFile file = written("connections.segments = 4\nwhat is this\n");
    CopyOnWriteArrayList<String> complaints = new CopyOnWriteArrayList<>();
    PreferencesModel.load(file, complaints::add).close();
    assertThat(complaints).singleElement().asString().contains("what is this", ".broken");
    PreferencesModel.load(file, complaints::add).close();
    assertThat(complaints).hasSize(1);
    assertThat(file.load().preferences().get(AllSettings.SEGMENTS)).isEqualTo(4);
  }

  @Test
  void whatCannotBeWrittenIsSaid() throws IOException {
    Files.writeString(folder.resolve("made"), "a file where the folder should be");
    CopyOnWriteArrayList<String> complaints = new CopyOnWriteArrayList<>();
    try (PreferencesModel model =
        new PreferencesModel(file(), Preferences.INITIAL, complaints::add)) {
      model.set(AllSettings.SEGMENTS, 3);
    }
    assertThat(complaints)
        .singleElement()
        .asString()
        .startsWith("The preferences cannot be kept: ");
  }
}
