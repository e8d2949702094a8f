package org.sluice.engine.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// All that downloads do with a file system.
///
/// **Threads**: any; every call may wait for the disk.
///
/// **Errors**: [DiskFailure#of] says what an [IOException] of here means.
public interface FileLayer {
  /// Makes `folder` with all above it if it is not there.
  ///
  /// @return its real path, links resolved; what is put into it later is put into this
  Path folder(Path folder) throws IOException;

  /// Makes a new file; never opens one that is there, and follows no link.
  ///
  /// @throws java.nio.file.FileAlreadyExistsException if the name is taken
  PartChannel create(Path part) throws IOException;

  /// Opens a file of an earlier run; follows no link.
  ///
  /// @param key of the file as it was then; null if it had none
  /// @throws NotOurFileException if another file has its place now, or none that could be written
  PartChannel reopen(Path part, @Nullable String key) throws IOException;

  /// Whether there is anything of that name, even a link that leads nowhere.
  boolean exists(Path file);

  /// Whether it is a file, no folder, device or link, so that another may be put in its place.
  boolean isRegularFile(Path file);

  /// Whether a symbolic link has that name.
  boolean isLink(Path file);

  /// Whether `file` is the regular file that once had this key; false if there is none.
  boolean isKnown(Path file, String key) throws IOException;

  /// Gives a complete file its name, in one step. Can be called again after a power cut.
  ///
  /// @param key of `part`; null if it has none
  /// @param overwrite whether a regular file of that name may be replaced
  /// @throws java.nio.file.FileAlreadyExistsException if the name is taken
  void claim(Path part, @Nullable String key, Path target, boolean overwrite) throws IOException;

  /// Deletes a file that this program made.
  ///
  /// @param key of the file; null if it has none
  /// @return false if there was none
  /// @throws NotOurFileException if another one has its place now
  boolean delete(Path file, @Nullable String key) throws IOException;

  /// Renames a file to the first free one of `NAME.old-1`, `NAME.old-2` and so on.
  ///
  /// @return its new name
  Path moveAside(Path file) throws IOException;

  /// Returns when the names in `folder` are where a power cut does not reach them; does nothing
  /// where a folder cannot be forced.
  void forceFolder(Path folder) throws IOException;

  Volume volume(Path folder) throws IOException;

  void lastModified(Path file, Instant time) throws IOException;

  /// Marks a file as coming from the internet.
  ///
  /// @throws UnsupportedOperationException with a sentence, where it is not possible
  void webMark(Path file, WebMark mark) throws IOException;
}
