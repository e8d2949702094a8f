package org.sluice.app.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sluice in a process of its own, without JavaFX on its path. Its errors stand among its output.
final class SluiceProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final BufferedReader out;
  private final StringBuilder said = new StringBuilder();

  private SluiceProcess(Process process) {
    this.process = process;
    // Its output ends with it: so no test waits for words that never come.
    CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .execute(process::destroyForcibly);
    out = process.inputReader(StandardCharsets.UTF_8);
  }

  static SluiceProcess start(String... args) throws IOException {
    return new SluiceProcess(
        new ProcessBuilder(command(List.of(), args)).redirectErrorStream(true).start());
  }

  /// The command line of Sluice with these arguments.
  static List<String> command(List<String> flags, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dstdout.encoding=UTF-8");
    command.add("-Dstderr.encoding=UTF-8");
    command.addAll(flags);
    command.add("-cp");
    command.add(withoutJavaFx());
    command.add("org.sluice.app.Main");
    command.addAll(List.of(args));
    return command;
  }

  private static String withoutJavaFx() {
    String separator = File.pathSeparator;
    return Pattern.compile(separator, Pattern.LITERAL)
        .splitAsStream(System.getProperty("java.class.path"))
        .filter(entry -> !entry.contains("javafx-") && !entry.contains("testfx"))
        .collect(Collectors.joining(separator));
  }

  /// Reads lines until one has `words` in it.
  String awaitLine(String words) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.append(line).append('\n');
      if (line.contains(words)) {
        return line;
      }
    }
    throw new AssertionError("it ended and never said \"" + words + "\":\n" + said);
  }

  long pid() {
    return process.pid();
  }

  /// SIGKILL.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /// SIGINT, as Ctrl-C sends it; false where there are no signals, and where it is ignored: what a shell
  /// starts in the background (`command &`) ignores it, and so does all that this starts.
  boolean interrupt() throws IOException, InterruptedException {
    if (System.getProperty("os.name").startsWith("Windows") || isInterruptIgnored()) {
      return false;
    }
    String pid = Long.toString(process.pid());
    return new ProcessBuilder("kill", "-INT", pid).start().waitFor() == 0;
  }

  /// By Linux' mask of ignored signals, of which SIGINT is the second; where there is none, it is not.
  private boolean isInterruptIgnored() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("SigIgn:"))
          .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }
  }

  /// Waits for its end.
  ///
  /// @return the exit code, and all that it said
  CliTestBase.Ran await() throws IOException, InterruptedException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.append(line).append('\n');
    }
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end:\n" + said);
    }
    return new CliTestBase.Ran(process.exitValue(), said.toString(), "");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
