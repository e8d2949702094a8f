package org.sluice.app.downloads;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Shows files with the programs of this desktop.
///
/// **Threads**: any; the programs run beside this one.
final class DesktopFiles {
  private DesktopFiles() {}

  /// Opens a file, or a folder, with the program that the user has chosen for it.
  ///
  /// @throws IOException if there is no such program
  static void open(Path path) throws IOException {
    start(openCommand(osName(), path));
  }

  /// Shows a file in its folder.
  ///
  /// @throws IOException if there is no program for it
  static void reveal(Path path) throws IOException {
    start(revealCommand(osName(), path));
  }

  static List<String> openCommand(String os, Path path) {
    if (os.startsWith("mac")) {
      return List.of("open", path.toString());
    }
    return os.startsWith("windows")
        ? List.of("rundll32", "url.dll,FileProtocolHandler", path.toString())
        : List.of("xdg-open", path.toString());
  }

  static List<String> revealCommand(String os, Path path) {
    if (os.startsWith("mac")) {
      return List.of("open", "-R", path.toString());
    }
    if (os.startsWith("windows")) {
      return List.of("explorer", "/select," + path);
    }
    Path folder = path.getParent();
    return List.of("xdg-open", (folder == null ? path : folder).toString());
  }

  private static void start(List<String> command) throws IOException {
    new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String osName() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
  }
}
