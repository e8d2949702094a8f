package org.sluice.engine.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.range.Spans;

/// Between the loops, which must not wait, and the disk, which makes wait: takes bytes into a
/// bounded number of buffers and writes them, the files in turn, one piece of each.
///
/// Small chunks that adjoin are gathered in one buffer. A buffer goes to the disk when it is full,
/// when something has to come after it, or when the buffers run short; so a half-filled one never
/// keeps a segment waiting.
///
/// **Threads**: any; the lock is never held while the disk or an owner is at work.
///
/// **Limits**: [DiskLimits].
final class WriteBehind {
  /// A segment that was told of room is gone if all the buffers went to the disk so often meanwhile.
  private static final long PATIENCE = 4;

  private final FileLayer files;
  private final DiskLimits limits;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Condition allClosed = lock.newCondition();
  private final Pieces pieces;
  private final WaitingSegments waiting;
  private final ArrayDeque<FileQueue> ready = new ArrayDeque<>();
  private final Set<FileQueue> open = new HashSet<>();
  private long writtenBytes;
  private long through;
  private int atWrite;
  private boolean closing;
  private boolean ended;

  WriteBehind(FileLayer files, DiskLimits limits) {
    this.files = files;
    this.limits = limits;
    pieces = new Pieces(limits);
    waiting = new WaitingSegments(PATIENCE * limits.pieces());
  }

  /// A file joins.
  ///
  /// @return false if it is too late for that
  boolean add(FileQueue file) {
    lock.lock();
    try {
      return !closing && open.add(file);
    } finally {
      lock.unlock();
    }
  }

  /// Takes all of `chunk`, or nothing of it; see [PartFile#offer].
  boolean offer(FileQueue file, long position, ByteBuffer chunk, Runnable onRoom) {
    int length = chunk.remaining();
    if (length > limits.largestChunkBytes()) {
      throw new IllegalArgumentException(
          "a chunk of " + length + " bytes, more than " + limits.largestChunkBytes());
    }
    List<Piece> filling;
    lock.lock();
    try {
      filling = reserve(file, position, length, onRoom);
    } finally {
      lock.unlock();
    }
    if (filling == null) {
      return false;
    }
    filling.forEach(piece -> piece.fill(chunk));
    lock.lock();
    try {
      keep(file, filling);
    } finally {
      lock.unlock();
    }
    return true;
  }

  private @Nullable List<Piece> reserve(
      FileQueue file, long position, int length, Runnable onRoom) {
    if (!file.takesMore()) {
      return null;
    }
    Piece tail = file.gatheringAt(position);
    int room = tail == null ? 0 : tail.room();
    int needed = Math.ceilDiv(Math.max(0, length - room), limits.pieceBytes());
    if (needed > 0 && !isRoom(file, needed, onRoom)) {
      if (tail != null) {
        file.queue(tail);
      }
      waiting.refused(onRoom, file, needed);
      makeRoom(file, needed);
      return null;
    }
    waiting.served(onRoom);
    file.holds(needed);
    List<Piece> out = new ArrayList<>(needed + 1);
    if (tail != null) {
      out.add(tail);
    }
    for (int i = 0; i < needed; i++) {
      out.add(new Piece(pieces.take(), position + room + (long) i * limits.pieceBytes()));
    }
    return out;
  }

  private boolean isRoom(FileQueue file, int needed, Runnable onRoom) {
    return file.hasShare(needed) && waiting.mayTake(onRoom, needed, pieces.free());
  }

  /// Sends off what lies about half filled.
  private void makeRoom(FileQueue file, int needed) {
    if (file.hasShare(needed)) {
      open.forEach(this::flush);
    } else {
      flush(file);
    }
  }

  private void keep(FileQueue file, List<Piece> filled) {
    boolean atOnce = pieces.isShort() || waiting.size() > 0 || file.hasSteps();
    for (Piece piece : filled) {
      if (!file.takesMore()) {
        letGo(file, List.of(piece)); // it has failed in the meantime
      } else if (atOnce || piece.isFull()) {
        file.queue(piece);
      } else {
        file.gather(piece);
      }
    }
    schedule(file);
  }

  private void flush(FileQueue file) {
    file.flush();
    schedule(file);
  }

  private void schedule(FileQueue file) {
    if (file.schedule()) {
      ready.add(file);
      work.signal();
    }
  }

  private void letGo(FileQueue file, List<Piece> dropped) {
    for (Piece piece : dropped) {
      file.passed();
      pieces.giveBack(piece);
    }
  }

  /// Nobody waits by `onRoom` any more.
  void forget(FileQueue file, Runnable onRoom) {
    locked(() -> waiting.served(onRoom), file);
  }

  /// Begins something when all that `file` has taken so far is written, or is known to be never.
  ///
  /// @param last whether the file takes nothing more, and this waits until it has it for itself
  /// @return false if another was the last
  boolean after(FileQueue file, boolean last, Runnable begin) {
    boolean[] accepted = new boolean[1];
    locked(
        () -> {
          accepted[0] = !file.isEnded();
          if (accepted[0]) {
            flush(file);
            file.then(last, begin);
            if (last) {
              waiting.forget(file);
            }
          }
        },
        file);
    return accepted[0];
  }

  /// Throws away what `file` has not written yet.
  void drop(FileQueue file) {
    locked(() -> letGo(file, file.drop()), file);
  }

  /// What of `file` was written and is not known to be forced; whoever takes it forces it.
  Spans takeWritten(FileQueue file) {
    lock.lock();
    try {
      return file.takeWritten();
    } finally {
      lock.unlock();
    }
  }

  /// Something that was begun by [#after] is done.
  void jobDone(FileQueue file) {
    locked(file::jobDone, file);
  }

  /// The last of a file is done.
  void closed(FileQueue file) {
    List<Runnable> later;
    lock.lock();
    try {
      open.remove(file);
      later = file.takeAfterEnd();
      if (open.isEmpty()) {
        pieces.shrink();
        allClosed.signalAll();
      }
    } finally {
      lock.unlock();
    }
    later.forEach(file::tell);
  }

  /// Tells the owner when a file that has been ended is closed; at once if it is.
  void whenClosed(FileQueue file, Runnable then) {
    lock.lock();
    try {
      if (open.contains(file)) {
        file.afterEnd(then);
        return;
      }
    } finally {
      lock.unlock();
    }
    file.tell(then);
  }

  /// Nothing more can be written to `file`; its owner is told.
  void fail(FileQueue file, DiskFailure why) {
    boolean[] isNews = new boolean[1];
    locked(() -> isNews[0] = failed(file, why), file);
    if (isNews[0]) {
      file.tellFailed(why);
    }
  }

  private boolean failed(FileQueue file, DiskFailure why) {
    boolean isNews = file.failure() == null;
    letGo(file, file.fail(why));
    waiting.forget(file);
    return isNews;
  }

  /// What a thread that writes does, until [#end].
  void write() {
    for (FileQueue file = next(); file != null; file = next()) {
      writeOne(file);
    }
  }

  private @Nullable FileQueue next() {
    lock.lock();
    try {
      while (ready.isEmpty() && !ended) {
        work.awaitUninterruptibly();
      }
      return ready.poll();
    } finally {
      lock.unlock();
    }
  }

  private void writeOne(FileQueue file) {
    Piece piece = nextPiece(file);
    if (piece == null) {
      return;
    }
    ByteBuffer content = piece.content();
    DiskFailure failure = null;
    try {
      while (content.hasRemaining()) {
        file.channel().write(content, piece.position() + content.position());
      }
    } catch (IOException e) {
      failure = Diagnosis.of(e, file.part(), files);
    } catch (RuntimeException e) {
      failure = Diagnosis.of(new IOException(e), file.part(), files);
    }
    wrote(file, piece, content.position(), failure);
  }

  private @Nullable Piece nextPiece(FileQueue file) {
    lock.lock();
    try {
      Piece piece = file.next();
      if (piece == null) {
        file.served(); // it was dropped
      } else {
        atWrite++;
      }
      return piece;
    } finally {
      lock.unlock();
    }
  }

  private void wrote(FileQueue file, Piece piece, int bytes, @Nullable DiskFailure failure) {
    boolean[] isNews = new boolean[1];
    locked(
        () -> {
          atWrite--;
          through++;
          file.wrote(piece, bytes);
          pieces.giveBack(piece);
          writtenBytes += bytes;
          if (failure != null) {
            isNews[0] = failed(file, failure); // before anything begins that comes after it
          }
          file.served();
          schedule(file);
        },
        file);
    if (failure != null && isNews[0]) {
      file.tellFailed(failure);
    }
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }

  /// Changes something and begins what can be begun by it, without the lock.
  private void locked(Runnable change, FileQueue file) {
    List<Runnable> begin;
    lock.lock();
    try {
      change.run();
      begin = waiting.admit(pieces.free(), through, atWrite == 0 && ready.isEmpty());
      for (Runnable step = file.nextStep(); step != null; step = file.nextStep()) {
        begin.add(step);
      }
    } finally {
      lock.unlock();
    }
    begin.forEach(Runnable::run);
  }

  /// All that are open.
  List<FileQueue> close() {
    lock.lock();
    try {
      closing = true;
      return List.copyOf(open);
    } finally {
      lock.unlock();
    }
  }

  /// Waits until no file is open, but not for ever.
  ///
  /// @return whether it is so
  boolean awaitClosed(long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (!open.isEmpty() && left > 0) {
        left = allClosed.awaitNanos(left);
      }
      return open.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /// The threads that write end.
  void end() {
    locked(
        () -> {
          ended = true;
          work.signalAll();
        });
  }

  DiskLoad load() {
    lock.lock();
    try {
      long piece = limits.pieceBytes();
      return new DiskLoad(
          pieces.taken() * piece,
          limits.pieces() * piece,
          pieces.most() * piece,
          writtenBytes,
          waiting.size());
    } finally {
      lock.unlock();
    }
  }
}
