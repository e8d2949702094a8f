package org.sluice.engine.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.engine.disk.FaultyFiles.Fault;
import org.sluice.engine.item.FileWish.IfExists;
import org.sluice.engine.item.FileWish.Preallocation;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// What was reported as forced is readable and equal, whatever goes wrong at whichever operation.
class PowerCutTest {
  private static final int LENGTH = 60_000;
  private static final int PIECE = 4_000; // of no page's size, so that pages are shared
  private static final DiskLimits SMALL = new DiskLimits(16 * PIECE, PIECE, 1);

  @TempDir private Path temp;

  @ParameterizedTest
  @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void forcedBytesAreThereAndEqualAfterAFaultAtAnyOperation(Fault fault) throws Exception {
    int operations = run(0, 0, Fault.NONE).done().size();
    assertThat(operations).as("operations without a fault").isBetween(15, 200);
    for (int n = 1; n <= operations; n++) {
      run(n, 31L * n + fault.ordinal(), fault);
    }
  }

  private FaultyFiles run(int n, long seed, Fault fault) throws Exception {
    String what = fault + " at operation " + n + ", seed " + seed;
    Path folder = Files.createDirectories(temp.resolve(fault + "-" + n + "/folder")).toRealPath();
    Path attic = Files.createDirectories(temp.resolve(fault + "-" + n + "/attic"));
    FaultyFiles files = new FaultyFiles(new SystemFiles(), attic, seed).at(n, fault);
    byte[] bytes = new byte[LENGTH];
    new Random(seed).nextBytes(bytes);
    Download download;
    try (DiskRig rig = new DiskRig(files, SMALL)) {
      download = new Download(rig, folder, bytes);
      download.run(new Random(seed));
    }
    if (!files.isOff() && download.opened) {
      assertThat(folder)
          .as(what + ": no file goes without a power cut")
          .isDirectoryContaining(file -> file.getFileName().toString().startsWith("file.bin"));
    }
    files.restart();
    check(download, folder, bytes, what);
    if (!download.forced.isEmpty()) {
      goOn(download, folder, bytes, what);
    }
    return files;
  }

  private static void check(Download download, Path folder, byte[] bytes, String what)
      throws IOException {
    Path target = folder.resolve("file.bin");
    Path part = folder.resolve("file.bin.part");
    if (download.saved) {
      assertThat(target).as(what + ": it was reported as saved").hasBinaryContent(bytes);
    }
    if (Files.exists(target)) {
      assertThat(target).as(what + ": what has the name is whole").hasBinaryContent(bytes);
    } else if (!download.forced.isEmpty()) {
      assertThat(part).as(what + ": forced bytes are in some file").exists();
      byte[] found = Files.readAllBytes(part);
      for (Span span : download.forced.spans()) {
        assertThat(found.length)
            .as("%s: %s is there", what, span)
            .isGreaterThanOrEqualTo((int) span.to());
        assertThat(
                Arrays.mismatch(
                    found,
                    (int) span.from(),
                    (int) span.to(),
                    bytes,
                    (int) span.from(),
                    (int) span.to()))
            .as("%s: first difference in %s", what, span)
            .isEqualTo(-1);
      }
    }
  }

  /// What a later run does: fetches only what was not reported as forced.
  private static void goOn(Download download, Path folder, byte[] bytes, String what) {
    Path target = folder.resolve("file.bin");
    try (DiskRig rig = new DiskRig(new SystemFiles(), SMALL)) {
      var kept = new PartOrder.Kept(folder.resolve("file.bin.part"), target, download.key);
      switch (rig.open(kept)) {
        case PartOpening.Claimed(Path claimed) -> assertThat(claimed).as(what).isEqualTo(target);
        case PartOpening.Opened(PartFile file) -> {
          for (Span gap : download.forced.gaps(LENGTH).spans()) {
            rig.write(
                file, gap.from(), Arrays.copyOfRange(bytes, (int) gap.from(), (int) gap.to()), 999);
          }
          assertThat(rig.finish(file, LENGTH)).as(what).isInstanceOf(Finished.Saved.class);
        }
        case PartOpening.Refused(DiskFailure why) ->
            throw new AssertionError(what + ": it cannot be gone on with: " + why.sentence());
      }
    }
    assertThat(target).as(what + ": after going on").hasBinaryContent(bytes);
    assertThat(folder.resolve("file.bin.part")).as(what).doesNotExist();
  }

  /// Two segments, forces in between, then the end; stops at the first failure.
  private static final class Download {
    private final DiskRig rig;
    private final Path folder;
    private final byte[] bytes;
    private Spans forced = Spans.EMPTY;
    private boolean opened;
    private String key;
    private boolean saved;

    Download(DiskRig rig, Path folder, byte[] bytes) {
      this.rig = rig;
      this.folder = folder;
      this.bytes = bytes;
    }

    void run(Random random) {
      PartOpening opening =
          rig.open(
              new PartOrder.Fresh(
                  folder, "file.bin", IfExists.REFUSE, Preallocation.SPARSE, LENGTH));
      if (!(opening instanceof PartOpening.Opened(PartFile file))) {
        return;
      }
      opened = true;
      key = file.key();
      int[] next = {0, LENGTH / 2};
      int[] end = {LENGTH / 2, LENGTH};
      List<Forced> answers = new ArrayList<>(); // of the owner's thread
      while (next[0] < end[0] || next[1] < end[1]) {
        int segment = next[0] == end[0] ? 1 : next[1] == end[1] ? 0 : random.nextInt(2);
        int length = Math.min(1 + random.nextInt(3_000), end[segment] - next[segment]);
        if (!offer(file, next[segment], length)) {
          break;
        }
        next[segment] += length;
        if (random.nextInt(8) == 0) {
          file.force(answers::add); // while the next ones are written
        }
      }
      Forced last = rig.force(file);
      onOwner(() -> answers.add(last));
      onOwner(() -> answers.forEach(answer -> forced = forced.plus(answer.spans())));
      if (last.failure() == null && rig.failures().isEmpty()) {
        saved = rig.finish(file, LENGTH) instanceof Finished.Saved;
      } else {
        rig.close(file);
      }
    }

    private void onOwner(Runnable what) {
      rig.<Boolean>answer(
          then ->
              rig.owner()
                  .execute(
                      () -> {
                        what.run();
                        then.accept(true);
                      }));
    }

    /// @return false if the file has failed
    private boolean offer(PartFile file, int position, int length) {
      CountDownLatch room = new CountDownLatch(1);
      ByteBuffer chunk = ByteBuffer.wrap(bytes, position, length);
      while (!file.offer(position, chunk, room::countDown)) {
        if (!rig.failures().isEmpty()) {
          return false;
        }
        try {
          if (room.await(20, TimeUnit.MILLISECONDS)) {
            room = new CountDownLatch(1);
          }
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      return true;
    }
  }
}
