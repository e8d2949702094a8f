package org.sluice.engine.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.engine.item.FileWish.Preallocation;

class SystemFilesTest {
  private final SystemFiles files = new SystemFiles();
  @TempDir private Path folder;

  @Test
  void createsOnlyWhatIsNotThereAndFollowsNoLink() throws IOException {
    Path part = folder.resolve("a.part");
    files.create(part).close();
    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> files.create(part));
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("elsewhere"));
    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> files.create(link));
    assertThat(folder.resolve("elsewhere")).doesNotExist();
    assertThat(files.exists(link)).as("even a link that leads nowhere").isTrue();
    assertThat(files.isLink(link)).isTrue();
  }

  @Test
  void aFileIsKnownAgainHoweverItHasChanged() throws IOException {
    Path part = folder.resolve("a.part");
    String key;
    try (PartChannel channel = files.create(part)) {
      key = channel.key();
      channel.write(ByteBuffer.wrap(new byte[100]), 5_000);
    }
    assertThat(key).isNotNull();
    Files.setLastModifiedTime(part, java.nio.file.attribute.FileTime.fromMillis(1_000_000));
    assertThat(files.isKnown(part, key)).isTrue();
    Path moved = Files.move(part, folder.resolve("b"));
    assertThat(files.isKnown(moved, key)).isTrue();
    assertThat(files.isKnown(part, key)).as("gone").isFalse();
    Files.createDirectory(part);
    assertThat(files.isKnown(part, key)).as("a folder").isFalse();
    assertThat(files.isKnown(Files.createFile(folder.resolve("c")), key)).isFalse();
    assertThat(files.isKnown(moved, "something else")).isFalse();
  }

  /// Pipes would keep whoever opens them waiting.
  @Test
  @EnabledOnOs(OS.LINUX)
  void reopensNothingButFiles() throws Exception {
    Path pipe = folder.resolve("pipe");
    Process make = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assumeTrue(make.waitFor() == 0, "mkfifo works");
    assertThatExceptionOfType(NotOurFileException.class).isThrownBy(() -> files.reopen(pipe, null));
    assertThatExceptionOfType(NotOurFileException.class)
        .isThrownBy(() -> files.reopen(folder, null));
    assertThatExceptionOfType(NotOurFileException.class)
        .isThrownBy(() -> files.delete(folder, null));
  }

  @Test
  void aSecondClaimTakesNobodysFileAway() throws IOException {
    Path part = folder.resolve("a.part");
    Path target = folder.resolve("a");
    String key;
    try (PartChannel channel = files.create(part)) {
      key = channel.key();
    }
    Files.createLink(target, part); // where a kill may end the first claim
    files.claim(part, key, target, false);
    assertThat(part).doesNotExist();
    files.create(part).close();
    files.claim(part, key, target, false);
    assertThat(part).as("another's by now").exists();
  }

  @Test
  void sparseRoomIsALengthWithoutBlocks() throws IOException {
    Path part = folder.resolve("a.part");
    try (PartChannel channel = files.create(part)) {
      channel.preallocate(Preallocation.NONE, 1 << 30, () -> false);
      assertThat(channel.size()).isZero();
      long before = files.volume(folder).usableBytes();
      channel.preallocate(Preallocation.SPARSE, 1L << 33, () -> false);
      assertThat(channel.size()).isEqualTo(1L << 33);
      assertThat(before - files.volume(folder).usableBytes()).isLessThan(1L << 32);
      assertThatIllegalStateException()
          .isThrownBy(() -> channel.preallocate(Preallocation.FULL, 10, () -> false));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void fullRoomIsReallyTaken() throws Exception {
    Path part = folder.resolve("a.part");
    long length = 32 << 20;
    try (PartChannel channel = files.create(part)) {
      channel.preallocate(Preallocation.FULL, length, () -> false);
      channel.force();
      assertThat(channel.size()).isEqualTo(length);
    }
    assertThat(blockBytes(part)).isGreaterThanOrEqualTo(length);
    ByteBuffer found = ByteBuffer.allocate(10);
    try (PartChannel channel = files.reopen(part, null)) {
      channel.read(found, length - 10);
    }
    assertThat(found.array()).containsOnly(0);
  }

  @Test
  void zerosAreWrittenWhereRoomCannotBeHadOtherwise() throws Exception {
    Path part = folder.resolve("a.part");
    AtomicInteger asked = new AtomicInteger();
    try (FileChannel file =
            FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        SystemChannel channel = new SystemChannel(part, file, null)) {
      channel.writeZeros((5 << 20) + 1, () -> false);
      assertThat(file.size()).isEqualTo((5 << 20) + 1);
      file.truncate(0);
      channel.writeZeros(5 << 20, () -> asked.incrementAndGet() > 2);
      assertThat(file.size()).as("called off at the third piece").isEqualTo(2 << 20);
    }
  }

  private static long blockBytes(Path file) throws Exception {
    Process stat = new ProcessBuilder("stat", "-c", "%b", file.toString()).start();
    String blocks = new String(stat.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assumeTrue(stat.waitFor() == 0, "stat works");
    return Long.parseLong(blocks.strip()) * 512;
  }

  @Test
  void moreRoomThanThereIsIsRefusedBeforeAnythingIsWritten() throws IOException {
    try (PartChannel channel = files.create(folder.resolve("a.part"))) {
      assertThatExceptionOfType(FileSystemException.class)
          .isThrownBy(() -> channel.preallocate(Preallocation.FULL, 1L << 60, () -> false))
          .satisfies(
              e ->
                  assertThat(Diagnosis.of(e, folder.resolve("a.part"), files).kind())
                      .isEqualTo(DiskFailure.Kind.DISK_FULL));
      assertThat(channel.size()).isZero();
    }
  }

  @Test
  void takingRoomCanBeCalledOff() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (PartChannel channel = files.create(folder.resolve("a.part"))) {
      channel.preallocate(Preallocation.FULL, 20L << 20, () -> asked.incrementAndGet() > 0);
      assertThat(channel.size()).isLessThan(20L << 20);
    }
    assertThat(asked).hasPositiveValue();
  }

  @Test
  void anyFolderHasAVolumeWithRoom() throws IOException {
    Volume volume = files.volume(folder);
    assertThat(volume.totalBytes()).isGreaterThanOrEqualTo(volume.usableBytes()).isPositive();
    assertThat(files.volume(Files.createDirectory(folder.resolve("sub"))).id())
        .isEqualTo(volume.id());
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> files.volume(folder.resolve("no")));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void marksFilesAsComingFromTheInternet() throws Exception {
    Path file = Files.createFile(folder.resolve("a"));
    var mark =
        new WebMark(
            "https://user:secret@example.org/a?token=x#f",
            "https://example.org/page?q=1",
            Instant.EPOCH);
    try {
      files.webMark(file, mark);
    } catch (UnsupportedOperationException e) {
      assertThat(e).hasMessageContaining("keeps no such marks");
      assumeTrue(false, "this file system keeps attributes");
    }
    assertThat(Files.getAttribute(file, "user:xdg.origin.url"))
        .isEqualTo("https://example.org/a".getBytes(StandardCharsets.UTF_8));
    assertThat(Files.getAttribute(file, "user:xdg.referrer.url"))
        .isEqualTo("https://example.org/page".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theMarkOfWindowsAndThatOfMacOsSayTheSame() {
    WebMark mark = new WebMark("https://u:p@h/\r\nX: y", null, Instant.ofEpochSecond(0x5f000000L));
    assertThat(WebMarks.attributes(mark, true))
        .containsExactly(
            java.util.Map.entry(
                "Zone.Identifier", "[ZoneTransfer]\r\nZoneId=3\r\nHostUrl=https://h/\r\n"));
    WebMark referred = new WebMark("http://h/a", "http://r/b?c", Instant.EPOCH);
    assertThat(WebMarks.attributes(referred, true).get("Zone.Identifier"))
        .contains("\r\nReferrerUrl=http://r/b\r\nHostUrl=http://h/a\r\n");
    assertThat(Quarantine.value(mark.at())).isEqualTo("0081;5f000000;Sluice;");
  }

  @Test
  void addressesInMarksCarryNoSecrets() {
    assertThat(source("http://a@b@host/p@th?x#y")).isEqualTo("http://host/p@th");
    assertThat(source("http://user:pa@host")).isEqualTo("http://host");
    assertThat(source("data:text")).isEqualTo("data:text");
    assertThat(source("http://h/" + "x".repeat(5_000))).hasSize(WebMark.MAX_LENGTH);
  }

  private static String source(String url) {
    return new WebMark(url, null, Instant.EPOCH).source();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theSystemsOwnWordsAreAskedFor() {
    assumeTrue(NativeAccess.LINUX, "leave to call native code");
    assertThat(ErrnoText.of(2)).isEqualTo("No such file or directory");
    assertThat(ErrorWords.of("No space left on device")).isEqualTo(ErrorWords.NO_SPACE);
  }
}
