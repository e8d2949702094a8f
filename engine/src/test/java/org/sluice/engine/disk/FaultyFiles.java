package org.sluice.engine.disk;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/// Real files with faults at wish, and a power cut that takes away what was not forced.
///
/// Operations are counted from 1, over all files. At the chosen one the [Fault] happens. After a
/// power cut every operation fails, as if nobody were there any more; [#restart] then leaves the
/// folder as a machine might find it: of the writes that were not forced, each page is there, not
/// there, or torn; of the names that were not forced, the latest are gone.
///
/// The order of what is lost comes from the seed alone, but which operation is the n-th depends on
/// the threads: a test over every n states what must hold for any of them.
///
/// A cut file does not come back, and neither does a time or a mark go.
///
/// **Threads**: any.
public final class FaultyFiles implements FileLayer {
  /// What kind of operation it is.
  public enum Kind {
    FOLDER,
    CREATE,
    REOPEN,
    PREALLOCATE,
    WRITE,
    TRUNCATE,
    FORCE,
    CLAIM,
    DELETE,
    MOVE_ASIDE,
    FORCE_FOLDER,
    TIME,
    WEB_MARK
  }

  /// What happens at the chosen operation.
  public enum Fault {
    /// Nothing, ever.
    NONE,
    /// It fails; nothing of it is done.
    FAIL,
    /// It fails as on a full disk; of a write, some is done.
    DISK_FULL,
    /// Of a write, some is done, and that is said; other operations go on.
    SHORT_WRITE,
    /// It fails, but all of it is done.
    FAIL_AFTER,
    /// The power goes before it is done.
    CUT_BEFORE,
    /// The power goes while it is being done: of a write, some is done.
    CUT_WITHIN,
    /// The power goes when it is done.
    CUT_AFTER
  }

  /// Nothing works any more.
  public static final class PowerCutException extends IOException {
    private static final long serialVersionUID = 1;

    PowerCutException() {
      super("Input/output error (the power was cut)");
    }
  }

  /// Something that is done to a file or folder.
  interface Operation<T> {
    T run() throws IOException;
  }

  private final FileLayer real;
  private final Random random;
  private final FaultyNames names;
  private final List<FaultyChannel> channels = new CopyOnWriteArrayList<>();
  private final ReentrantReadWriteLock atWork = new ReentrantReadWriteLock();
  private final List<Kind> done = new ArrayList<>();
  private @Nullable Kind faultKind;
  private Fault fault = Fault.NONE;
  private long faultAt;
  private boolean off;

  /// @param real on a folder that can be lost
  /// @param attic a folder outside of the one that is written to, for what may come back
  /// @param seed of what a power cut takes
  public FaultyFiles(FileLayer real, Path attic, long seed) {
    this.real = real;
    random = new Random(seed);
    names = new FaultyNames(attic);
  }

  /// Chooses the operation at which something happens.
  ///
  /// @param number from 1 on, counted from the beginning
  public synchronized FaultyFiles at(long number, Fault what) {
    faultAt = number;
    fault = what;
    return this;
  }

  /// Chooses the operation at which something happens, counted among those of one kind.
  public synchronized FaultyFiles at(Kind kind, long number, Fault what) {
    faultKind = kind;
    return at(number, what);
  }

  /// The operations so far.
  public synchronized List<Kind> done() {
    return List.copyOf(done);
  }

  /// Whether the power has gone.
  public synchronized boolean isOff() {
    return off;
  }

  /// The power goes now.
  public synchronized void cut() {
    off = true;
  }

  /// After a power cut: closes what was open and takes away what was not forced. This object is of
  /// no more use then.
  public void restart() throws IOException {
    cut();
    atWork.writeLock().lock();
    try {
      for (FaultyChannel channel : channels) {
        channel.lose(random);
      }
      names.lose(random);
    } finally {
      atWork.writeLock().unlock();
    }
  }

  /// Runs one operation, or what is to happen instead of it.
  ///
  /// @param some a part of it; null if it has none
  <T> T run(Kind kind, Operation<T> whole, @Nullable Operation<T> some) throws IOException {
    atWork.readLock().lock();
    try {
      Fault now = count(kind);
      T result = run(now, whole, some);
      if (isOff()) {
        throw new PowerCutException(); // it was done, but nobody is there to be told
      }
      return result;
    } finally {
      atWork.readLock().unlock();
    }
  }

  private synchronized Fault count(Kind kind) throws PowerCutException {
    if (off) {
      throw new PowerCutException();
    }
    done.add(kind);
    long number =
        faultKind == null
            ? done.size()
            : kind == faultKind ? done.stream().filter(faultKind::equals).count() : -1;
    return number == faultAt ? fault : Fault.NONE;
  }

  private <T> T run(Fault now, Operation<T> whole, @Nullable Operation<T> some) throws IOException {
    switch (now) {
      case NONE -> {}
      case FAIL -> throw new FileSystemException("", null, "made to fail");
      case DISK_FULL -> {
        if (some != null) {
          some.run();
        }
        throw new FileSystemException("", null, "No space left on device");
      }
      case SHORT_WRITE -> {
        return (some == null ? whole : some).run();
      }
      case FAIL_AFTER -> {
        whole.run();
        throw new FileSystemException("", null, "made to fail afterwards");
      }
      case CUT_BEFORE -> {
        cut();
        throw new PowerCutException();
      }
      case CUT_WITHIN -> {
        if (some != null) {
          some.run();
        }
        cut();
        throw new PowerCutException();
      }
      case CUT_AFTER -> {
        T result = whole.run();
        cut();
        return result;
      }
    }
    return whole.run();
  }

  private <T> T run(Kind kind, Operation<T> whole) throws IOException {
    return run(kind, whole, null);
  }

  @Override
  public Path folder(Path folder) throws IOException {
    return run(Kind.FOLDER, () -> real.folder(folder)); // a folder is not lost again
  }

  @Override
  public PartChannel create(Path part) throws IOException {
    return run(
        Kind.CREATE,
        () -> {
          FaultyChannel channel = new FaultyChannel(this, real.create(part), false);
          names.created(part);
          channels.add(channel);
          return channel;
        });
  }

  @Override
  public PartChannel reopen(Path part, @Nullable String key) throws IOException {
    return run(
        Kind.REOPEN,
        () -> {
          FaultyChannel channel = new FaultyChannel(this, real.reopen(part, key), true);
          channels.add(channel);
          return channel;
        });
  }

  @Override
  public boolean exists(Path file) {
    return real.exists(file);
  }

  @Override
  public boolean isRegularFile(Path file) {
    return real.isRegularFile(file);
  }

  @Override
  public boolean isLink(Path file) {
    return real.isLink(file);
  }

  @Override
  public boolean isKnown(Path file, String key) throws IOException {
    return real.isKnown(file, key);
  }

  @Override
  public void claim(Path part, @Nullable String key, Path target, boolean overwrite)
      throws IOException {
    run(
        Kind.CLAIM,
        () -> {
          names.claim(part, target, () -> real.claim(part, key, target, overwrite));
          return true;
        });
  }

  @Override
  public boolean delete(Path file, @Nullable String key) throws IOException {
    return run(Kind.DELETE, () -> names.delete(file, () -> real.delete(file, key)));
  }

  @Override
  public Path moveAside(Path file) throws IOException {
    return run(
        Kind.MOVE_ASIDE,
        () -> {
          Path aside = real.moveAside(file);
          names.moved(file, aside);
          return aside;
        });
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    run(
        Kind.FORCE_FOLDER,
        () -> {
          real.forceFolder(folder);
          names.forced(folder);
          return true;
        });
  }

  @Override
  public Volume volume(Path folder) throws IOException {
    if (isOff()) {
      throw new PowerCutException();
    }
    return real.volume(folder);
  }

  @Override
  public void lastModified(Path file, Instant time) throws IOException {
    run(
        Kind.TIME,
        () -> {
          real.lastModified(file, time);
          return true;
        });
  }

  @Override
  public void webMark(Path file, WebMark mark) throws IOException {
    run(
        Kind.WEB_MARK,
        () -> {
          real.webMark(file, mark);
          return true;
        });
  }
}
