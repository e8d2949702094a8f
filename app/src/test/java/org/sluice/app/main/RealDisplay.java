package org.sluice.app.main;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// An X server and a window manager of this test's own, and programs that are shown on them.
final class RealDisplay implements AutoCloseable {
  private final Process server;
  private final Process manager;
  private final String display;

  private RealDisplay(Process server, Process manager, String display) {
    this.server = server;
    this.manager = manager;
    this.display = display;
  }

  /// Starts both, or skips the test and says why.
  static RealDisplay startOrSkip() throws IOException {
    for (String program : List.of("Xvfb", "openbox")) {
      assumeTrue(isInstalled(program), program + " is not installed: no real display to test on");
    }
    Process server =
        new ProcessBuilder(
                "Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader answer = server.inputReader();
    String number = answer.readLine();
    assumeTrue(number != null, "Xvfb is installed but did not start");
    String display = ":" + number.strip();
    ProcessBuilder openbox =
        new ProcessBuilder("openbox")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    openbox.environment().put("DISPLAY", display);
    return new RealDisplay(server, openbox.start(), display);
  }

  /// Runs the `main` of a class on the display and returns what it printed and its exit code.
  String run(Class<?> main, Path folder, int seconds) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    ProcessBuilder program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dprism.order=sw",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    program.environment().put("DISPLAY", display);
    program.environment().remove("WAYLAND_DISPLAY");
    Process process = program.start();
    boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    return Files.readString(output) + (ended ? "exit " + process.exitValue() : "no end");
  }

  @Override
  public void close() {
    manager.destroy();
    server.destroy();
  }

  private static boolean isInstalled(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
