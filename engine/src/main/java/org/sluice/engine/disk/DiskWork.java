package org.sluice.engine.disk;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.sluice.engine.range.Span;
import org.sluice.engine.time.NanoClock;

/// Puts what is asked of a file behind the writes that it has to come after, and then on the thread
/// that does it.
///
/// **Threads**: any. Each of these says false if the file has ended already.
record DiskWork(
    WriteBehind behind,
    DiskThreads threads,
    Forcer forcer,
    PartScanner scanner,
    PartFinisher finisher) {

  static DiskWork of(FileLayer files, WriteBehind behind, DiskThreads threads, NanoClock clock) {
    Forcer forcer = new Forcer(files, behind, clock);
    return new DiskWork(
        behind,
        threads,
        forcer,
        new PartScanner(files, behind),
        new PartFinisher(files, behind, forcer));
  }

  boolean force(FileQueue file, Consumer<Forced> then) {
    return behind.after(file, false, () -> threads.force(() -> forcer.force(file, then)));
  }

  boolean scan(FileQueue file, Span span, ScanSink each, Consumer<DiskAnswer<Long>> then) {
    return behind.after(
        file, false, () -> threads.atLength(() -> scanner.scan(file, span, each, then)));
  }

  boolean finish(FileQueue file, Path target, FinishOrder order, Consumer<Finished> then) {
    return behind.after(
        file, true, () -> threads.atLength(() -> finisher.finish(file, target, order, then)));
  }

  boolean close(FileQueue file, Runnable then) {
    return behind.after(file, true, () -> threads.atLength(() -> finisher.close(file, then)));
  }
}
