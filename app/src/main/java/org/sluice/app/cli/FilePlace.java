package org.sluice.app.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where one file goes.
///
/// @param folder absolute
/// @param name null to take it from the server or the address
record FilePlace(Path folder, @Nullable String name) {
  /// The place that `path` means.
  ///
  /// @param directory absolute, for a path that is not
  /// @param path as the user gave it; null for none
  /// @throws IllegalArgumentException if it is no path of a file, with the reason
  static FilePlace of(Path directory, @Nullable String path) {
    if (path == null) {
      return new FilePlace(directory, null);
    }
    Path target;
    try {
      target = directory.resolve(path);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          "\"" + path + "\" is not a path on this system: " + e.getReason(), e);
    }
    Path name = target.getFileName();
    Path folder = target.normalize().getParent();
    boolean none =
        path.isBlank()
            || path.endsWith("/")
            || path.endsWith(target.getFileSystem().getSeparator());
    if (none || name == null || folder == null || isUpwards(name.toString())) {
      throw new IllegalArgumentException("\"" + path + "\" is not the path of a file");
    }
    return new FilePlace(folder, name.toString());
  }

  private static boolean isUpwards(String name) {
    return name.isEmpty() || name.equals(".") || name.equals("..");
  }
}
