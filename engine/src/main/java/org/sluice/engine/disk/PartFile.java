package org.sluice.engine.disk;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.range.Span;

/// A part file at work: takes bytes at once, writes them later, and says what is safe.
public final class PartFile {
  PartFile() {}

  public Path part() {
    throw new UnsupportedOperationException();
  }

  /// The name that it will get.
  public Path target() {
    throw new UnsupportedOperationException();
  }

  /// By which the part file is known again; null where the file system has nothing of the kind.
  public @Nullable String key() {
    throw new UnsupportedOperationException();
  }

  /// How long the file was when it was opened, preallocated room included.
  public long openedBytes() {
    throw new UnsupportedOperationException();
  }

  /// Takes all of `chunk`, or nothing of it.
  ///
  /// @param onRoom run once on the owner's executor when there is room again, if this says false;
  ///   the same object for all calls of one segment
  /// @return false if there is no room now, or the file has failed (then `onRoom` never comes)
  public boolean offer(long position, ByteBuffer chunk, Runnable onRoom) {
    throw new UnsupportedOperationException();
  }

  /// Nobody waits for room any more by this.
  public void forget(Runnable onRoom) {
    throw new UnsupportedOperationException();
  }

  /// Writes what was taken so far and forces it.
  public void force(Consumer<Forced> then) {
    throw new UnsupportedOperationException();
  }

  /// Reads bytes of the file, those that were taken so far included.
  ///
  /// @param span at most [DiskWriter#LONGEST_READ_BYTES]
  public void read(Span span, Consumer<DiskAnswer<ByteBuffer>> then) {
    throw new UnsupportedOperationException();
  }

  /// Shows bytes of the file piece by piece to `each`, on a thread of the disk.
  ///
  /// @param each false to stop; the buffer is another's afterwards
  /// @param then how many bytes were shown
  public void scan(Span span, ScanSink each, Consumer<DiskAnswer<Long>> then) {
    throw new UnsupportedOperationException();
  }

  /// Ends a complete file: all is written, forced, and the file gets its name.
  public void finish(FinishOrder order, Consumer<Finished> then) {
    throw new UnsupportedOperationException();
  }

  /// Writes what was taken so far and closes the file.
  public void close(Runnable then) {
    throw new UnsupportedOperationException();
  }

  /// Closes the file without writing what has not been written yet.
  public void discard(Runnable then) {
    throw new UnsupportedOperationException();
  }
}
