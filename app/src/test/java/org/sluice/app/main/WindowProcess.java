package org.sluice.app.main;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sluice.app.Main;

/// A Sluice of its own in another process, with folders of its own.
final class WindowProcess implements AutoCloseable {
  private final Process process;

  private WindowProcess(Process process) {
    this.process = process;
  }

  /// The whole program with these arguments; a window of it is off screen.
  ///
  /// @param output where what it prints goes
  static WindowProcess start(Path folder, Path output, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder program =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    program.environment().put("DISPLAY", "none");
    program.environment().put("SLUICE_DATA_DIR", data(folder).toString());
    program.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    return new WindowProcess(program.start());
  }

  /// Where such a process has its list.
  static Path data(Path folder) {
    return folder.resolve("data");
  }

  /// Where it puts files that are added in the window.
  static Path downloads(Path folder) {
    return folder.resolve("Downloads");
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  int exitCode(int seconds) throws InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new AssertionError("not ended within " + seconds + " s");
    }
    return process.exitValue();
  }

  /// As the out-of-memory killer does it: nothing is said, nothing is cleared away.
  void kill() {
    close();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
