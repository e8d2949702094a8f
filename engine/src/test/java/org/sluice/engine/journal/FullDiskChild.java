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
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.journal.JournalChange.Added;
import org.sluice.engine.journal.JournalChange.Committed;
import org.sluice.engine.journal.JournalFailure.Kind;

/// A process whose disk is small: fills it under the journal's feet and looks at what it keeps. Ends with
/// 0 if all is well.
final class FullDiskChild extends JournalTestBase {
  private final Samples samples = new Samples(5);
  private final List<StoredItem> kept = new ArrayList<>();

  /// @param arguments an empty folder on a disk of some megabytes, and one on a disk with room
  public static void main(String... arguments) throws Exception {
    FullDiskChild child = new FullDiskChild();
    child.folder = Path.of(arguments[0]).resolve("data");
    child.fillsUpWhileInUse(Path.of(arguments[1]).resolve("crashed"));
    child.fillsUpBeforeTheStart();
    System.out.println("all is well");
  }

  private void fillsUpWhileInUse(Path crashed) throws Exception {
    try (Journal journal = open()) {
      add(journal, 50);
      settle(journal);
      assertThat(folder.resolve("journal.reserve")).hasSize(Reserve.BYTES);
      fill();
      JournalFailure failure = addUntilFull(journal);
      assertThat(failure.kind()).isEqualTo(Kind.DISK_FULL);
      assertThat(failure.sentence()).contains("disk is full", "make room");
      assertThat(folder.resolve("journal.reserve")).doesNotExist();
      copy(folder, crashed);
      try (Journal afterCrash = open(crashed)) {
        assertThat(afterCrash.opening()).isEqualTo(new JournalOpening.Sound());
        assertThat(afterCrash.contents().items()).containsExactlyInAnyOrderElementsOf(kept);
      }
      makeRoom();
      add(journal, 10);
    }
    assertThat(folder.resolve("journal.reserve")).as("taken again").hasSize(Reserve.BYTES);
    try (Journal journal = open()) {
      assertThat(journal.opening()).isEqualTo(new JournalOpening.Sound());
      assertThat(journal.contents().items()).containsExactlyInAnyOrderElementsOf(kept);
    }
  }

  private void fillsUpBeforeTheStart() throws Exception {
    int room = Reserve.BYTES;
    Files.delete(folder.resolve("journal.reserve"));
    fill();
    try (Journal journal = open()) {
      assertThat(journal.opening()).isEqualTo(new JournalOpening.Sound());
      assertThat(journal.contents().items()).containsExactlyInAnyOrderElementsOf(kept);
      JournalFailure failure =
          post(journal, new Committed(kept.getFirst().id(), samples.spans(room)));
      assertThat(failure).isNotNull().extracting(JournalFailure::kind).isEqualTo(Kind.DISK_FULL);
      assertThat(troubles).as("told once, of each thing").isNotEmpty().hasSizeLessThan(5);
    }
    makeRoom();
    try (Journal journal = open()) {
      assertThat(journal.opening()).isEqualTo(new JournalOpening.Sound());
      assertThat(journal.contents().items()).containsExactlyInAnyOrderElementsOf(kept);
      add(journal, 1);
    }
  }

  private void add(Journal journal, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      StoredItem item = samples.usual(journal.nextId());
      commit(journal, new Added(item));
      kept.add(item);
    }
  }

  private JournalFailure addUntilFull(Journal journal) throws Exception {
    boolean reserveWasUsed = false;
    for (int i = 0; i < 10_000; i++) {
      ItemId id = journal.nextId();
      StoredItem item = samples.usual(id);
      @Nullable JournalFailure failure = post(journal, new Added(item));
      if (failure != null) {
        assertThat(reserveWasUsed).as("commits after the reserve was released").isTrue();
        return failure;
      }
      kept.add(item);
      reserveWasUsed |= !Files.exists(folder.resolve("journal.reserve"));
    }
    throw new AssertionError("the disk never was full");
  }

  private Path filler() {
    return folder.resolveSibling("filler");
  }

  private void fill() throws IOException {
    try (FileChannel channel =
        FileChannel.open(filler(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer page = ByteBuffer.allocate(Database.PAGE_BYTES);
      while (true) {
        channel.write(page.clear());
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space");
    }
  }

  private void makeRoom() throws IOException {
    Files.delete(filler());
  }
}
