package org.sluice.engine.disk;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.range.Spans;
import org.sluice.engine.time.NanoClock;

/// Forces files, and says which bytes are safe by that.
///
/// **Threads**: those of [DiskThreads]; one at a time for one file.
final class Forcer {
  private final FileLayer files;
  private final WriteBehind behind;
  private final NanoClock clock;

  Forcer(FileLayer files, WriteBehind behind, NanoClock clock) {
    this.files = files;
    this.behind = behind;
    this.clock = clock;
  }

  void force(FileQueue file, Consumer<Forced> then) {
    Forced forced = force(file, false);
    file.tell(() -> then.accept(forced)); // first: nobody is to hear of the end before
    behind.jobDone(file);
  }

  /// Forces what was completely written before it begins; what comes while it is at work is for the
  /// next one.
  ///
  /// @param always even if nothing was written since the last one
  Forced force(FileQueue file, boolean always) {
    return force(file, always, true);
  }

  /// Forces the bytes of a file that gets its last name next, which is forced then: nothing that was
  /// told to be safe is under the name of now, or that was forced before.
  Forced forceBytes(FileQueue file) {
    return force(file, true, false);
  }

  private Forced force(FileQueue file, boolean always, boolean withName) {
    DiskFailure lost = file.lost();
    if (lost != null) {
      return new Forced(Spans.EMPTY, 0, lost);
    }
    Spans spans = behind.takeWritten(file);
    if (spans.isEmpty() && !always) {
      return new Forced(Spans.EMPTY, 0, null);
    }
    long begun = clock.nanoTime();
    DiskFailure failure = tryForce(file, withName);
    long took = clock.nanoTime() - begun;
    if (failure != null) {
      file.lose(failure);
      behind.fail(file, failure);
      return new Forced(Spans.EMPTY, took, failure);
    }
    return new Forced(spans, took, null);
  }

  private @Nullable DiskFailure tryForce(FileQueue file, boolean withName) {
    try {
      file.channel().force();
      if (!files.exists(file.part())) {
        // the bytes are safe in a file without a name, which nobody will ever find
        throw new NoSuchFileException(file.part().toString());
      }
      Path folder = file.part().getParent();
      if (withName && !file.isNameForced() && folder != null) {
        files.forceFolder(folder); // bytes of a file that is in no folder are lost too
        file.nameForced();
      }
      return null;
    } catch (IOException e) {
      return Diagnosis.of(e, file.part(), files);
    } catch (RuntimeException e) {
      return Diagnosis.of(new IOException(e), file.part(), files);
    }
  }
}
