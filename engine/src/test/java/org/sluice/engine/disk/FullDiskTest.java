package org.sluice.engine.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.engine.disk.DiskFailure.Kind;
import org.sluice.engine.item.FileWish.IfExists;
import org.sluice.engine.item.FileWish.Preallocation;
import org.sluice.engine.range.Span;

/// A disk of 4 MiB that really fills up. Skipped where this user may not mount one.
@EnabledOnOs(OS.LINUX)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class FullDiskTest {
  private static final int MIB = 1 << 20;

  @TempDir private Path temp;
  private Path disk;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(temp.resolve("disk"));
    mounted = run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString());
    assumeTrue(mounted, "this user may mount a tmpfs");
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertThat(run("umount", disk.toString())).isTrue();
    }
  }

  @Test
  void whatFitsIsKeptAndGoesOnWhenThereIsRoom() throws Exception {
    Path hog = Files.write(disk.resolve("hog"), new byte[3 * MIB]);
    byte[] bytes = new byte[2 * MIB];
    new Random(5).nextBytes(bytes);
    try (DiskRig rig = new DiskRig()) {
      PartFile file = rig.create(disk, "a", IfExists.REFUSE);
      for (int at = 0; at < bytes.length; at += 64 << 10) {
        file.offer(at, ByteBuffer.wrap(bytes, at, 64 << 10), () -> {});
      }
      Forced forced = rig.force(file);
      rig.awaitFailure();
      assertThat(rig.failures()).hasSize(1);
      DiskFailure failure = rig.failures().element();
      assertThat(failure.kind()).isEqualTo(Kind.DISK_FULL);
      assertThat(failure.sentence()).isEqualTo("The disk of " + disk.toRealPath() + " is full");
      assertThat(forced.failure()).as("what was written can be forced").isNull();
      assertThat(forced.spans().total()).isBetween(MIB / 2L, (long) MIB);
      assertThat(file.offer(0, ByteBuffer.allocate(1), () -> {})).isFalse();
      assertThat(rig.finish(file, bytes.length))
          .isInstanceOfSatisfying(
              Finished.Kept.class, kept -> assertThat(kept.step()).isEqualTo(Finished.Step.WRITE));
      assertThat(FreeSpace.mayGoOn(new SystemFiles().volume(disk), 0, MIB, 0))
          .isInstanceOf(FreeSpace.Verdict.Wait.class);

      Files.delete(hog);
      PartFile again = rig.opened(new PartOrder.Kept(file.part(), file.target(), file.key()));
      for (Span gap : forced.spans().gaps(bytes.length).spans()) {
        rig.write(
            again,
            gap.from(),
            java.util.Arrays.copyOfRange(bytes, (int) gap.from(), (int) gap.to()));
      }
      assertThat(rig.finish(again, bytes.length)).isInstanceOf(Finished.Saved.class);
      assertThat(disk.resolve("a")).hasBinaryContent(bytes);
    }
  }

  @Test
  void roomForTheWholeFileIsRefusedBeforeTheFirstByte() {
    try (DiskRig rig = new DiskRig()) {
      PartOpening opening =
          rig.open(new PartOrder.Fresh(disk, "a", IfExists.REFUSE, Preallocation.FULL, 5L * MIB));
      assertThat(opening)
          .isInstanceOfSatisfying(
              PartOpening.Refused.class,
              refused -> assertThat(refused.failure().kind()).isEqualTo(Kind.DISK_FULL));
      assertThat(disk).as("the part file is taken away again").isEmptyDirectory();
      PartFile fits =
          rig.opened(new PartOrder.Fresh(disk, "b", IfExists.REFUSE, Preallocation.FULL, 3L * MIB));
      assertThat(fits.openedBytes()).isEqualTo(3 * MIB);
      rig.<Boolean>answer(then -> fits.close(() -> then.accept(true)));
    }
  }

  @Test
  void aDiskThatCanOnlyBeReadIsSaid() throws Exception {
    assumeTrue(run("mount", "-o", "remount,ro", disk.toString()), "a remount works");
    try (DiskRig rig = new DiskRig()) {
      PartOpening opening =
          rig.open(new PartOrder.Fresh(disk, "a", IfExists.REFUSE, Preallocation.NONE, -1));
      assertThat(opening)
          .isInstanceOfSatisfying(
              PartOpening.Refused.class,
              refused -> {
                assertThat(refused.failure().kind()).isEqualTo(Kind.READ_ONLY);
                assertThat(refused.failure().sentence()).contains("can only be read");
              });
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      return false; // there is no such program
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean ok = process.waitFor() == 0;
    if (!ok) {
      System.getLogger(FullDiskTest.class.getName()).log(System.Logger.Level.INFO, said);
    }
    return ok;
  }
}
