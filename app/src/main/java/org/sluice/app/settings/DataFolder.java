package org.sluice.app.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the list of downloads is kept.
///
/// What `--data-dir` says, else the environment's `SLUICE_DATA_DIR`, else where this system keeps the
/// data of programs. Linux and others: `$XDG_DATA_HOME/sluice` or `~/.local/share/sluice`; macOS:
/// `~/Library/Application Support/Sluice`; Windows: `%LOCALAPPDATA%\Sluice`.
public final class DataFolder {
  /// The variable that names another folder.
  public static final String VARIABLE = "SLUICE_DATA_DIR";

  private DataFolder() {}

  /// The folder for this process, absolute; it need not exist.
  ///
  /// @param given by the user; null for none
  public static Path ofThisSystem(@Nullable Path given) {
    return of(
            System.getProperty("os.name"), System.getProperty("user.home"), System.getenv(), given)
        .toAbsolutePath()
        .normalize();
  }

  static Path of(
      String osName, String home, Map<String, String> environment, @Nullable Path given) {
    if (given != null) {
      return given;
    }
    String named = environment.get(VARIABLE);
    if (named != null && !named.isBlank()) {
      return Path.of(named);
    }
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      Path local = ConfigFolder.absolute(environment.get("LOCALAPPDATA"));
      return (local == null ? Path.of(home, "AppData", "Local") : local).resolve("Sluice");
    }
    if (os.startsWith("mac")) {
      return Path.of(home, "Library", "Application Support", "Sluice");
    }
    Path xdg = ConfigFolder.absolute(environment.get("XDG_DATA_HOME"));
    return (xdg == null ? Path.of(home, ".local", "share") : xdg).resolve("sluice");
  }
}
