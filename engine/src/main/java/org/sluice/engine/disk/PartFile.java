package org.sluice.engine.disk;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// A part file at work: takes bytes at once, writes them later, and says what is safe.
///
/// What it takes is written in no particular order; only [Forced] says what a power cut does not
/// reach. The owner sees to it that no two segments write the same byte.
///
/// **Threads**: any; one at a time for one segment. No call waits. Every answer comes on the
/// owner's executor.
///
/// **Errors**: a failure ends it for writing and is told to [PartOwner#onFailed] once; whoever goes
/// on closes it and opens it again.
///
/// **Limits**: [DiskLimits], for all files together.
public final class PartFile {
  private final DiskWork disk;
  private final FileQueue queue;
  private final Path target;
  private final long openedBytes;

  PartFile(DiskWork disk, FileQueue queue, Path target, long openedBytes) {
    this.disk = disk;
    this.queue = queue;
    this.target = target;
    this.openedBytes = openedBytes;
  }

  public Path part() {
    return queue.part();
  }

  /// The name that it will get.
  public Path target() {
    return target;
  }

  /// By which the part file is known again; null where the file system has nothing of the kind.
  public @Nullable String key() {
    return queue.channel().key();
  }

  /// How long the file was when it was opened, preallocated room included.
  public long openedBytes() {
    return openedBytes;
  }

  /// Takes all of `chunk`, or nothing of it.
  ///
  /// @param chunk at most [DiskLimits#largestChunkBytes]; its own again afterwards
  /// @param onRoom run once on the owner's executor when there is room again, if this says false;
  ///   the same object (or an equal one) for all calls of one segment
  /// @return false if there is no room now, or the file takes nothing more (then `onRoom` never
  ///   comes)
  public boolean offer(long position, ByteBuffer chunk, Runnable onRoom) {
    return disk.behind().offer(queue, position, chunk, onRoom);
  }

  /// A segment ends that may be waiting for room.
  public void forget(Runnable onRoom) {
    disk.behind().forget(queue, onRoom);
  }

  /// Writes what was taken so far and forces it.
  ///
  /// @param then also told if the file has failed, of what was written before
  public void force(Consumer<Forced> then) {
    if (!disk.force(queue, then)) {
      queue.tell(() -> then.accept(new Forced(Spans.EMPTY, 0, ended())));
    }
  }

  /// Reads bytes of the file, those that were taken so far included.
  ///
  /// @param span at most [DiskWriter#LONGEST_READ_BYTES]
  /// @param then told INCOMPLETE if the file is not that long
  public void read(Span span, Consumer<DiskAnswer<ByteBuffer>> then) {
    if (span.length() > DiskWriter.LONGEST_READ_BYTES) {
      throw new IllegalArgumentException("too much to be read at once: " + span);
    }
    ByteBuffer all = ByteBuffer.allocate((int) span.length());
    scan(
        span,
        (_, piece) -> {
          all.put(piece);
          return true;
        },
        answer ->
            then.accept(
                switch (answer) {
                  case DiskAnswer.Done<Long> _ -> new DiskAnswer.Done<>(all.flip());
                  case DiskAnswer.Failed<Long>(var why) -> new DiskAnswer.Failed<>(why);
                }));
  }

  /// Shows bytes of the file piece by piece to `each`, on a thread of the disk.
  ///
  /// @param each false to stop
  /// @param then how many bytes were shown
  public void scan(Span span, ScanSink each, Consumer<DiskAnswer<Long>> then) {
    if (!disk.scan(queue, span, each, then)) {
      queue.tell(() -> then.accept(new DiskAnswer.Failed<>(ended())));
    }
  }

  /// Ends a complete file: all is written, forced, and the file gets its name.
  public void finish(FinishOrder order, Consumer<Finished> then) {
    if (!disk.finish(queue, target, order, then)) {
      queue.tell(() -> then.accept(new Finished.Kept(queue.part(), Finished.Step.WRITE, ended())));
    }
  }

  /// Writes what was taken so far and closes the file. Does not force it.
  ///
  /// @param then run when it is closed, by whatever it was ended
  public void close(Runnable then) {
    if (!disk.close(queue, then)) {
      disk.behind().whenClosed(queue, then);
    }
  }

  /// Closes the file without writing what has not been written yet.
  public void discard(Runnable then) {
    disk.behind().drop(queue);
    close(then);
  }

  private DiskFailure ended() {
    return new DiskFailure(
        DiskFailure.Kind.CANCELLED,
        queue.part() + " was closed before that was done",
        queue.part(),
        null);
  }
}
