package org.sluice.engine.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.item.FileWish.IfExists;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// However slow the disk is, no more than the bound is on its way to it, and nobody waits for ever.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BoundedMemoryTest {
  private static final int PIECE = 4_096;
  private static final int ALL = 1 << 20; // permits that never run out

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {8, 32, 600})
  void sixtyFourFilesOfEightSegmentsStayInsideTheBound(int pieces) throws Exception {
    int files = 64;
    int segments = 8;
    int segmentBytes = 30_000;
    SlowFiles disk = new SlowFiles(_ -> true);
    DiskLimits limits = new DiskLimits((long) pieces * PIECE, PIECE, 1);
    byte[] bytes = bytes(segments * segmentBytes);
    CountDownLatch done = new CountDownLatch(files * segments);
    List<Feeder> feeders = new ArrayList<>();
    List<PartFile> parts = new ArrayList<>();
    try (DiskRig rig = new DiskRig(disk, limits)) {
      for (int i = 0; i < files; i++) {
        PartFile file = rig.create(folder, "file-" + i, IfExists.REFUSE);
        parts.add(file);
        for (int s = 0; s < segments; s++) {
          int from = s * segmentBytes;
          feeders.add(new Feeder(file, bytes, from, from + segmentBytes, 3 * PIECE, done));
        }
      }
      feeders.forEach(rig.owner()::execute);
      await(() -> feeders.stream().allMatch(Feeder::isStuck), "nobody can go on");
      assertThat(done.getCount()).as("not all fits on a disk that does nothing").isPositive();
      assertThat(rig.disk().load().bufferedBytes()).isLessThanOrEqualTo(limits.bufferBytes());

      disk.letForce(ALL);
      disk.letWrite(ALL);
      assertThat(done.await(3, TimeUnit.MINUTES)).as("all segments are taken").isTrue();
      for (PartFile file : parts) {
        assertThat(rig.finish(file, bytes.length)).isInstanceOf(Finished.Saved.class);
        assertThat(file.target()).hasBinaryContent(bytes);
      }
      DiskLoad load = rig.disk().load();
      assertThat(load.mostBufferedBytes()).isBetween(PIECE * 8L, limits.bufferBytes());
      assertThat(load.bufferedBytes()).as("all buffers came back").isZero();
      assertThat(load.waiting()).isZero();
      assertThat(load.writtenBytes()).isEqualTo((long) files * bytes.length);
    }
  }

  @Test
  void halfFilledBuffersKeepNobodyWaiting() throws Exception {
    DiskLimits limits = new DiskLimits(8 * PIECE, PIECE, 1);
    byte[] bytes = bytes(100_000);
    CountDownLatch done = new CountDownLatch(100);
    try (DiskRig rig = new DiskRig(new SystemFiles(), limits)) {
      PartFile file = rig.create(folder, "a", IfExists.REFUSE);
      for (int s = 0; s < 100; s++) { // far more segments than buffers, a few bytes at a time
        rig.owner().execute(new Feeder(file, bytes, s * 1_000, (s + 1) * 1_000, 20, done));
      }
      assertThat(done.await(3, TimeUnit.MINUTES)).isTrue();
      assertThat(rig.finish(file, bytes.length)).isInstanceOf(Finished.Saved.class);
      assertThat(folder.resolve("a")).hasBinaryContent(bytes);
    }
  }

  @Test
  void smallChunksThatAdjoinAreWrittenTogether() {
    SlowFiles disk = new SlowFiles(_ -> true);
    disk.letWrite(2); // and no more
    disk.letForce(1);
    try (DiskRig rig = new DiskRig(disk, new DiskLimits(64 * PIECE, PIECE, 1))) {
      PartFile file = rig.create(folder, "a", IfExists.REFUSE);
      rig.write(file, 0, bytes(PIECE + 100), 50);
      assertThat(rig.force(file).spans()).isEqualTo(Spans.of(new Span(0, PIECE + 100)));
    }
  }

  @Test
  void segmentsAreServedInTurn() throws Exception {
    SlowFiles disk = new SlowFiles(_ -> true);
    disk.letForce(ALL);
    byte[] bytes = bytes(32 * 40 * PIECE);
    CountDownLatch done = new CountDownLatch(32);
    List<Feeder> feeders = new ArrayList<>();
    try (DiskRig rig = new DiskRig(disk, new DiskLimits(16 * PIECE, PIECE, 1))) {
      PartFile[] files = new PartFile[4];
      for (int i = 0; i < files.length; i++) {
        files[i] = rig.create(folder, "file-" + i, IfExists.REFUSE);
      }
      for (int s = 0; s < 32; s++) {
        int from = s * 40 * PIECE;
        feeders.add(new Feeder(files[s % 4], bytes, from, from + 40 * PIECE, PIECE, done));
      }
      feeders.forEach(rig.owner()::execute);
      for (int written = 0; written < 600; written += 8) {
        disk.letWrite(8);
        long bytesSoFar = written + 8;
        await(() -> writes(rig, feeders) >= bytesSoFar / 2, "so many are taken");
      }
      List<Integer> taken = new ArrayList<>();
      for (int s = 0; s < 32; s++) {
        taken.add(feeders.get(s).taken());
      }
      assertThat(taken).as("chunks of each segment, of about 19").allMatch(got -> got > 5);
      disk.letWrite(ALL);
      assertThat(done.await(3, TimeUnit.MINUTES)).isTrue();
    }
  }

  /// Pieces' worth of bytes that were taken.
  private static long writes(DiskRig rig, List<Feeder> feeders) {
    assertThat(rig.disk().load().bufferedBytes()).isLessThanOrEqualTo(16 * PIECE);
    long sum = 0;
    for (int s = 0; s < feeders.size(); s++) {
      sum += feeders.get(s).next() - s * 40L * PIECE;
    }
    return sum / PIECE;
  }

  @Test
  void aDiskThatStandsStillLeavesRoomToTheOthers() throws Exception {
    SlowFiles disk = new SlowFiles(part -> part.getFileName().toString().startsWith("slow"));
    byte[] bytes = bytes(100 * PIECE);
    CountDownLatch slowDone = new CountDownLatch(4);
    CountDownLatch fastDone = new CountDownLatch(4);
    try (DiskRig rig = new DiskRig(disk, new DiskLimits(16 * PIECE, PIECE, 2))) {
      PartFile slow = rig.create(folder, "slow", IfExists.REFUSE);
      PartFile fast = rig.create(folder, "fast", IfExists.REFUSE);
      List<Feeder> waiting = feed(rig, slow, bytes, slowDone);
      await(() -> waiting.stream().allMatch(f -> f.refusals() > 0), "the slow file has its share");
      feed(rig, fast, bytes, fastDone);
      assertThat(fastDone.await(3, TimeUnit.MINUTES)).as("the fast file is taken").isTrue();
      assertThat(rig.finish(fast, bytes.length)).isInstanceOf(Finished.Saved.class);
      assertThat(slowDone.getCount()).isEqualTo(4);
      disk.letWrite(ALL);
      disk.letForce(ALL);
      assertThat(slowDone.await(3, TimeUnit.MINUTES)).isTrue();
      assertThat(rig.finish(slow, bytes.length)).isInstanceOf(Finished.Saved.class);
      assertThat(slow.target()).hasBinaryContent(bytes);
    }
  }

  private static List<Feeder> feed(DiskRig rig, PartFile file, byte[] bytes, CountDownLatch done) {
    List<Feeder> out = new ArrayList<>();
    for (int s = 0; s < 4; s++) {
      int from = s * bytes.length / 4;
      out.add(new Feeder(file, bytes, from, (s + 1) * bytes.length / 4, 2 * PIECE, done));
    }
    out.forEach(rig.owner()::execute);
    return out;
  }

  @Test
  void aSlowForceHoldsUpNoWriteAndReportsNoneOfThem() throws Exception {
    SlowFiles disk = new SlowFiles(_ -> true);
    disk.letWrite(ALL);
    try (DiskRig rig = new DiskRig(disk, new DiskLimits(16 * PIECE, PIECE, 1))) {
      PartFile file = rig.create(folder, "a", IfExists.REFUSE);
      List<Forced> answers = new ArrayList<>(); // of the owner's thread
      CountDownLatch answered = new CountDownLatch(1);
      rig.write(file, 0, bytes(2 * PIECE));
      file.force(
          forced -> {
            answers.add(forced);
            answered.countDown();
          });
      await(() -> !disk.atForce().isEmpty(), "the force has begun");
      rig.write(file, 2 * PIECE, bytes(40 * PIECE)); // more than fits without being written
      assertThat(rig.read(file, 0, 42 * PIECE)).isInstanceOf(DiskAnswer.Done.class);
      disk.letForce(1);
      assertThat(answered.await(1, TimeUnit.MINUTES)).isTrue();
      assertThat(answers.getFirst().spans()).isEqualTo(Spans.of(new Span(0, 2 * PIECE)));
      disk.letForce(1);
      assertThat(rig.force(file).spans()).isEqualTo(Spans.of(new Span(2 * PIECE, 42 * PIECE)));
    }
  }

  @Test
  void oneThatIsGoneIsNotWokenAndKeepsNobodyWaiting() throws Exception {
    SlowFiles disk = new SlowFiles(_ -> true);
    try (DiskRig rig = new DiskRig(disk, new DiskLimits(8 * PIECE, PIECE, 1))) {
      PartFile file = rig.create(folder, "a", IfExists.REFUSE);
      assertThat(file.offer(0, ByteBuffer.allocate(3 * PIECE), () -> {})).isTrue();
      List<String> woken = new ArrayList<>(); // of the owner's thread
      CountDownLatch second = new CountDownLatch(1);
      Runnable gone = () -> woken.add("gone");
      Runnable waits =
          () -> {
            woken.add("waits");
            second.countDown();
          };
      assertThat(file.offer(5 * PIECE, ByteBuffer.allocate(2 * PIECE), gone)).isFalse();
      assertThat(file.offer(9 * PIECE, ByteBuffer.allocate(2 * PIECE), waits)).isFalse();
      assertThat(rig.disk().load().waiting()).isEqualTo(2);
      file.forget(gone);
      disk.letWrite(ALL);
      assertThat(second.await(1, TimeUnit.MINUTES)).isTrue();
      assertThat(rig.<Boolean>answer(then -> rig.owner().execute(() -> then.accept(true))))
          .isTrue();
      assertThat(woken).containsExactly("waits");
    }
  }

  @Test
  void discardingThrowsAwayWhatIsNotWritten() {
    SlowFiles disk = new SlowFiles(_ -> true);
    try (DiskRig rig = new DiskRig(disk, new DiskLimits(8 * PIECE, PIECE, 1))) {
      PartFile file = rig.create(folder, "a", IfExists.REFUSE);
      rig.write(file, 0, bytes(3 * PIECE));
      await(() -> !disk.atWrite().isEmpty(), "the first piece is being written");
      assertThat(
              rig.<Boolean>answer(
                  then -> {
                    file.discard(() -> then.accept(true));
                    disk.letWrite(ALL);
                  }))
          .isTrue();
      assertThat(file.part()).hasSize(PIECE);
      assertThat(rig.disk().load().bufferedBytes()).isZero();
    }
  }

  @Test
  void refusesChunksThatCanNeverFit() {
    try (DiskRig rig = new DiskRig(new SystemFiles(), new DiskLimits(8 * PIECE, PIECE, 1))) {
      PartFile file = rig.create(folder, "a", IfExists.REFUSE);
      assertThat(file.offer(0, ByteBuffer.allocate(3 * PIECE), () -> {})).isTrue();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> file.offer(0, ByteBuffer.allocate(3 * PIECE + 1), () -> {}))
          .withMessageContaining("more than " + 3 * PIECE);
    }
    assertThat(DiskLimits.DEFAULT.largestChunkBytes()).isGreaterThan(1 << 20);
    assertThatIllegalArgumentException().isThrownBy(() -> new DiskLimits(7 * PIECE, PIECE, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new DiskLimits(8 * PIECE, PIECE, 0));
  }

  private static void await(BooleanSupplier condition, String what) {
    long patience = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - patience).as("waiting until " + what).isNegative();
      LockSupport.parkNanos(1_000_000); // between two looks
    }
  }

  private static byte[] bytes(int length) {
    byte[] out = new byte[length];
    new Random(7).nextBytes(out);
    return out;
  }
}
