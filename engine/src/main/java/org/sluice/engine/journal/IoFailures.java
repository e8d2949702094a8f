package org.sluice.engine.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import org.sluice.engine.journal.JournalFailure.Kind;

/// What an error of the file system means for the journal.
final class IoFailures {
  /// With less room than this a disk counts as full, whatever words the system found.
  static final long FULL_BYTES = 128L << 10;

  private IoFailures() {}

  /// @param what the journal was about to do, as in "The journal could not …"
  static JournalFailure of(Exception e, String what, Path folder) {
    if (e instanceof AccessDeniedException || e instanceof ReadOnlyFileSystemException) {
      return new JournalFailure(
          Kind.NO_ACCESS,
          "The journal could not "
              + what
              + ": its folder or files may not be written. Correct their permissions.",
          e);
    }
    if (isFull(folder)) {
      return new JournalFailure(
          Kind.DISK_FULL,
          "The journal could not "
              + what
              + ": the disk is full. What was committed is safe; make room, and it goes on.",
          e);
    }
    return new JournalFailure(
        Kind.IO_ERROR,
        "The journal could not "
            + what
            + ": the system reports an error ("
            + e.getClass().getSimpleName()
            + "). What was committed before is safe.",
        e);
  }

  static boolean isFull(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace() < FULL_BYTES;
    } catch (IOException e) {
      return false; // not known, so nothing to tell a person
    }
  }
}
