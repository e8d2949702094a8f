package org.sluice.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full for real: a tmpfs of a few megabytes in a namespace of its own, on which a
/// process works. Skipped where namespaces are not to be had.
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class FullDiskTest {
  private static final String MOUNT_AND_RUN =
      "mount -t tmpfs -o size=3m tmpfs \"$0\" && exec \"$@\"";

  @TempDir Path folder;
  @TempDir Path roomy;

  @Test
  void aFullDiskLosesNothingThatWasCommitted() throws Exception {
    assumeTrue(canMount(), "no namespace with a tmpfs here (unshare -rm, mount)");
    Process process =
        inNamespace(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            FullDiskChild.class.getName(),
            folder.toString(),
            roomy.toString());
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("all is well");
  }

  private boolean canMount() throws InterruptedException {
    try {
      Process process = inNamespace("true");
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false; // no unshare
    }
  }

  private Process inNamespace(String... command) throws IOException {
    List<String> words =
        new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", MOUNT_AND_RUN, folder.toString()));
    words.addAll(List.of(command));
    return new ProcessBuilder(words).redirectErrorStream(true).start();
  }
}
