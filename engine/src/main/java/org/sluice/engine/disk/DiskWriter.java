package org.sluice.engine.disk;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.time.NanoClock;

/// The threads `sluice-disk-N` and the bounded buffers of all files at work.
public final class DiskWriter implements AutoCloseable {
  /// The most that one [PartFile#read] brings.
  public static final int LONGEST_READ_BYTES = 4 << 20;

  private DiskWriter() {}

  public static DiskWriter start(FileLayer files, DiskLimits limits, NanoClock clock) {
    throw new UnsupportedOperationException();
  }

  /// Opens a part file.
  ///
  /// @return to be run to call it off; nothing happens if it is open already
  public Runnable open(PartOrder order, PartOwner owner, Consumer<PartOpening> then) {
    throw new UnsupportedOperationException();
  }

  /// Asks for the room on the volume of a folder.
  public void volume(Path folder, Executor executor, Consumer<DiskAnswer<Volume>> then) {
    throw new UnsupportedOperationException();
  }

  /// Deletes a file that this program made and that is not open.
  ///
  /// @param then false if there was none
  public void delete(
      Path file, @Nullable String key, Executor executor, Consumer<DiskAnswer<Boolean>> then) {
    throw new UnsupportedOperationException();
  }

  /// Renames a file that is not open, so that another can have its name.
  public void moveAside(Path file, Executor executor, Consumer<DiskAnswer<Path>> then) {
    throw new UnsupportedOperationException();
  }

  public DiskLoad load() {
    throw new UnsupportedOperationException();
  }

  /// Writes what was taken, closes all files and ends the threads.
  @Override
  public void close() {}
}
