package org.sluice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sluice.engine.lab.Scenario;

/// The command line in a process of its own.
class StartTest extends CliTestBase {
  @Test
  void itDownloadsWhereThereIsNoJavaFx() throws Exception {
    Path classes = folder.resolve("classes.txt");
    Process process =
        start(
            List.of("-Xlog:class+load:file=" + classes),
            "get",
            "-d",
            folder.toString(),
            url(Scenario.SMALL));
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(folder.resolve("small")).hasSize(13);
    List<String> loaded = Files.readAllLines(classes);
    assertThat(loaded).anyMatch(line -> line.contains("org.sluice.app.cli.Get "));
    assertThat(loaded)
        .as("classes that have no place in a start of get")
        .noneMatch(line -> line.contains("] javafx.") || line.contains("] picocli."));
  }

  @Test
  void anInterruptedDownloadSaysWhatItKept() throws Exception {
    Process process;
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      folder.register(
          watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
      process = start(List.of(), "get", "-d", folder.toString(), url(Scenario.STALL));
      awaitSize(watch, folder.resolve("stall.part"), 500);
    }
    process.toHandle().destroy(); // leaves the streams open
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isNotZero();
    if (!System.getProperty("os.name").startsWith("Windows")) {
      assertThat(said).contains("Interrupted", "stall.part, 500 bytes");
    }
    assertThat(folder.resolve("stall")).doesNotExist();
  }

  private static void awaitSize(WatchService watch, Path file, long size) throws Exception {
    while (!(Files.exists(file) && Files.size(file) == size)) {
      WatchKey changed = watch.poll(30, TimeUnit.SECONDS);
      assertThat(changed)
          .as("a change of the folder before %s has %d bytes", file, size)
          .isNotNull();
      changed.pollEvents();
      changed.reset();
    }
  }

  private static Process start(List<String> flags, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("-cp");
    command.add(withoutJavaFx());
    command.add("org.sluice.app.Main");
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static String withoutJavaFx() {
    String separator = File.pathSeparator;
    return Pattern.compile(separator, Pattern.LITERAL)
        .splitAsStream(System.getProperty("java.class.path"))
        .filter(entry -> !entry.contains("javafx-") && !entry.contains("testfx"))
        .collect(Collectors.joining(separator));
  }
}
