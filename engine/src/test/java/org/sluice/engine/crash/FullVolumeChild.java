package org.sluice.engine.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.download.DownloadsOptions;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.FileWish.Preallocation;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.lab.LabBytes;
import org.sluice.engine.lab.LabServer;

/// A process that downloads to a small volume. Ends with 0 if all is well.
final class FullVolumeChild {
  static final String SIZE = "24m";
  private static final long FILE = 4 << 20;

  /// What is on the full volume, and how.
  enum Story {
    /// Three files; the journal is elsewhere.
    FILES,
    /// The journal too.
    FILES_AND_JOURNAL,
    /// The journal alone.
    JOURNAL,
    /// A file that is to have all of its room before the first byte.
    PREALLOCATED,
    /// Two files that do not fit beside each other.
    TOO_MUCH
  }

  private final Path small;
  private final Path roomy;
  private final LabServer lab;
  private final Core core;

  private FullVolumeChild(Story story, Path small, Path roomy, LabServer lab) throws IOException {
    this.small = small;
    this.roomy = roomy;
    this.lab = lab;
    boolean journalToo = story == Story.FILES_AND_JOURNAL || story == Story.JOURNAL;
    core =
        new Core(Downloads.open(DownloadsOptions.in((journalToo ? small : roomy).resolve("data"))));
  }

  /// @param args the story, a small volume, a folder with room
  public static void main(String[] args) throws IOException {
    Story story = Story.valueOf(args[0]);
    try (LabServer lab = LabServer.start()) {
      FullVolumeChild child = new FullVolumeChild(story, Path.of(args[1]), Path.of(args[2]), lab);
      try (Core opened = child.core) {
        switch (story) {
          case FILES -> child.files();
          case FILES_AND_JOURNAL, JOURNAL -> child.journal(story == Story.JOURNAL);
          case PREALLOCATED -> child.preallocated();
          case TOO_MUCH -> child.tooMuch();
        }
        System.out.println("all is well: " + opened.notices());
      }
    }
  }

  private ItemId add(Path folder, String name, long size, long rate, Preallocation how) {
    String path = "/throttled?size=%d&rate=%d&key=%s".formatted(size, rate, name);
    return Core.get(
        core.downloads.add(
            DownloadRequest.of(
                    lab.http(path).toString(), FileWish.into(folder).named(name).preallocation(how))
                .fetch(FetchWish.DEFAULT.maxSegments(4))));
  }

  private static boolean isFull(ItemView view) {
    return view.state() == ItemState.PAUSED && view.standing().reason() == StateReason.DISK_FULL;
  }

  private void all(List<ItemId> ids, Predicate<ItemView> wanted, String what) {
    core.await(now -> ids.stream().allMatch(id -> wanted.test(now.item(id).orElseThrow())), what);
  }

  private void complete(List<ItemId> ids, long size) {
    for (ItemId id : ids) {
      ItemView view = core.complete(id);
      assertThat(LabBytes.firstDifference(view.file().target(), size))
          .as(view.name())
          .isEqualTo(-1);
    }
  }

  private void files() throws IOException {
    List<ItemId> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.add(add(small, "file" + i, FILE, 512 << 10, Preallocation.SPARSE));
    }
    ItemId elsewhere = add(roomy, "elsewhere", FILE, 300 << 10, Preallocation.SPARSE);
    all(ids, view -> view.amount().received() > FILE / 8, "some bytes of each");
    fill(0);
    all(ids, FullVolumeChild::isFull, "a pause of all");
    for (ItemId id : ids) {
      ItemView view = core.view(id);
      assertThat(view.standing().sentence()).contains("full");
      assertThat(view.why()).isNotEmpty();
      assertThat(view.amount().committed()).isPositive();
    }
    complete(List.of(elsewhere), FILE);
    all(ids, FullVolumeChild::isFull, "no end of the pause");
    makeRoom();
    complete(ids, FILE);
    for (ItemId id : ids) {
      assertThat(core.view(id).amount().fetched()).isLessThan(2 * FILE);
    }
  }

  private void journal(boolean alone) throws IOException {
    Path folder = alone ? roomy : small;
    List<ItemId> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.add(add(folder, "file" + i, FILE, 256 << 10, Preallocation.SPARSE));
    }
    all(ids, view -> view.amount().received() > FILE / 8, "some bytes of each");
    fill(0);
    // The log of the journal has room in itself for a while, and then there is the reserve.
    List<ItemId> more = new ArrayList<>();
    while (ids.stream().map(core::view).noneMatch(FullVolumeChild::isFull)) {
      fill(0);
      try {
        Core.get(core.downloads.putQueue(queue(more.size())));
        more.add(ids.getFirst());
      } catch (AssertionError e) {
        assertThat(e).hasStackTraceContaining("full");
      }
      if (ids.stream().map(core::view).allMatch(view -> view.state().isOver())) {
        throw new AssertionError("it was never full, after " + more.size() + " queues");
      }
    }
    all(ids, FullVolumeChild::isFull, "a pause of all");
    assertThat(core.view(ids.getFirst()).standing().sentence()).contains("full");
    makeRoom();
    complete(ids, FILE);
  }

  private static org.sluice.engine.queue.QueueRules queue(int number) {
    return org.sluice.engine.queue.QueueRules.named("queue " + number + " " + "x".repeat(50));
  }

  private void preallocated() throws IOException {
    fill(6 << 20);
    ItemId id = add(small, "large", 12 << 20, 8 << 20, Preallocation.FULL);
    ItemId fits = add(small, "fits", 1 << 20, 1 << 20, Preallocation.FULL);
    all(List.of(id), FullVolumeChild::isFull, "a pause");
    assertThat(core.view(id).standing().sentence()).contains("room");
    assertThat(small.resolve("large.part")).doesNotExist();
    int asked = lab.seen().size();
    complete(List.of(fits), 1 << 20);
    all(List.of(id), FullVolumeChild::isFull, "no end of the pause");
    long large = lab.seen().stream().skip(asked).filter(r -> r.path().contains("large")).count();
    assertThat(large).as("requests in vain").isZero();
    makeRoom();
    complete(List.of(id), 12 << 20);
  }

  private void tooMuch() throws IOException {
    fill(9 << 20);
    ItemId first = add(small, "first", FILE, 256 << 10, Preallocation.SPARSE);
    core.await(first, view -> view.amount().received() > FILE / 16, "some bytes");
    ItemId second = add(small, "second", 6 << 20, 4 << 20, Preallocation.SPARSE);
    all(List.of(second), FullVolumeChild::isFull, "a pause before the first byte");
    assertThat(core.view(second).standing().sentence()).contains("MiB have to become free");
    assertThat(small.resolve("second.part")).doesNotExist();
    assertThat(core.view(first).state()).as("the other goes on").isEqualTo(ItemState.RUNNING);
    complete(List.of(first), FILE);
    all(List.of(second), FullVolumeChild::isFull, "no end of the pause");
    makeRoom();
    complete(List.of(second), 6 << 20);
  }

  private Path filler() {
    return small.resolve("filler");
  }

  /// @param left bytes that are left free, roughly
  private void fill(long left) throws IOException {
    long room = Files.getFileStore(small).getUsableSpace() - left;
    try (FileChannel channel =
        FileChannel.open(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ByteBuffer page = ByteBuffer.allocate(4096);
      for (long filled = 0; filled < room; filled += page.capacity()) {
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
