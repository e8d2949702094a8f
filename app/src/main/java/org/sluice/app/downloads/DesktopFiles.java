package org.sluice.app.downloads;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/// Shows files with the programs of this desktop.
///
/// **Threads**: any; the programs run beside this one.
final class DesktopFiles {
  /// By which `xdg-open` says that it found no program, or that none could open it; other values
  /// are those of the program.
  private static final Set<Integer> NOT_OPENED = Set.of(3, 4);

  private DesktopFiles() {}

  /// Opens a file, or a folder, with the program that the user has chosen for it.
  ///
  /// @param failed told the command, on another thread, if it says that it found no such program
  /// @throws IOException if there is no such command
  static void open(Path path, Consumer<String> failed) throws IOException {
    start(openCommand(osName(), path), failed);
  }

  /// Shows a file in its folder.
  ///
  /// @param failed as above
  /// @throws IOException if there is no such command
  static void reveal(Path path, Consumer<String> failed) throws IOException {
    start(revealCommand(osName(), path), failed);
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

  private static void start(List<String> command, Consumer<String> failed) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var _ =
        process
            .onExit()
            .thenAccept(
                ended -> {
                  if (command.getFirst().equals("xdg-open")
                      && NOT_OPENED.contains(ended.exitValue())) {
                    failed.accept(String.join(" ", command));
                  }
                });
  }

  private static String osName() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
  }
}
