package org.sluice.engine.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.disk.FaultyFiles;
import org.sluice.engine.disk.SystemFiles;
import org.sluice.engine.download.DownloadsOptions;
import org.sluice.engine.download.FaultyWorld;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FetchWish;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.journal.Journal;
import org.sluice.engine.journal.JournalException;
import org.sluice.engine.journal.JournalOptions;
import org.sluice.engine.lab.LabBytes;
import org.sluice.engine.lab.LabServer;
import org.sluice.engine.range.Span;

/// One download in which one thing goes wrong, and how it goes on to the end.
final class FaultRun {
  /// What goes wrong.
  ///
  /// @param number of the operation of the disk, or of the post to the journal; from 1 on
  record Case(FaultyFiles.Fault disk, FaultyJournal.Fault journal, long number, long seed) {
    static final Case SOUND = new Case(FaultyFiles.Fault.NONE, FaultyJournal.Fault.NONE, 0, 1);

    boolean isCut() {
      return disk.name().startsWith("CUT") || journal.name().startsWith("CUT");
    }

    boolean isFull() {
      return disk == FaultyFiles.Fault.DISK_FULL || journal == FaultyJournal.Fault.DISK_FULL;
    }
  }

  /// @param operations of the disk, until it was over
  /// @param posts to the journal
  /// @param committedThen bytes that the journal knew of when it stopped
  record Seen(int operations, long posts, boolean stopped, long committedThen) {}

  static final long SIZE = 2 << 20;
  private static final long RATE = 1 << 20;
  private static final int SEGMENTS = 4;

  /// What several connections may fetch twice where their leases are cut, and what samples cost.
  private static final long SLACK = 512 << 10;

  private final LabServer lab;
  private final Path data;
  private final Path folder;
  private final Path attic;
  private final Case what;

  FaultRun(LabServer lab, Path place, Case what) throws IOException {
    this.lab = lab;
    this.what = what;
    data = Files.createDirectories(place.resolve("data"));
    folder = Files.createDirectories(place.resolve("files")).toRealPath();
    attic = Files.createDirectories(place.resolve("attic"));
  }

  /// Where a download stood when it stopped, and goes on from.
  private record Stand(long committed, long fetched, @Nullable Identity identity) {
    static final Stand NOTHING = new Stand(0, 0, null);
  }

  Seen run() throws IOException {
    FaultyFiles files =
        new FaultyFiles(new SystemFiles(), attic, what.seed).at(what.number, what.disk);
    AtomicReference<FaultyJournal> journal = new AtomicReference<>();
    boolean stays = new Random(what.seed).nextBoolean();
    Stand stand;
    try (Core core =
        new Core(
            FaultyWorld.hasty(
                    files,
                    real -> {
                      journal.set(new FaultyJournal(real, files, what.number, what.journal));
                      return journal.get();
                    })
                .open(DownloadsOptions.in(data)))) {
      ItemId id = add(core);
      if (id == null && !what.isCut()) {
        id = add(core); // the fault has passed
      }
      if (id != null) {
        ItemId added = id;
        core.await(
            now ->
                files.isOff()
                    || now.item(added).orElseThrow().state().isOver()
                    || now.item(added).orElseThrow().state() == ItemState.PAUSED,
            "an end, a pause or a power cut");
        ItemView view = core.view(added);
        if (!files.isOff()) {
          assertThat(view.state()).as("%s", view).isNotEqualTo(ItemState.FAILED);
          if (view.state() == ItemState.COMPLETE) {
            checkFile(view, Stand.NOTHING);
            return new Seen(files.done().size(), journal.get().posts(), false, SIZE);
          }
          assertThat(view.standing().sentence()).as("%s", view).isNotEmpty();
          assertThat(view.standing().reason())
              .as("%s", view)
              .isIn(
                  what.isFull()
                      ? new StateReason[] {StateReason.DISK_FULL}
                      : new StateReason[] {StateReason.CANNOT_WRITE, StateReason.JOURNAL_FAILED});
          if (stays) {
            stand =
                new Stand(
                    view.amount().committed(),
                    view.amount().fetched(),
                    Core.get(core.downloads.stored()).getFirst().identity());
            if (!what.isFull()) {
              Core.get(core.downloads.resume(added));
            }
            checkFile(core.complete(added), stand);
            return new Seen(files.done().size(), journal.get().posts(), true, stand.committed());
          }
        }
      }
    }
    files.restart(); // what was closed well may lose its power too
    stand = checkJournal();
    goOn(stand);
    return new Seen(files.done().size(), journal.get().posts(), true, stand.committed());
  }

  /// @return null if it could not be kept
  private @Nullable ItemId add(Core core) {
    String path = "/throttled?size=%d&rate=%d&key=%s".formatted(SIZE, RATE, attic.getParent());
    CompletableFuture<ItemId> added =
        core.downloads.add(
            DownloadRequest.of(lab.http(path).toString(), FileWish.into(folder).named("file.bin"))
                .fetch(FetchWish.DEFAULT.maxSegments(SEGMENTS)));
    try {
      return added
          .orTimeout(Core.PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
          .join();
    } catch (CompletionException e) {
      assertThat(e.getCause()).isInstanceOf(IOException.class);
      assertThat(e.getCause()).hasMessageContaining("made to fail");
      return null;
    }
  }

  /// What the journal says is there is there, and equal.
  private Stand checkJournal() throws IOException {
    try (Journal journal =
        Journal.open(data, JournalOptions.of(Clock.systemUTC(), failure -> {}))) {
      if (journal.contents().items().isEmpty()) {
        return Stand.NOTHING;
      }
      StoredItem item = journal.contents().items().getFirst();
      Identity identity = item.identity();
      assertThat(identity == null && !item.committed().isEmpty()).as("%s", item).isFalse();
      if (identity != null && !item.committed().isEmpty()) {
        Path file = Files.exists(identity.part()) ? identity.part() : identity.target();
        assertThat(file).as("%s", item.committed()).exists();
        checkSpans(file, item);
      }
      return new Stand(item.committed().total(), item.progress().fetchedBytes(), identity);
    } catch (JournalException e) {
      throw new AssertionError(e);
    }
  }

  static void checkSpans(Path file, StoredItem item) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      for (Span span : item.committed().spans()) {
        assertThat(in.length()).as("%s of %s", span, file).isGreaterThanOrEqualTo(span.to());
        byte[] found = new byte[(int) span.length()];
        byte[] wanted = new byte[found.length];
        in.seek(span.from());
        in.readFully(found);
        LabBytes.fill(wanted, span.from());
        assertThat(Arrays.mismatch(found, wanted)).as("first wrong byte in %s", span).isEqualTo(-1);
      }
    }
  }

  /// A healthy machine, and the same folders.
  private void goOn(Stand stand) throws IOException {
    try (Core core =
        new Core(
            FaultyWorld.hasty(new SystemFiles(), real -> real).open(DownloadsOptions.in(data)))) {
      ItemId id = core.items().isEmpty() ? add(core) : core.items().getFirst().id();
      assertThat(id).isNotNull();
      ItemView view = core.view(id);
      assertThat(view.amount().committed()).isGreaterThanOrEqualTo(stand.committed());
      if (view.state() == ItemState.PAUSED && view.standing().reason() != StateReason.DISK_FULL) {
        Core.get(core.downloads.resume(id));
      }
      checkFile(core.complete(id), stand);
    }
  }

  private void checkFile(ItemView view, Stand stand) throws IOException {
    Path target = view.file().target();
    assertThat(target).isNotNull().exists();
    assertThat(LabBytes.firstDifference(target, SIZE)).as("first wrong byte").isEqualTo(-1);
    if (stand.identity() != null) {
      assertThat(target).isEqualTo(stand.identity().target());
    }
    assertThat(folder.toFile().list()).as("with %s", stand).containsExactly("file.bin");
    if (stand.committed() > 0) {
      assertThat(view.amount().fetched() - stand.fetched())
          .as("fetched after the fault, with %s committed", stand.committed())
          .isLessThanOrEqualTo(SIZE - stand.committed() + SLACK);
    }
  }
}
