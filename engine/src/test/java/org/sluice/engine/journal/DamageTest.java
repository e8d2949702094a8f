package org.sluice.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.item.ItemId;

/// Journals that are cut short, flipped, or robbed of a file, as a power cut left them or closed.
class DamageTest extends JournalTestBase {
  private static final int PAGE = Database.PAGE_BYTES;

  private final History history = new History(42);
  private Path crashed;
  private Path closed;
  private int images;

  /// Damages a journal.
  private interface Damage {
    void to(Path folder) throws IOException;
  }

  @BeforeEach
  void makeJournals() throws Exception {
    Path live = folder.resolve("live");
    crashed = folder.resolve("crashed");
    closed = folder.resolve("closed");
    try (Journal journal = open(live)) {
      history.go(journal, 150);
    }
    history.backedUp(); // at closing
    try (Journal journal = open(live)) {
      history.go(journal, 150);
      settle(journal);
      history.progress(journal, 40);
      settle(journal);
      copy(live, crashed);
    }
    copy(live, closed);
    assertThat(crashed.resolve("journal.db-wal")).isNotEmptyFile();
    assertThat(closed.resolve("journal.db-wal")).doesNotExist();
  }

  @Test
  void aCrashAloneLosesNothing() throws Exception {
    assertThat(opened(crashed, "crash", path -> {})).isInstanceOf(JournalOpening.Sound.class);
    assertThat(opened(closed, "close", path -> {})).isInstanceOf(JournalOpening.Sound.class);
  }

  @Test
  void aDatabaseCutAtAnyLengthIsRebuilt() throws Exception {
    for (Path image : List.of(crashed, closed)) {
      for (long length : lengths(image.resolve("journal.db"), 1)) {
        JournalOpening opening =
            opened(image, "database cut to " + length, path -> cut(path, "journal.db", length));
        if (image.equals(closed) // the log of a crash may have all that was cut off
            && losesSomething(image.resolve("journal.db"), length)) {
          assertThat(opening)
              .as("cut to %s of %s", length, Files.size(image.resolve("journal.db")))
              .isInstanceOf(JournalOpening.Recovered.class);
        }
      }
    }
  }

  @Test
  void aLogCutAtAnyLengthIsNoticed() throws Exception {
    long whole = Files.size(crashed.resolve("journal.db-wal"));
    int noticed = 0;
    for (long length : lengths(crashed.resolve("journal.db-wal"), 2)) {
      JournalOpening opening =
          opened(crashed, "log cut to " + length, path -> cut(path, "journal.db-wal", length));
      noticed += opening instanceof JournalOpening.Recovered ? 1 : 0;
    }
    assertThat(noticed).as("of a log of %s bytes", whole).isPositive();
  }

  @Test
  void missingFilesAreMissed() throws Exception {
    assertThat(opened(crashed, "no log", path -> Files.delete(path.resolve("journal.db-wal"))))
        .isInstanceOf(JournalOpening.Recovered.class);
    assertThat(opened(crashed, "no database", path -> Files.delete(path.resolve("journal.db"))))
        .isInstanceOf(JournalOpening.Recovered.class);
    assertThat(opened(closed, "no database", path -> Files.delete(path.resolve("journal.db"))))
        .isInstanceOf(JournalOpening.Recovered.class);
    assertThat(opened(crashed, "no mark", path -> Files.delete(path.resolve("journal.mark"))))
        .isInstanceOf(JournalOpening.Sound.class);
    assertThat(opened(crashed, "no copy", path -> Files.delete(path.resolve("journal.bak"))))
        .isInstanceOf(JournalOpening.Sound.class);
    assertThat(opened(crashed, "no reserve", path -> Files.delete(path.resolve("journal.reserve"))))
        .isInstanceOf(JournalOpening.Sound.class);
  }

  @Test
  void withoutItsCopyADatabaseIsStillReadRowByRow() throws Exception {
    try (Journal journal =
        open(
            damaged(
                crashed,
                path -> {
                  Files.delete(path.resolve("journal.bak"));
                  overwrite(path.resolve("journal.db"), 0, new byte[PAGE]);
                }))) {
      assertThat(journal.opening()).isInstanceOf(JournalOpening.Recovered.class);
      assertThat(history.upToDate(journal)).isEqualTo(history.size());
    }
  }

  @Test
  void nothingReadableIsSaid() throws Exception {
    Path image =
        damaged(
            closed,
            path -> {
              Files.delete(path.resolve("journal.bak"));
              Files.write(path.resolve("journal.db"), new byte[3 * PAGE]);
            });
    try (Journal journal = open(image)) {
      JournalOpening.Recovered recovered = (JournalOpening.Recovered) journal.opening();
      assertThat(journal.contents().items()).isEmpty();
      assertThat(recovered.sentence())
          .contains("No download could be read")
          .contains("journal-damaged-20260102T030405006Z.db");
      assertThat(recovered.setAside())
          .singleElement()
          .satisfies(path -> assertThat(path).hasSize(3 * PAGE));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void flippedBytesAreFoundOrHarmless(long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      Path image = random.nextBoolean() ? crashed : closed;
      List<String> files = new ArrayList<>(names(image));
      files.remove("journal.lock");
      String file = random.nextInt(3) > 0 ? "journal.db" : files.get(random.nextInt(files.size()));
      long size = Files.size(image.resolve(file));
      long at = random.nextLong(i % 6 == 0 ? Math.min(100, size) : size);
      int bit = 1 << random.nextInt(8);
      String how = "seed " + seed + ", bit " + bit + " of byte " + at + " of " + file;
      Path copy = damaged(image, path -> flip(path.resolve(file), at, bit));
      try (Journal journal = open(copy)) {
        history.check(journal, how);
        // One page at most is lost, and for what stands there the second generation comes in.
        assertThat(history.upToDate(journal)).as(how).isGreaterThan(history.size() / 2);
      }
      checkAgain(copy, how);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void pagesOfGarbageAreFound(long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < 30; i++) {
      Path image = random.nextBoolean() ? crashed : closed;
      byte[] garbage = new byte[1 + random.nextInt(2 * PAGE)];
      random.nextBytes(garbage);
      long at = random.nextLong(Files.size(image.resolve("journal.db")));
      opened(
          image,
          "seed " + seed + ", " + garbage.length + " bytes of garbage at " + at,
          path -> overwrite(path.resolve("journal.db"), at, garbage));
    }
  }

  @Test
  void aRebuildThatWasInterruptedIsFinished() throws Exception {
    Path image = damaged(crashed, path -> cut(path, "journal.db", 5 * PAGE));
    try (Journal journal = open(image)) {
      history.check(journal, "before");
    }
    // As if the process had died before the last renames.
    Files.move(image.resolve("journal.db"), image.resolve("journal.rebuilt"));
    Path wrong = closed.resolve("journal.db");
    Files.copy(wrong, image.resolve("journal.db"));
    cut(image, "journal.db", PAGE);
    try (Journal journal = open(image)) {
      assertThat(journal.opening()).isInstanceOf(JournalOpening.Recovered.class);
      history.check(journal, "after");
    }
    assertThat(names(image)).doesNotContain("journal.rebuilt");
  }

  @Test
  void whatIsToBeVerifiedStaysSoUntilItIs() throws Exception {
    Path image = damaged(crashed, path -> Files.delete(path.resolve("journal.db-wal")));
    ItemId one;
    try (Journal journal = open(image)) {
      one = journal.contents().verifyFirst().iterator().next();
      commit(journal, new JournalChange.Verified(one));
    }
    try (Journal journal = open(image)) {
      assertThat(journal.opening()).isEqualTo(new JournalOpening.Sound());
      assertThat(journal.contents().verifyFirst()).isNotEmpty().doesNotContain(one);
    }
  }

  @Test
  void aRemovedDownloadDoesNotComeBackFromTheCopy() throws Exception {
    Path image = damaged(closed, path -> {});
    Path copy = folder.resolve("removed");
    ItemId gone;
    try (Journal journal = open(image)) {
      gone = journal.contents().items().getFirst().id();
      commit(journal, new JournalChange.Removed(gone));
      settle(journal);
      copy(image, copy);
    }
    overwrite(copy.resolve("journal.db"), 0, new byte[PAGE]);
    try (Journal journal = open(copy)) {
      assertThat(journal.opening()).isInstanceOf(JournalOpening.Recovered.class);
      assertThat(journal.contents().items())
          .hasSize(history.size() - 1)
          .noneMatch(item -> item.id().equals(gone));
    }
  }

  @Test
  void onlyTheLastDamagedFilesAreKept() throws Exception {
    Path image = damaged(closed, path -> {});
    for (int i = 0; i < JournalFiles.MOST_SET_ASIDE + 2; i++) {
      cut(image, "journal.db", 10 * PAGE + i);
      try (Journal journal = open(image)) {
        assertThat(journal.opening()).isInstanceOf(JournalOpening.Recovered.class);
      }
    }
    assertThat(names(image).stream().filter(name -> name.startsWith("journal-damaged-")))
        .hasSize(JournalFiles.MOST_SET_ASIDE);
  }

  /// Opens a damaged copy of `image`, checks what is there, and that it is sound ever after.
  private JournalOpening opened(Path image, String how, Damage damage) throws Exception {
    Path copy = damaged(image, damage);
    JournalOpening opening;
    try (Journal journal = open(copy)) {
      opening = journal.opening();
      history.check(journal, how);
    }
    checkAgain(copy, how);
    return opening;
  }

  private void checkAgain(Path copy, String how) throws Exception {
    try (Journal journal = open(copy)) {
      assertThat(journal.opening()).as(how).isInstanceOf(JournalOpening.Sound.class);
    }
    assertThat(troubles).as(how).isEmpty();
  }

  private Path damaged(Path image, Damage damage) throws IOException {
    Path copy = folder.resolve("image-" + images++);
    copy(image, copy);
    damage.to(copy);
    return copy;
  }

  /// All borders of pages and of what is a page in the log, their neighbours, and some others.
  /// SQLite reads a last page that is too short as if zeros came after it.
  private static boolean losesSomething(Path file, long length) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int i = (int) length; i < bytes.length; i++) {
      if (bytes[i] != 0) {
        return true;
      }
    }
    return bytes.length - length >= PAGE;
  }

  private static List<Long> lengths(Path file, int step) throws IOException {
    long size = Files.size(file);
    Random random = new Random(size);
    List<Long> lengths = new ArrayList<>(List.of(0L, 1L, 31L, 32L, 99L, 100L, size - 1));
    for (long border = PAGE; border < size; border += (long) step * PAGE) {
      lengths.add(border);
    }
    for (int i = 0; i < 12; i++) {
      lengths.add(random.nextLong(size));
    }
    return lengths;
  }

  private static void cut(Path folder, String name, long length) throws IOException {
    try (FileChannel channel = FileChannel.open(folder.resolve(name), StandardOpenOption.WRITE)) {
      channel.truncate(length);
    }
  }

  private static void flip(Path file, long at, int bit) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) at] ^= (byte) bit;
    Files.write(file, bytes);
  }

  private static void overwrite(Path file, long at, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes), at);
    }
  }
}
