package org.sluice.engine.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.engine.lab.LabServer;

/// Every file is whole in the end, and no kill costs more than the journal promises.
///
/// `-Dsluice.crash.downloads=200` runs as many as CONTRIBUTING.md asks for before a release.
class CrashTest {
  private static final int AT_ONCE = 10;
  private static final int LEAST_KILLS = 5;
  private static final long SIZE = 24 << 20;
  private static final long RATE = 1 << 20;
  private static final long MOST_BYTES_LOST = 32 << 20;

  /// A second, and what forcing and journalling take on a machine that does ten other things.
  private static final long MOST_MILLIS_LOST = 1_000 + 1_000;

  @Test
  void everyFileSurvivesKillAfterKill(@TempDir Path folder)
      throws IOException, InterruptedException {
    int downloads = Integer.getInteger("sluice.crash.downloads", AT_ONCE);
    long seed = Long.getLong("sluice.crash.seed", System.nanoTime());
    try (LabServer lab = LabServer.start()) {
      for (int done = 0; done < downloads; done += AT_ONCE) {
        Path here = Files.createDirectory(folder.resolve("run" + done));
        CrashRun.Seen seen =
            new CrashRun(lab, here, SIZE, seed + done).run(AT_ONCE, RATE, LEAST_KILLS + 1);
        System.out.println("crash " + done + ": " + seen);
        assertThat(seen.kills()).as("kills, seed %s", seed).hasSize(AT_ONCE);
        assertThat(seen.kills().getFirst())
            .as("kills, seed %s", seed)
            .isGreaterThanOrEqualTo(LEAST_KILLS);
        assertThat(seen.mostBytesLost()).as("seed %s", seed).isLessThanOrEqualTo(MOST_BYTES_LOST);
        assertThat(seen.mostMillisLost()).as("seed %s", seed).isLessThanOrEqualTo(MOST_MILLIS_LOST);
      }
    }
  }
}
