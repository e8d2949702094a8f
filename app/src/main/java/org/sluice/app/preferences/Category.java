package org.sluice.app.preferences;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A sort of files: which ones belong to it, and the folder that they go to.
///
/// **Errors**: what makes no sense is refused with an [IllegalArgumentException] whose message is a
/// sentence for a person.
///
/// @param name empty for the word of its kind
/// @param types endings of names without the dot ("iso"), and what servers call files
///     ("application/pdf", "video/*"); in lower case
/// @param folder absolute, or below the one for downloads; empty for one of its own name
public record Category(Kind kind, String name, List<String> types, String folder) {
  /// All that no category takes; it stands in no list of rules.
  public static final Category OTHER = new Category(Kind.OTHER, "", List.of(), ".");

  /// Where it comes from, which gives its picture and its first name.
  public enum Kind {
    IMAGES,
    PACKAGES,
    ARCHIVES,
    DOCUMENTS,
    MEDIA,
    /// Made by the user.
    OWN,
    OTHER;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Category {
    types = types.stream().map(Category::type).distinct().toList();
    if (kind == Kind.OWN && name.isBlank()) {
      throw new IllegalArgumentException("a category needs a name");
    }
    if (name.chars().anyMatch(c -> "|;/\\".indexOf(c) >= 0 || c < ' ') || name.startsWith(".")) {
      throw new IllegalArgumentException(
          "\""
              + name
              + "\" is no name of a category: it begins with a dot, or has one of \\ / | ;");
    }
    if (folder.chars().anyMatch(c -> c == '|' || c == ';' || c < ' ')) {
      throw new IllegalArgumentException("the folder \"" + folder + "\" has one of | ;");
    }
    var _ = Path.of(folder, name); // refuses what is no path
  }

  private static String type(String given) {
    String type = given.toLowerCase(Locale.ROOT);
    if (type.isEmpty() || !type.matches("[\\p{L}\\p{N}_+~!@#$%&-]+|[a-z0-9-]+/[a-z0-9.+*-]+")) {
      throw new IllegalArgumentException(
          "\"" + given + "\" is no ending: write it without a dot, like iso, or like video/*");
    }
    return type;
  }

  /// Says which one it is, whatever is changed of it except for the name of one that the user made.
  public String id() {
    return kind == Kind.OWN ? "own " + name.toLowerCase(Locale.ROOT) : kind.key();
  }

  /// Its name as it is shown.
  public String title() {
    return name.isEmpty() ? PreferencesWords.text("category." + kind.key()) : name;
  }

  /// Where its downloads go.
  ///
  /// @param downloads the folder for downloads
  public Path folderIn(Path downloads) {
    return downloads.resolve(folder.isEmpty() ? title() : folder).normalize();
  }

  boolean hasEnding(String ending) {
    return types.contains(ending);
  }

  /// @param contentType as the server said, in lower case
  boolean hasType(String contentType) {
    String bare = contentType.split(";", 2)[0].strip();
    return types.stream()
        .anyMatch(
            type ->
                type.endsWith("/*")
                    ? bare.startsWith(type.substring(0, type.length() - 1))
                    : type.indexOf('/') > 0 && type.equals(bare));
  }

  /// What stands behind the last dot, in lower case; empty for nothing.
  public static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /// The one of that name in the file; refuses any other.
  static Kind kind(@Nullable String key) {
    for (Kind each : Kind.values()) {
      if (each != Kind.OTHER && Objects.equals(each.key(), key)) {
        return each;
      }
    }
    throw new IllegalArgumentException("\"" + key + "\" is no kind of category");
  }
}
