package org.sluice.engine.disk;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.time.NanoClock;

/// The disk side of all downloads: its threads, its bounded buffers, and every file at work.
///
/// **Threads**: any. No call but [#close] waits; every answer comes on the executor that was given.
///
/// **Limits**: [DiskLimits], [#LONGEST_READ_BYTES], [DiskThreads].
public final class DiskWriter implements AutoCloseable {
  /// The most that one [PartFile#read] brings.
  public static final int LONGEST_READ_BYTES = 4 << 20;

  /// So long [#close] waits for a disk that does not answer.
  public static final int CLOSE_SECONDS = 10;

  private static final System.Logger LOG = System.getLogger(DiskWriter.class.getName());

  private final FileLayer files;
  private final DiskLimits limits;
  private final WriteBehind behind;
  private final DiskThreads threads;
  private final PartOpener opener;
  private final PartNames names = new PartNames();
  private final DiskWork work;

  private DiskWriter(FileLayer files, DiskLimits limits, NanoClock clock) {
    this.files = files;
    this.limits = limits;
    behind = new WriteBehind(files, limits);
    threads = new DiskThreads(limits.writers(), behind::write);
    opener = new PartOpener(files);
    work = DiskWork.of(files, behind, threads, clock);
  }

  /// Starts the threads.
  ///
  /// @param clock for how long a force takes
  public static DiskWriter start(FileLayer files, DiskLimits limits, NanoClock clock) {
    return new DiskWriter(files, limits, clock);
  }

  /// Opens a part file.
  ///
  /// @return to be run to call it off, which may come too late; what was made is taken away again
  public Runnable open(PartOrder order, PartOwner owner, Consumer<PartOpening> then) {
    AtomicBoolean cancelled = new AtomicBoolean();
    PartNames.Hold name = names.hold();
    var around = new PartOpener.Circumstances(owner.announcer(), cancelled::get, name);
    Path path =
        switch (order) {
          case PartOrder.Fresh fresh -> fresh.folder().resolve(fresh.name());
          case PartOrder.Kept kept -> kept.part();
        };
    this.<PartOpening>ask(
        path,
        owner.executor(),
        () -> opened(opener.open(order, around), owner),
        answer -> {
          then.accept(
              switch (answer) {
                case DiskAnswer.Done<PartOpening>(var opening) -> opening;
                case DiskAnswer.Failed<PartOpening>(var why) -> new PartOpening.Refused(why);
              });
          name.letGo(); // whose file it is, is known from now on
        });
    return () -> cancelled.set(true);
  }

  private PartOpening opened(PartOpener.Result result, PartOwner owner) throws IOException {
    return switch (result) {
      case PartOpener.Result.Refused(var why) -> new PartOpening.Refused(why);
      case PartOpener.Result.Claimed(var target) -> new PartOpening.Claimed(target);
      case PartOpener.Result.Opened open -> {
        FileQueue queue =
            new FileQueue(open.channel(), open.part(), owner, limits.piecesOfOneFile());
        long size = open.channel().size();
        if (!behind.add(queue)) {
          open.channel().close();
          if (open.isNew()) {
            files.delete(open.part(), open.channel().key());
          }
          yield new PartOpening.Refused(ending(open.part(), null));
        }
        yield new PartOpening.Opened(new PartFile(work, queue, open.target(), size));
      }
    };
  }

  /// Asks for the room on the volume of a folder.
  public void volume(Path folder, Executor executor, Consumer<DiskAnswer<Volume>> then) {
    ask(folder, executor, () -> files.volume(folder), then);
  }

  /// Deletes a file that this program made and that is not open.
  ///
  /// @param then false if there was none
  public void delete(
      Path file, @Nullable String key, Executor executor, Consumer<DiskAnswer<Boolean>> then) {
    ask(file, executor, () -> files.delete(file, key), then);
  }

  /// Deletes the blank part file that a killed run may have left. No file of that name is made in
  /// the meantime; that none of those that were made before has it is for the caller to say.
  ///
  /// @param then false if there was none, or one that is not blank or is being made just now
  public void deleteLeftOver(Path part, Executor executor, Consumer<DiskAnswer<Boolean>> then) {
    PartNames.Hold name = names.hold();
    if (!name.take(part)) { // here, and not when its turn comes: the caller's word is of now
      tell(executor, () -> then.accept(new DiskAnswer.Done<>(false)));
      return;
    }
    ask(
        part,
        executor,
        () -> LeftOver.delete(files, part),
        answer -> {
          name.letGo();
          then.accept(answer);
        });
  }

  /// Renames a file that is not open, so that another can have its name.
  public void moveAside(Path file, Executor executor, Consumer<DiskAnswer<Path>> then) {
    ask(file, executor, () -> files.moveAside(file), then);
  }

  /// Gives a complete file the name of its part file back.
  ///
  /// @param then true
  public void unname(
      Path target,
      @Nullable String key,
      Path part,
      Executor executor,
      Consumer<DiskAnswer<Boolean>> then) {
    ask(
        target,
        executor,
        () -> {
          files.claim(/* part= */ target, key, /* target= */ part, false); // the other way round
          Path folder = part.getParent();
          if (folder != null) {
            files.forceFolder(folder);
          }
          return true;
        },
        then);
  }

  /// Something that is asked of the disk.
  private interface Question<T> {
    T ask() throws IOException;
  }

  private <T> void ask(
      Path path, Executor executor, Question<T> question, Consumer<DiskAnswer<T>> then) {
    Runnable job =
        () -> {
          DiskAnswer<T> answer = answer(path, question);
          tell(executor, () -> then.accept(answer));
        };
    try {
      threads.atLength(job);
    } catch (RejectedExecutionException e) {
      tell(executor, () -> then.accept(new DiskAnswer.Failed<>(ending(path, new IOException(e)))));
    }
  }

  private <T> DiskAnswer<T> answer(Path path, Question<T> question) {
    try {
      return new DiskAnswer.Done<>(question.ask());
    } catch (IOException e) {
      return new DiskAnswer.Failed<>(Diagnosis.of(e, path, files));
    } catch (RuntimeException e) {
      return new DiskAnswer.Failed<>(Diagnosis.of(new IOException(e), path, files));
    }
  }

  private static void tell(Executor executor, Runnable answer) {
    try {
      executor.execute(answer);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "who asked the disk is gone", e);
    }
  }

  private static DiskFailure ending(Path path, @Nullable IOException e) {
    return new DiskFailure(
        DiskFailure.Kind.CANCELLED, "Sluice is ending; " + path + " is as it was", path, e);
  }

  /// How busy it is.
  public DiskLoad load() {
    return behind.load();
  }

  /// Writes what was taken, closes all files and ends the threads. Does not force anything.
  ///
  /// Waits [#CLOSE_SECONDS] at most; what a disk has not answered by then is left to the threads,
  /// which keep no process alive.
  @Override
  public void close() {
    behind.close().forEach(queue -> work.close(queue, () -> {}));
    try {
      if (!behind.awaitClosed(TimeUnit.SECONDS.toNanos(CLOSE_SECONDS))) {
        LOG.log(Level.WARNING, "a disk does not answer; what it was to write is lost");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    behind.end();
    threads.end();
  }
}
