package org.sluice.app;

import java.util.Locale;
import java.util.Map;

/// Whether there is a screen to show a window on.
final class Display {
  private Display() {}

  static boolean isThere() {
    return isThere(System.getProperty("os.name"), System.getenv());
  }

  /// macOS and Windows have one always; elsewhere X11 or Wayland must be named.
  static boolean isThere(String osName, Map<String, String> environment) {
    String os = osName.toLowerCase(Locale.ROOT);
    return os.startsWith("mac")
        || os.startsWith("windows")
        || !environment.getOrDefault("DISPLAY", "").isEmpty()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
  }
}
