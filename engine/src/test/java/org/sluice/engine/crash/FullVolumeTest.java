package org.sluice.engine.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A volume that is full for real: a tmpfs of some megabytes in a namespace of its own, in which a
/// process downloads. Skipped where such a namespace is not to be had.
@Timeout(300)
class FullVolumeTest {
  private static final String MOUNT_AND_RUN =
      "mount -t tmpfs -o size=" + FullVolumeChild.SIZE + " tmpfs \"$0\" && exec \"$@\"";

  @TempDir Path small;
  @TempDir Path roomy;

  @ParameterizedTest
  @EnumSource
  void itPassesWhenThereIsRoom(FullVolumeChild.Story story) throws Exception {
    assumeTrue(canMount(), "no namespace with a tmpfs here (unshare -rm, mount)");
    Process process =
        inNamespace(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            FullVolumeChild.class.getName(),
            story.name(),
            small.toString(),
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
        new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", MOUNT_AND_RUN, small.toString()));
    words.addAll(List.of(command));
    return new ProcessBuilder(words).redirectErrorStream(true).start();
  }
}
