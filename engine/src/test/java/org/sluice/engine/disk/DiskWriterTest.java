package org.sluice.engine.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.engine.disk.DiskFailure.Kind;
import org.sluice.engine.disk.FaultyFiles.Fault;
import org.sluice.engine.item.FileWish.IfExists;
import org.sluice.engine.item.FileWish.Preallocation;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DiskWriterTest {
  @TempDir private Path temp;

  @Test
  void closingWritesWhatWasTaken() {
    byte[] bytes = "some bytes".repeat(50_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    DiskRig rig = new DiskRig();
    PartFile file = rig.create(temp, "a", IfExists.REFUSE);
    rig.write(file, 0, bytes);
    rig.close();
    assertThat(file.part()).hasBinaryContent(bytes);
    assertThat(file.offer(0, ByteBuffer.allocate(1), () -> {})).isFalse();
  }

  @Test
  void nothingBeginsAfterTheEnd() throws Exception {
    DiskRig rig = new DiskRig();
    rig.disk().close();
    PartOpening opening =
        rig.open(new PartOrder.Fresh(temp, "a", IfExists.REFUSE, Preallocation.NONE, -1));
    assertThat(opening)
        .isInstanceOfSatisfying(
            PartOpening.Refused.class,
            refused -> assertThat(refused.failure().kind()).isEqualTo(Kind.CANCELLED));
    assertThat(temp).isEmptyDirectory();
    rig.close();
  }

  @Test
  void anOpeningThatIsCalledOffLeavesNothing() {
    FileLayer files = new FaultyFiles(new SystemFiles(), temp, 0);
    try (DiskRig rig = new DiskRig(files, DiskLimits.DEFAULT)) {
      CountDownLatch busy = new CountDownLatch(1);
      for (int i = 0; i < DiskThreads.MOST_LONG; i++) { // so that it does not begin too early
        PartFile other = rig.create(temp, "other-" + i, IfExists.REFUSE);
        rig.write(other, 0, new byte[1]);
        other.scan(new Span(0, 1), (_, _) -> waitFor(busy), _ -> {});
      }
      PartOpening opening =
          rig.answer(
              then -> {
                var order =
                    new PartOrder.Fresh(temp, "a", IfExists.REFUSE, Preallocation.FULL, 1 << 20);
                var owner = new PartOwner(rig.owner(), _ -> {});
                rig.disk().open(order, owner, then).run();
                busy.countDown();
              });
      assertThat(opening)
          .isInstanceOfSatisfying(
              PartOpening.Refused.class,
              refused -> assertThat(refused.failure().kind()).isEqualTo(Kind.CANCELLED));
      assertThat(temp.resolve("a.part")).doesNotExist();
    }
  }

  @Test
  void noFileIsALeftOverBeforeItsOwnerHasHeardOfIt() throws Exception {
    Path part = temp.toRealPath().resolve("a.part");
    BlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();
    List<PartOpening> heard = new ArrayList<>();
    try (DiskRig rig = new DiskRig()) {
      var order = new PartOrder.Fresh(temp, "a", IfExists.REFUSE, Preallocation.SPARSE, 1 << 20);
      rig.disk().open(order, new PartOwner(answers::add, _ -> {}), heard::add);
      Runnable answer = answers.poll(1, TimeUnit.MINUTES);
      assertThat(answer).isNotNull();
      assertThat(deleteLeftOver(rig, part)).isFalse();
      assertThat(part).exists();
      answer.run();
      assertThat(heard).singleElement().isInstanceOf(PartOpening.Opened.class);
      assertThat(deleteLeftOver(rig, part)).as("it is for the caller to say").isTrue();
      assertThat(deleteLeftOver(rig, part)).as("there is none").isFalse();
    }
  }

  private static boolean deleteLeftOver(DiskRig rig, Path part) {
    DiskAnswer<Boolean> answer =
        rig.answer(then -> rig.disk().deleteLeftOver(part, rig.owner(), then));
    assertThat(answer).isInstanceOf(DiskAnswer.Done.class);
    return ((DiskAnswer.Done<Boolean>) answer).value();
  }

  /// Whoever makes one passes over a name under which something is taken away.
  @Test
  void noFileIsMadeWhereALeftOverIsTakenAway() throws Exception {
    Path part = temp.toRealPath().resolve("a.part");
    BlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();
    try (DiskRig rig = new DiskRig()) {
      rig.disk().deleteLeftOver(part, answers::add, _ -> {});
      Runnable answer = answers.poll(1, TimeUnit.MINUTES);
      assertThat(answer).isNotNull();
      assertThat(rig.create(temp, "a", IfExists.NUMBER).part()).hasFileName("a (1).part");
      answer.run();
      assertThat(rig.create(temp, "a", IfExists.NUMBER).part()).hasFileName("a.part");
    }
  }

  private static boolean waitFor(CountDownLatch latch) {
    try {
      return latch.await(2, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// After a failed force the system may have thrown the bytes away and called them clean.
  @Test
  void afterAFailedForceNothingIsTrusted() throws Exception {
    FaultyFiles files = faultyAt(FaultyFiles.Kind.FORCE, 2, Fault.FAIL);
    try (DiskRig rig = new DiskRig(files, DiskLimits.DEFAULT)) {
      PartFile file = rig.create(temp, "a", IfExists.REFUSE);
      rig.write(file, 0, new byte[1_000]);
      assertThat(rig.force(file).spans()).isEqualTo(Spans.of(new Span(0, 1_000)));
      rig.write(file, 1_000, new byte[1_000]);
      Forced failed = rig.force(file);
      assertThat(failed.spans()).isEqualTo(Spans.EMPTY);
      assertThat(failed.failure()).isNotNull();
      assertThat(file.offer(2_000, ByteBuffer.allocate(1), () -> {})).isFalse();
      assertThat(rig.force(file).failure()).as("again").isEqualTo(failed.failure());
      assertThat(rig.finish(file, 2_000)).isInstanceOf(Finished.Kept.class);
      rig.awaitFailure();
      assertThat(rig.failures()).as("told once").hasSize(1);
    }
  }

  @Test
  void afterAFailedWriteTheRestCanBeForced() throws Exception {
    FaultyFiles files = faultyAt(FaultyFiles.Kind.WRITE, 2, Fault.DISK_FULL);
    DiskLimits limits = new DiskLimits(80_000, 1_000, 1);
    try (DiskRig rig = new DiskRig(files, limits)) {
      PartFile file = rig.create(temp, "a", IfExists.REFUSE);
      rig.write(file, 0, new byte[5_000], 5_000);
      Forced forced = rig.force(file);
      assertThat(forced.failure()).isNull();
      assertThat(forced.spans()).as("one piece and a half").isEqualTo(Spans.of(new Span(0, 1_500)));
      rig.awaitFailure();
      assertThat(rig.failures()).hasSize(1);
      assertThat(rig.failures().element().kind()).isEqualTo(Kind.DISK_FULL);
      assertThat(rig.disk().load().bufferedBytes()).isZero();
      rig.close(file);
    }
  }

  @Test
  void aShortWriteIsGoneOnWith() throws Exception {
    FaultyFiles files = faultyAt(FaultyFiles.Kind.WRITE, 1, Fault.SHORT_WRITE);
    try (DiskRig rig = new DiskRig(files, DiskLimits.DEFAULT)) {
      PartFile file = rig.create(temp, "a", IfExists.REFUSE);
      byte[] bytes = "12345".getBytes(java.nio.charset.StandardCharsets.UTF_8);
      rig.write(file, 0, bytes);
      assertThat(rig.finish(file, 5)).isInstanceOf(Finished.Saved.class);
      assertThat(temp.resolve("a")).hasBinaryContent(bytes);
    }
  }

  @Test
  void whatDoesNotWorkBesidesIsANote() throws Exception {
    FaultyFiles files = faultyAt(FaultyFiles.Kind.FORCE_FOLDER, 1, Fault.FAIL);
    try (DiskRig rig = new DiskRig(files, DiskLimits.DEFAULT)) {
      PartFile file = rig.create(temp, "a", IfExists.REFUSE);
      assertThat(rig.finish(file, 0))
          .isInstanceOfSatisfying(
              Finished.Saved.class,
              saved -> {
                assertThat(saved.target()).exists();
                assertThat(saved.notes()).hasSize(1);
                assertThat(saved.notes().getFirst().step()).isEqualTo(Finished.Step.FORCE_FOLDER);
                assertThat(saved.notes().getFirst().sentence()).startsWith("A power cut may");
              });
    }
  }

  @Test
  void anOwnerThatIsGoneHurtsNobody() throws Exception {
    try (DiskRig rig = new DiskRig()) {
      List<PartFile> opened = new ArrayList<>();
      CountDownLatch open = new CountDownLatch(1);
      boolean[] gone = new boolean[1];
      var owner =
          new PartOwner(
              answer -> {
                if (gone[0]) {
                  throw new RejectedExecutionException("gone");
                }
                answer.run();
              },
              _ -> {});
      rig.disk()
          .open(
              new PartOrder.Fresh(temp, "a", IfExists.REFUSE, Preallocation.NONE, -1),
              owner,
              opening -> {
                opened.add(((PartOpening.Opened) opening).file());
                open.countDown();
              });
      assertThat(open.await(1, TimeUnit.MINUTES)).isTrue();
      gone[0] = true;
      rig.write(opened.getFirst(), 0, new byte[10]);
      opened.getFirst().force(_ -> {});
      opened.getFirst().close(() -> {});
      PartFile other = rig.create(temp, "b", IfExists.REFUSE);
      assertThat(rig.finish(other, 0)).isInstanceOf(Finished.Saved.class);
    }
    assertThat(Files.size(temp.resolve("a.part")))
        .as("written, at the latest when the disk is closed")
        .isEqualTo(10);
  }

  @Test
  void threadsAreNamedAndKeepNoProcessAlive() {
    try (DiskRig rig = new DiskRig()) {
      PartFile file = rig.create(temp, "a", IfExists.REFUSE);
      rig.force(file);
      List<Thread> threads =
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.getName().matches("sluice-disk-\\d+"))
              .toList();
      assertThat(threads).hasSizeGreaterThanOrEqualTo(3).allMatch(Thread::isDaemon);
      rig.close(file);
    }
  }

  /// The n-th operation of one kind fails.
  private FaultyFiles faultyAt(FaultyFiles.Kind kind, int n, Fault fault) throws Exception {
    Path attic = Files.createDirectories(temp.resolveSibling(temp.getFileName() + "-attic"));
    return new FaultyFiles(new SystemFiles(), attic, 1).at(kind, n, fault);
  }
}
