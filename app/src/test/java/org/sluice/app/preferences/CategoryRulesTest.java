package org.sluice.app.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.app.preferences.Category.Kind;

/// What the categories say of a file, and that they come back as they were written.
class CategoryRulesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "Debian.ISO, none, images",
        "x.tar.xz, video/mp4, archives",
        "watch, video/mp4, media",
        "paper, Application/PDF; charset=x, documents",
        "disk, application/x-iso9660-image, images",
        "watch, none, other",
        "video, videogame/x, other",
        "iso, none, other",
      })
  void aFileIsToldByItsEndingElseByTheServer(String name, String type, String category) {
    assertThat(CategoryRules.INITIAL.of(name, type).id()).isEqualTo(category);
  }

  @Test
  void theTextOfThemSaysAllOfThem() {
    CategoryRules rules =
        new CategoryRules(
            List.of(
                new Category(Kind.OWN, "Firmware & co", List.of("XYZ", "c++"), "/srv/fw #1=a"),
                new Category(Kind.MEDIA, "Films", List.of("mkv", "video/*"), "a/b"),
                new Category(Kind.IMAGES, "", List.of(), "")));
    assertThat(rules.text())
        .isEqualTo(
            "own | Firmware & co | xyz c++ | /srv/fw #1=a; media | Films | mkv video/* | a/b;"
                + " images |  |  | ");
    assertThat(CategoryRules.parse(rules.text())).isEqualTo(rules);
    assertThat(CategoryRules.parse(CategoryRules.INITIAL.text())).isEqualTo(CategoryRules.INITIAL);
    assertThat(CategoryRules.parse("").all()).isEmpty();
    assertThat(rules.of("a.Xyz", "video/mp4").title()).isEqualTo("Firmware & co");
    assertThat(rules.of("a.bin", "video/mp4").title()).isEqualTo("Films");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "own | | xyz | > a category needs a name",
        "own | A | .xyz | > \".xyz\" is no ending: write it without a dot, like iso, or like video/*",
        "own | A | tar.gz | > \"tar.gz\" is no ending: write it without a dot, like iso, or like video/*",
        "own | A | a | ; own | a | b | > there are two categories \"a\"",
        "media | | a | ; media | M | b | > there are two categories \"M\"",
        "own | A | a | ; own | B | A | > \"a\" belongs to two categories: A, B",
        "own | A > \"own | A\" is not written like own | name | endings | folder",
        "other | A | a | > \"other\" is no kind of category",
        "own | a/b | a | > \"a/b\" is no name of a category: it begins with a dot, or has one of \\ / | ;",
        "own | .. | a | > \"..\" is no name of a category: it begins with a dot, or has one of \\ / | ;",
      })
  void whatMakesNoSenseIsRefusedInWords(String text, String words) {
    assertThatThrownBy(() -> CategoryRules.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(words);
  }

  @Test
  void aFolderStandsBelowTheOneForDownloadsUnlessItIsAbsolute() {
    Path downloads = Path.of("/d").toAbsolutePath();
    Path absolute = Path.of("/elsewhere").toAbsolutePath();
    assertThat(folderOf("", downloads)).isEqualTo(downloads.resolve("A"));
    assertThat(folderOf(".", downloads)).isEqualTo(downloads);
    assertThat(folderOf("b/c", downloads)).isEqualTo(downloads.resolve("b").resolve("c"));
    assertThat(folderOf(absolute.toString(), downloads)).isEqualTo(absolute);
    assertThat(Category.OTHER.folderIn(downloads)).isEqualTo(downloads);
  }

  private static Path folderOf(String folder, Path downloads) {
    return new Category(Kind.OWN, "A", List.of(), folder).folderIn(downloads);
  }

  @Test
  void theyAreKeptInTheFileAndBrokenOnesAreSetAside() throws IOException {
    PreferencesFile file = new PreferencesFile(folder);
    CategoryRules rules = CategoryRules.parse("own | Firmware | xyz | fw");
    file.save(Preferences.INITIAL.with(AllSettings.CATEGORIES, rules));
    assertThat(Files.readString(file.path()))
        .contains("categories.rules = own | Firmware | xyz | fw");
    assertThat(file.load().preferences().get(AllSettings.CATEGORIES)).isEqualTo(rules);
    Files.writeString(file.path(), "categories.rules = own | | xyz | fw");
    PreferencesFile.Loaded loaded = file.load();
    assertThat(loaded.preferences()).isEqualTo(Preferences.INITIAL);
    assertThat(loaded.problems())
        .containsExactly("Line 1, categories.rules: a category needs a name");
    assertThat(loaded.setAside()).isNotNull();
  }
}
