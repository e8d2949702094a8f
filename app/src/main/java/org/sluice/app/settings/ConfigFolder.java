package org.sluice.app.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where this system keeps the settings of programs.
///
/// Linux and others: `$XDG_CONFIG_HOME/sluice` or `~/.config/sluice`; macOS: `~/Library/Application
/// Support/Sluice`; Windows: `%APPDATA%\Sluice`.
public final class ConfigFolder {
  private ConfigFolder() {}

  /// The folder for this process; it need not exist.
  public static Path ofThisSystem() {
    return of(System.getProperty("os.name"), System.getProperty("user.home"), System.getenv());
  }

  static Path of(String osName, String home, Map<String, String> environment) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      Path roaming = absolute(environment.get("APPDATA"));
      return (roaming == null ? Path.of(home, "AppData", "Roaming") : roaming).resolve("Sluice");
    }
    if (os.startsWith("mac")) {
      return Path.of(home, "Library", "Application Support", "Sluice");
    }
    Path xdg = absolute(environment.get("XDG_CONFIG_HOME"));
    return (xdg == null ? Path.of(home, ".config") : xdg).resolve("sluice");
  }

  /// The XDG rule: a path that is not absolute is to be ignored.
  static @Nullable Path absolute(@Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    Path path = Path.of(value);
    return path.isAbsolute() ? path : null;
  }
}
