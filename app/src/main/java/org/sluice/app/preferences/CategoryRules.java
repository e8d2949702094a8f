package org.sluice.app.preferences;

import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluice.app.preferences.Category.Kind;

/// The categories in the order in which they are shown, and which of them a file belongs to.
///
/// As text each is `kind | name | endings and types | folder`, with a semicolon between two.
///
/// **Errors**: what makes no sense is refused with an [IllegalArgumentException] whose message is a
/// sentence for a person. **Limits**: [#MOST].
public record CategoryRules(List<Category> all) {
  static final int MOST = 100;

  /// As long as the user says nothing.
  public static final CategoryRules INITIAL =
      new CategoryRules(
          List.of(
              usual(
                  Kind.IMAGES,
                  "iso img dmg qcow2 vmdk vdi vhd vhdx wim squashfs application/x-iso9660-image"),
              usual(
                  Kind.PACKAGES,
                  "deb rpm apk msi exe pkg jar war whl gem snap flatpak appimage nupkg crate msix"),
              usual(
                  Kind.ARCHIVES,
                  "zip tar gz tgz xz txz bz2 tbz zst 7z rar lz lz4 lzma br cab cpio"
                      + " application/zip application/x-tar"),
              usual(
                  Kind.DOCUMENTS,
                  "pdf epub mobi djvu txt md rtf doc docx odt xls xlsx ods ppt pptx odp csv tsv"
                      + " json xml html htm ps tex log pem application/pdf application/epub+zip"),
              usual(
                  Kind.MEDIA,
                  "mp4 mkv webm avi mov m4v mpg mpeg ts mp3 flac ogg opus wav m4a aac jpg jpeg png"
                      + " gif webp avif svg tif tiff heic video/* audio/* image/*")));

  public CategoryRules {
    all = List.copyOf(all);
    if (all.size() > MOST) {
      throw new IllegalArgumentException("there are more than " + MOST + " categories");
    }
    Set<String> names = new HashSet<>();
    Set<String> ids = new HashSet<>();
    Map<String, String> types = new HashMap<>();
    for (Category each : all) {
      String name = each.name().isEmpty() ? each.kind().key() : each.name();
      boolean twice = !each.name().isEmpty() && !names.add(name.toLowerCase(Locale.ROOT));
      if (!ids.add(each.id()) || twice) {
        throw new IllegalArgumentException("there are two categories \"" + name + "\"");
      }
      for (String type : each.types()) {
        String other = types.put(type, name);
        if (other != null) {
          throw new IllegalArgumentException(
              "\"" + type + "\" belongs to two categories: " + other + ", " + name);
        }
      }
    }
  }

  private static Category usual(Kind kind, String types) {
    return new Category(kind, "", words(types), "");
  }

  /// The one that a file belongs to, by the end of its name, else by what the server calls it.
  ///
  /// @param contentType as the server said; null if it did not
  public Category of(String name, @Nullable String contentType) {
    String ending = Category.ending(name);
    for (Category each : all) {
      if (each.hasEnding(ending)) {
        return each;
      }
    }
    if (contentType != null) {
      String type = contentType.toLowerCase(Locale.ROOT);
      for (Category each : all) {
        if (each.hasType(type)) {
          return each;
        }
      }
    }
    return Category.OTHER;
  }

  /// Reads what [#text] writes.
  public static CategoryRules parse(String text) {
    List<Category> all = new ArrayList<>();
    for (String one : text.split(";", -1)) {
      if (one.isBlank()) {
        continue;
      }
      String[] parts = one.split("\\|", -1);
      if (parts.length != 4) {
        throw new IllegalArgumentException(
            "\"" + one.strip() + "\" is not written like own | name | endings | folder");
      }
      try {
        all.add(
            new Category(
                Category.kind(parts[0].strip()),
                parts[1].strip(),
                words(parts[2]),
                parts[3].strip()));
      } catch (InvalidPathException e) {
        throw new IllegalArgumentException(
            "\"" + parts[3].strip() + "\" is no folder: " + e.getReason(), e);
      }
    }
    return new CategoryRules(all);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[\\s,]+", -1)).filter(word -> !word.isEmpty()).toList();
  }

  /// On one line.
  public String text() {
    return all.stream()
        .map(
            one ->
                one.kind().key()
                    + " | "
                    + one.name()
                    + " | "
                    + String.join(" ", one.types())
                    + " | "
                    + one.folder())
        .collect(Collectors.joining("; "));
  }
}
