package org.sluice.engine.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.engine.lab.LabBytes;
import org.sluice.engine.lab.LabServer;

/// A process that is killed without a word, again and again.
@Timeout(240)
class KilledTest {
  private static final long SIZE = 12 << 20;
  private static final int KILLS = 4;

  @TempDir Path data;
  @TempDir Path folder;

  @Test
  void theFileIsRightAndNothingBeginsAtZeroAgain() throws IOException {
    try (LabServer lab = LabServer.start()) {
      String url = lab.http("/paced/12m?rate=512k").toString();
      long safe = 0;
      for (int kill = 1; kill <= KILLS; kill++) {
        safe = runUntil(url, kill * SIZE / (KILLS + 1), safe);
      }
      assertThat(safe).as("committed before the last kill").isPositive();
      runUntil(url, Long.MAX_VALUE, safe);
    }
    assertThat(LabBytes.firstDifference(folder.resolve("12m"), SIZE)).isEqualTo(-1);
    assertThat(folder.toFile().list()).containsExactly("12m");
  }

  /// Kills it when so much has come, or it is complete.
  ///
  /// @param safe what an earlier process had committed; not a byte of it is lost
  /// @return what this one has committed
  private long runUntil(String url, long received, long safe) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    CrashingProgram.class.getName(),
                    data.toString(),
                    folder.toString(),
                    url))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ", -1);
        assertThat(words[0]).as(line).isNotIn("FAILED", "PAUSED");
        assertThat(Long.parseLong(words[2])).as("committed").isGreaterThanOrEqualTo(safe);
        if (words[0].equals("COMPLETE") || Long.parseLong(words[1]) >= received) {
          return Long.parseLong(words[2]);
        }
      }
      throw new AssertionError("it ended by itself");
    } finally {
      process.destroyForcibly();
      process.onExit().join();
    }
  }
}
