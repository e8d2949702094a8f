package org.sluice.engine.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.engine.disk.FaultyFiles;
import org.sluice.engine.disk.SystemFiles;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.download.DownloadsOptions;
import org.sluice.engine.download.FaultyWorld;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.journal.Journal;
import org.sluice.engine.journal.JournalException;
import org.sluice.engine.journal.JournalOpening;
import org.sluice.engine.journal.JournalOptions;
import org.sluice.engine.lab.LabBytes;
import org.sluice.engine.lab.LabRequest;
import org.sluice.engine.lab.LabServer;

/// A journal, or a part file, that is cut short between two runs: what any generation of the journal
/// knows is gone on from, after a proof; nothing else is believed.
///
/// A sample of the lengths; `-Dsluice.faults=all` takes many.
@Timeout(600)
class JournalCutTest {
  private static final long SIZE = 3 << 20;
  private static final String DATABASE = "journal.db";
  private static final String LOG = "journal.db-wal";

  @TempDir Path temp;
  private final long seed = Long.getLong("sluice.faults.seed", System.nanoTime());
  private final int trials = "all".equals(System.getProperty("sluice.faults")) ? 60 : 5;
  private final Random random = new Random(seed);
  private LabServer lab;
  private Path folder;
  private Path live;
  private ItemId id;
  private Identity identity;
  private byte[] part;

  @BeforeEach
  void start() throws IOException {
    lab = LabServer.start();
    folder = Files.createDirectory(temp.resolve("files")).toRealPath();
    live = temp.resolve("live");
  }

  @AfterEach
  void end() {
    lab.close();
  }

  /// Downloads a part of a file, until so many bytes are committed, and loses the power then.
  private void partlyDone(long committed) throws Exception {
    FaultyFiles files =
        new FaultyFiles(new SystemFiles(), Files.createDirectory(temp.resolve("attic")), seed);
    AtomicReference<Journal> journal = new AtomicReference<>();
    try (Core core =
        new Core(
            FaultyWorld.hasty(
                    files,
                    real -> {
                      journal.set(real);
                      return new FaultyJournal(real, files, 0, FaultyJournal.Fault.NONE);
                    })
                .open(DownloadsOptions.in(live)))) {
      String path = "/throttled?size=" + SIZE + "&rate=400k&key=cut"; // not complete before the cut
      id =
          Core.get(
              core.downloads.add(
                  DownloadRequest.of(
                      lab.http(path).toString(), FileWish.into(folder).named("file.bin"))));
      ItemView view =
          core.await(id, v -> v.amount().committed() >= committed, "a part of the file");
      assertThat(view.state()).isEqualTo(ItemState.RUNNING);
      identity = Core.get(core.downloads.stored()).getFirst().identity();
      files.cut();
      CountDownLatch settled = new CountDownLatch(1); // what was posted before is through
      journal.get().post(List.of(), settled::countDown, failure -> settled.countDown());
      assertThat(settled.await(60, TimeUnit.SECONDS)).isTrue();
      copy(live, temp.resolve("crashed"));
    }
    files.restart();
    copy(live, temp.resolve("closed"));
    part = Files.readAllBytes(identity.part());
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var all = Files.list(from)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        if (!file.getFileName().toString().equals("journal.lock") && Files.isRegularFile(file)) {
          Files.copy(file, to.resolve(file.getFileName()));
        }
      }
    }
  }

  private static void cut(Path file, long length) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
    }
  }

  /// The part file as it was at the crash, and still the same one for the file system.
  private void putPartBack() throws IOException {
    try (var all = Files.list(folder)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        if (file.equals(identity.target())) {
          Files.move(file, identity.part());
        } else if (!file.equals(identity.part())) {
          Files.delete(file);
        }
      }
    }
    Files.write(identity.part(), part, StandardOpenOption.TRUNCATE_EXISTING);
  }

  private long length(long whole, int i) {
    return switch (i) {
      case 0 -> 0;
      case 1 -> whole - 1;
      default -> i % 2 == 0 ? random.nextLong(whole) : random.nextLong(whole / 4096 + 1) * 4096;
    };
  }

  @Test
  void aJournalThatIsCutShortIsRebuiltAndGoneOnFrom() throws Exception {
    partlyDone(1 << 20);
    List<String> found = new ArrayList<>();
    int rebuilt = 0;
    int goneOn = 0;
    for (int i = 0; i < trials; i++) {
      for (String name : List.of(DATABASE, LOG)) {
        for (String state : List.of("crashed", "closed")) {
          Path image = temp.resolve(state);
          if (Files.exists(image.resolve(name)) && Files.size(image.resolve(name)) > 0) {
            long length = length(Files.size(image.resolve(name)), i);
            String what = state + ", " + name + " cut to " + length + ", seed " + seed;
            Path data = temp.resolve("trial-%s-%s-%d".formatted(state, name, i));
            copy(image, data);
            cut(data.resolve(name), length);
            putPartBack();
            long committed = goOn(data, what);
            goneOn += committed > 0 ? 1 : 0;
            rebuilt += wasRebuilt ? 1 : 0;
            found.add(what + ": " + (wasRebuilt ? "rebuilt" : "sound") + ", " + committed);
          }
        }
      }
    }
    System.out.println(
        "cut journals: %d, rebuilt %d, gone on from bytes %d"
            .formatted(found.size(), rebuilt, goneOn));
    assertThat(rebuilt).as("%s", found).isPositive();
    assertThat(goneOn).as("%s", found).isPositive();
  }

  private boolean wasRebuilt;

  /// @return bytes that the journal knew of
  private long goOn(Path data, String what) throws IOException, JournalException {
    Path look = temp.resolve("look-" + data.getFileName());
    copy(data, look);
    StoredItem known = null;
    String notice = null;
    boolean verifies;
    try (Journal journal =
        Journal.open(look, JournalOptions.of(Clock.systemUTC(), failure -> {}))) {
      if (journal.opening() instanceof JournalOpening.Recovered recovered) {
        notice = recovered.sentence();
      }
      verifies = journal.contents().verifyFirst().contains(id);
      for (StoredItem item : journal.contents().items()) {
        known = item;
        FaultRun.checkSpans(identity.part(), item);
      }
    }
    wasRebuilt = notice != null;
    long committed = known == null ? 0 : known.committed().total();
    Identity its = known == null ? null : known.identity();
    boolean hasFile = its != null && !its.isAnnounced();
    long before = lab.requests();
    try (Core core = new Core(Downloads.open(DownloadsOptions.in(data)))) {
      if (wasRebuilt) {
        core.await(now -> !core.notices().isEmpty(), what + ": a notice");
        assertThat(core.notices().getFirst()).as(what).contains("damaged");
      }
      if (known == null) {
        assertThat(core.items()).as(what).isEmpty();
        assertThat(identity.part()).as(what + ": the bytes are left").hasSize(part.length);
        return 0;
      }
      ItemView view = core.view(known.id());
      assertThat(view.amount().committed()).as(what).isGreaterThanOrEqualTo(committed);
      long fetched = view.amount().fetched();
      if (view.state() == ItemState.PAUSED) {
        Core.get(core.downloads.resume(known.id()));
      }
      ItemView complete = core.complete(known.id());
      assertThat(LabBytes.firstDifference(complete.file().target(), SIZE)).as(what).isEqualTo(-1);
      if (hasFile) {
        assertThat(complete.file().target()).as(what).isEqualTo(identity.target());
        assertThat(complete.amount().fetched() - fetched)
            .as(what + ": fetched, with " + committed + " committed")
            .isLessThanOrEqualTo(SIZE - committed + (512 << 10));
      }
    }
    if (verifies && committed > 0) {
      List<LabRequest> seen = lab.seen(); // the latest, up to a limit
      int since = (int) Math.min(seen.size(), lab.requests() - before);
      assertThat(seen.subList(seen.size() - since, seen.size()))
          .as(what + ": samples are compared")
          .anyMatch(
              request -> {
                String range = request.header("Range").orElse("bytes=-");
                String[] ends = range.substring("bytes=".length()).split("-", -1);
                return !ends[0].isEmpty()
                    && !ends[1].isEmpty()
                    && request.header("If-Range").isEmpty();
              });
    }
    return committed;
  }

  @Test
  void aPartFileThatIsCutShortIsBelievedAsFarAsItGoes() throws Exception {
    partlyDone(1 << 20);
    for (int i = 0; i < trials; i++) {
      long length = length(part.length, i);
      Path data = temp.resolve("short-" + i);
      copy(temp.resolve("crashed"), data);
      putPartBack();
      cut(identity.part(), length);
      finish(data, "part cut to " + length + ", seed " + seed, null);
    }
  }

  /// A cut part file grows again, with a hole in it, and then the power goes once more: the journal
  /// must not have kept what was believed before.
  @Test
  void aHoleIsNeverBelieved() throws Exception {
    partlyDone(1 << 20);
    for (int i = 0; i < trials; i++) {
      long length = length(part.length, i);
      String what = "part cut to " + length + ", then the power, seed " + seed;
      Path data = temp.resolve("hole-" + i);
      copy(temp.resolve("crashed"), data);
      putPartBack();
      cut(identity.part(), length);
      FaultyFiles files =
          new FaultyFiles(
                  new SystemFiles(), Files.createDirectory(temp.resolve("attic-" + i)), seed + i)
              .at(2 + random.nextInt(6), FaultyFiles.Fault.CUT_AFTER);
      finish(data, what, files);
    }
  }

  private void finish(Path data, String what, @Nullable FaultyFiles power)
      throws IOException, JournalException {
    if (power != null) {
      try (Core core =
          new Core(
              FaultyWorld.hasty(
                      power, real -> new FaultyJournal(real, power, 0, FaultyJournal.Fault.NONE))
                  .open(DownloadsOptions.in(data)))) {
        core.await(
            now -> power.isOff() || now.items().getFirst().state() == ItemState.COMPLETE,
            what + ": a power cut");
      }
      power.restart();
      try (Journal journal =
          Journal.open(data, JournalOptions.of(Clock.systemUTC(), failure -> {}))) {
        StoredItem item = journal.contents().items().getFirst();
        Identity now = item.identity();
        if (now != null && !item.committed().isEmpty()) {
          Path file = Files.exists(now.part()) ? now.part() : now.target();
          FaultRun.checkSpans(file, item);
        }
      }
    }
    try (Core core = new Core(Downloads.open(DownloadsOptions.in(data)))) {
      ItemId one = core.items().getFirst().id();
      if (core.view(one).state() == ItemState.PAUSED) {
        Core.get(core.downloads.resume(one));
      }
      ItemView view = core.complete(one);
      assertThat(LabBytes.firstDifference(view.file().target(), SIZE)).as(what).isEqualTo(-1);
    }
  }
}
