package org.sluice.engine.disk;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.StateReason;

/// Why the disk refused.
///
/// @param sentence what happened, for a person
/// @param path the file or folder
/// @param cause null if it was found by looking
public record DiskFailure(Kind kind, String sentence, Path path, @Nullable IOException cause) {

  /// What is the matter.
  public enum Kind {
    /// No room on the volume.
    DISK_FULL(StateReason.DISK_FULL),
    /// No room left for this user.
    QUOTA_FULL(StateReason.DISK_FULL),
    /// The file system takes no file of that size; more room will not help.
    FILE_TOO_LARGE(StateReason.DISK_FULL),
    /// This user may not.
    NO_ACCESS(StateReason.CANNOT_WRITE),
    /// The file system is mounted for reading only.
    READ_ONLY(StateReason.CANNOT_WRITE),
    /// The folder is not there, or no folder.
    FOLDER_GONE(StateReason.CANNOT_WRITE),
    /// The file that was there is not.
    FILE_GONE(StateReason.CANNOT_WRITE),
    /// A symbolic link has the file's name; it is not followed.
    LINK_IN_THE_WAY(StateReason.CANNOT_WRITE),
    /// Another file has the part file's name now.
    NOT_OURS(StateReason.CANNOT_WRITE),
    /// There is a file of that name, which may not be replaced.
    NAME_TAKEN(StateReason.NAME_TAKEN),
    /// The file system takes no such name.
    BAD_NAME(StateReason.CANNOT_WRITE),
    /// The file is shorter than it must be.
    INCOMPLETE(StateReason.CANNOT_WRITE),
    /// It was called off.
    CANCELLED(StateReason.CANNOT_WRITE),
    /// The disk, or the way to it, does not work.
    DEVICE(StateReason.CANNOT_WRITE);

    private final StateReason reason;

    Kind(StateReason reason) {
      this.reason = reason;
    }

    /// What a download that stops for it says.
    public StateReason reason() {
      return reason;
    }

    /// Whether all that write to this volume have to stop until there is room.
    public boolean stopsVolume() {
      return this == DISK_FULL || this == QUOTA_FULL;
    }
  }
}
