package org.sluice.engine.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.engine.disk.Diagnosis.Facts;
import org.sluice.engine.disk.DiskFailure.Kind;
import org.sluice.engine.item.StateReason;

class DiagnosisTest {
  private static final Path FILE = Path.of("folder", "a.part").toAbsolutePath();
  private static final Facts FINE = new Facts(true, false, 1L << 40);

  @ParameterizedTest
  @CsvSource({
    "No space left on device, DISK_FULL",
    "There is not enough space on the disk, DISK_FULL",
    "Disk quota exceeded, QUOTA_FULL",
    "File too large, FILE_TOO_LARGE",
    "Read-only file system, READ_ONLY",
    "The media is write protected, READ_ONLY",
    "Too many levels of symbolic links, LINK_IN_THE_WAY",
    "Too many levels of symbolic links or unable to access attributes, LINK_IN_THE_WAY",
    "File name too long, BAD_NAME",
    "Not a directory, FOLDER_GONE",
    "Operation not permitted, NO_ACCESS",
    "Input/output error, DEVICE",
    "Stale file handle, DEVICE",
    "Etwas ist schiefgegangen, DEVICE"
  })
  void readsTheSystemsWords(String words, Kind kind) {
    assertThat(kind(new IOException(words), FINE)).isEqualTo(kind);
    assertThat(kind(new FileSystemException("x", null, words), FINE)).isEqualTo(kind);
  }

  @Test
  void knowsTheTypedOnes() {
    assertThat(kind(new AccessDeniedException("x"), FINE)).isEqualTo(Kind.NO_ACCESS);
    assertThat(kind(new FileAlreadyExistsException("x"), FINE)).isEqualTo(Kind.NAME_TAKEN);
    assertThat(kind(new FileSystemLoopException("x"), FINE)).isEqualTo(Kind.LINK_IN_THE_WAY);
    assertThat(kind(new NotDirectoryException("x"), FINE)).isEqualTo(Kind.FOLDER_GONE);
    assertThat(kind(new ClosedChannelException(), FINE)).isEqualTo(Kind.CANCELLED);
    assertThat(kind(new NoSuchFileException("x"), FINE)).isEqualTo(Kind.FILE_GONE);
    assertThat(kind(new NoSuchFileException("x"), new Facts(false, false, -1)))
        .isEqualTo(Kind.FOLDER_GONE);
    assertThat(kind(new NotOurFileException(FILE, "other"), FINE)).isEqualTo(Kind.NOT_OURS);
    assertThat(kind(new NotOurFileException(FILE, "link"), new Facts(true, true, -1)))
        .isEqualTo(Kind.LINK_IN_THE_WAY);
  }

  /// In a language that is not known here, the free room says it.
  @Test
  void anUnknownErrorOnAFullDiskIsAFullDisk() {
    var e = new IOException("На устройстве не осталось свободного места");
    assertThat(kind(e, new Facts(true, false, 4_096))).isEqualTo(Kind.DISK_FULL);
    assertThat(kind(e, new Facts(true, false, -1))).isEqualTo(Kind.DEVICE);
    assertThat(kind(e, new Facts(false, false, -1))).isEqualTo(Kind.FOLDER_GONE);
    assertThat(kind(new IOException((String) null), FINE)).isEqualTo(Kind.DEVICE);
  }

  @Test
  void saysWhatIsTheMatter() {
    DiskFailure full = Diagnosis.of(new IOException("No space left on device"), FILE, FINE);
    assertThat(full.sentence()).isEqualTo("The disk of " + FILE.getParent() + " is full");
    assertThat(full.kind().stopsVolume()).isTrue();
    assertThat(full.kind().reason()).isEqualTo(StateReason.DISK_FULL);
    assertThat(Kind.FILE_TOO_LARGE.stopsVolume()).as("others may go on").isFalse();
    assertThat(Kind.FILE_TOO_LARGE.reason()).isEqualTo(StateReason.DISK_FULL);
    for (Kind kind : Kind.values()) {
      assertThat(kind.reason()).isNotNull();
    }
  }

  private static Kind kind(IOException e, Facts facts) {
    DiskFailure failure = Diagnosis.of(e, FILE, facts);
    assertThat(failure.sentence()).contains("folder");
    assertThat(failure.cause()).isSameAs(e);
    return failure.kind();
  }
}
