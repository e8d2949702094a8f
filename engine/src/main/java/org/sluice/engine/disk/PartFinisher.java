package org.sluice.engine.disk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.disk.Finished.Note;
import org.sluice.engine.disk.Finished.Step;
import org.sluice.engine.item.FileWish.IfExists;
import org.sluice.engine.name.SafeName;

/// Ends complete files, step by step; a name is given only to bytes that a power cut does not
/// reach.
///
/// **Threads**: those of [DiskThreads]; the last that is done to a file.
final class PartFinisher {
  /// So many names are tried if others have taken them in the meantime.
  private static final int MOST_NAMES = 999;

  private final FileLayer files;
  private final WriteBehind behind;
  private final Forcer forcer;

  PartFinisher(FileLayer files, WriteBehind behind, Forcer forcer) {
    this.files = files;
    this.behind = behind;
    this.forcer = forcer;
  }

  void finish(FileQueue file, Path target, FinishOrder order, Consumer<Finished> then) {
    List<Note> notes = new ArrayList<>();
    Finished kept = untilForced(file, order, notes);
    Finished finished = kept == null ? named(file, target, order, notes) : kept;
    behind.closed(file);
    file.tell(() -> then.accept(finished));
  }

  /// Closes a file that has no more to it.
  void close(FileQueue file, Runnable then) {
    DiskFailure failure = tryClose(file);
    if (failure != null) {
      behind.fail(file, failure);
    }
    behind.closed(file);
    file.tell(then);
  }

  /// @return null if all is well
  private @Nullable Finished untilForced(FileQueue file, FinishOrder order, List<Note> notes) {
    DiskFailure unwritten = file.failure();
    DiskFailure wrongLength = unwritten == null ? fitLength(file, order.lengthBytes()) : null;
    WebMark mark = order.webMark();
    if (mark != null) {
      note(notes, Step.WEB_MARK, file.part(), () -> files.webMark(file.part(), mark));
    }
    Forced forced = forcer.forceBytes(file);
    DiskFailure unclosed = tryClose(file);
    if (unwritten != null) {
      return new Finished.Kept(file.part(), Step.WRITE, unwritten);
    }
    if (wrongLength != null) {
      return new Finished.Kept(file.part(), Step.LENGTH, wrongLength);
    }
    DiskFailure failure = forced.failure() == null ? unclosed : forced.failure();
    return failure == null ? null : new Finished.Kept(file.part(), Step.FORCE, failure);
  }

  private @Nullable DiskFailure fitLength(FileQueue file, long lengthBytes) {
    try {
      long size = file.channel().size();
      if (size < lengthBytes) {
        String sentence = file.part() + " has " + size + " bytes, not " + lengthBytes;
        return new DiskFailure(DiskFailure.Kind.INCOMPLETE, sentence, file.part(), null);
      }
      if (size > lengthBytes) {
        file.channel().truncate(lengthBytes);
      }
      return null;
    } catch (IOException e) {
      return Diagnosis.of(e, file.part(), files);
    }
  }

  private @Nullable DiskFailure tryClose(FileQueue file) {
    try {
      file.channel().close();
      return null;
    } catch (IOException e) {
      return Diagnosis.of(e, file.part(), files);
    }
  }

  private Finished named(FileQueue file, Path wanted, FinishOrder order, List<Note> notes) {
    Path target;
    try {
      target = claim(file, wanted, order.ifExists());
    } catch (FileAlreadyExistsException e) {
      return new Finished.Kept(file.part(), Step.CLAIM, taken(file, wanted, e));
    } catch (IOException e) {
      return new Finished.Kept(file.part(), Step.CLAIM, Diagnosis.of(e, file.part(), files));
    }
    Path folder = target.getParent();
    if (folder != null) {
      note(notes, Step.FORCE_FOLDER, target, () -> files.forceFolder(folder));
    }
    Instant time = order.serverTime();
    if (time != null) {
      note(notes, Step.SERVER_TIME, target, () -> files.lastModified(target, time));
    }
    return new Finished.Saved(target, notes);
  }

  private Path claim(FileQueue file, Path wanted, IfExists ifExists) throws IOException {
    Path target = wanted;
    for (int i = 0; ; i++) {
      try {
        files.claim(file.part(), file.channel().key(), target, ifExists == IfExists.OVERWRITE);
        return target;
      } catch (FileAlreadyExistsException e) {
        if (ifExists != IfExists.NUMBER || i == MOST_NAMES) {
          throw e;
        }
        target = wanted.resolveSibling(SafeName.next(target.getFileName().toString()));
      }
    }
  }

  private static DiskFailure taken(FileQueue file, Path target, FileAlreadyExistsException e) {
    String sentence =
        target
            + " is there already and was not overwritten; the complete file is kept as "
            + file.part();
    return new DiskFailure(DiskFailure.Kind.NAME_TAKEN, sentence, target, e);
  }

  /// Something that a file can do without.
  private interface Extra {
    void run() throws IOException;
  }

  private void note(List<Note> notes, Step step, Path target, Extra extra) {
    try {
      extra.run();
    } catch (UnsupportedOperationException e) {
      String why = e.getMessage();
      notes.add(new Note(step, why == null ? "This is not possible here" : why));
    } catch (IOException e) {
      notes.add(new Note(step, sentence(step, Diagnosis.of(e, target, files))));
    }
  }

  private static String sentence(Step step, DiskFailure why) {
    String what =
        switch (step) {
          case FORCE_FOLDER -> "A power cut may still take the file's name away: ";
          case WEB_MARK -> "The file could not be marked as coming from the internet: ";
          case SERVER_TIME -> "The file did not get the server's time: ";
          case WRITE, LENGTH, FORCE, CLAIM -> throw new IllegalStateException(step.toString());
        };
    return what + why.sentence();
  }
}
