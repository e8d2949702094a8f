package org.sluice.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.StoredItem;

/// Kills a process that commits, for real, and looks at what its journal has.
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class KillTest extends JournalTestBase {
  private static final int ROUNDS = 10;

  @Test
  void whatWasReportedOutlivesAKill() throws Exception {
    Random random = new Random(11);
    int next = 0;
    for (int round = 0; round < ROUNDS; round++) {
      int reported = runAndKill(next, random.nextInt(400));
      try (Journal journal = open()) {
        List<StoredItem> items = journal.contents().items();
        int last = KillChild.lastOf(items);
        String how = "round " + round + " from " + next + ", reported " + reported;
        assertThat(journal.opening()).as(how).isInstanceOf(JournalOpening.Sound.class);
        assertThat(last).as(how).isGreaterThanOrEqualTo(reported);
        assertThat(items).as(how).containsExactlyElementsOf(KillChild.after(last).values());
        next = last + 1;
      }
    }
    assertThat(next).as("operations of all rounds").isGreaterThan(ROUNDS);
  }

  @Test
  void aKillAndALostLogCostOnlyWhatTheLogHad() throws Exception {
    int reported = runAndKill(0, 300);
    Path log = folder.resolve("journal.db-wal");
    assertThat(log).isNotEmptyFile();
    Files.delete(log);
    try (Journal journal = open()) {
      List<StoredItem> items = journal.contents().items();
      int last = KillChild.lastOf(items);
      if (last < reported) {
        assertThat(journal.opening()).isInstanceOf(JournalOpening.Recovered.class);
        assertThat(journal.contents().verifyFirst())
            .containsExactlyInAnyOrderElementsOf(items.stream().map(StoredItem::id).toList());
      }
      assertThat(items).containsExactlyElementsOf(KillChild.after(last).values());
      assertThat(journal.nextId()).isGreaterThan(new ItemId(reported / 10));
    }
  }

  /// @return the last operation that was reported; `from` - 1 if none was
  private int runAndKill(int from, int atLeast) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KillChild.class.getName(),
                folder.toString(),
                Integer.toString(from))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int reported = from - 1;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).isEqualTo("opened");
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("done ") && isWhole(line, reported)) {
          reported++;
        } else {
          assertThat(line).as("after operation %s", reported).doesNotStartWith("failed");
        }
        if (reported - from >= atLeast) {
          process.toHandle().destroyForcibly(); // leaves what it has said to be read
        }
      }
    }
    process.waitFor();
    return reported;
  }

  /// The kill may cut the last line short.
  private static boolean isWhole(String line, int reported) {
    return line.equals("done " + (reported + 1));
  }
}
