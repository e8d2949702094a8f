package org.sluice.app.main;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Files that a desktop hands over because they are opened with Sluice.
public final class HandedFile {
  /// What may be opened with Sluice.
  private static final Set<String> ENDINGS = Set.of(".meta4", ".metalink", ".torrent");

  private HandedFile() {}

  /// The file that an argument names, as a path or as a `file:` URL.
  ///
  /// @param folder what a relative path begins at
  /// @return null if it names none of the kinds that can be opened
  public static @Nullable Path of(String argument, Path folder) {
    String name = argument.toLowerCase(Locale.ROOT);
    if (ENDINGS.stream().noneMatch(name::endsWith)) {
      return null;
    }
    try {
      if (name.startsWith("file:")) {
        return Path.of(URI.create(argument));
      }
      Path file = folder.resolve(argument);
      return Files.exists(file) ? file : null;
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return null; // no path of this system: an address then
    }
  }
}
