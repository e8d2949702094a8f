package org.sluice.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
            "--data-dir",
            data.toString(),
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

  private static Process start(List<String> flags, String... args) throws IOException {
    return new ProcessBuilder(SluiceProcess.command(flags, args))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
