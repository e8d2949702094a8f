package org.sluice.engine.download;

import java.util.List;
import org.sluice.engine.disk.DiskFailure;
import org.sluice.engine.disk.PartFile;
import org.sluice.engine.disk.PartOpening;
import org.sluice.engine.http.Headers;
import org.sluice.engine.item.FileWish.Preallocation;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.journal.HostFacts.Trait;
import org.sluice.engine.journal.JournalChange;
import org.sluice.engine.range.Spans;
import org.sluice.engine.resume.Basis;
import org.sluice.engine.resume.OverlapPlan;
import org.sluice.engine.resume.ResumePlan;

/// How one run comes to its part file, and where it goes on from what is in there.
///
/// **Threads**: confined to the loop.
final class RunFile implements PartDoor.Guest {
  private final RunBench bench;
  private final Site site;
  private final Item item;
  private final PartWork part;
  private final Knowledge know;
  private final PartDoor door;
  private final RunNetwork network;
  private final RunSteps run;

  RunFile(RunBench bench, RunNetwork network, RunSteps run) {
    this.bench = bench;
    site = bench.site();
    item = bench.item();
    part = bench.part();
    know = bench.know();
    this.network = network;
    this.run = run;
    door = new PartDoor(site, item, failure -> run.failed(null, Failures.of(failure)), this);
  }

  /// Opens the file of an earlier run, or asks the server first if there is none.
  void begin() {
    Identity identity = item.identity();
    if (identity == null) {
      door.tidy(this::tidied);
      return;
    }
    know.recall(identity, item.isProven(site.clock.nanoTime()));
    know.etagWorks(!site.hosts.has(network.host(), Trait.NO_ETAG_IF_RANGE));
    door.kept(identity);
  }

  private void tidied() {
    if (run.isEnding()) {
      run.leave();
    } else {
      network.fetch(false);
    }
  }

  /// An answer was accepted: makes the file if there is none, else notes what the answer said.
  ///
  /// @param at where it came from
  void accepted(String at, Headers headers) {
    if (part.file() == null) {
      fresh(at, headers, know.length());
    } else {
      bench.identify();
    }
  }

  /// Makes the file, if there is none and none is on its way.
  void fresh(String at, Headers headers, long length) {
    if (part.file() == null && !door.isBusy()) {
      door.fresh(at, headers, length);
    }
  }

  /// Whether an answer of the disk is still to come.
  boolean isBusy() {
    return door.isBusy();
  }

  /// The answer comes all the same.
  void callOff() {
    door.callOff();
  }

  @Override
  public void noRoom(long neededBytes, String sentence) {
    if (run.isEnding()) {
      run.leave();
      return;
    }
    item.waitsForRoom = true;
    item.refusedRoomBytes = item.identity() == null ? neededBytes : 0;
    run.stop(Ending.paused(StateReason.DISK_FULL, sentence));
  }

  @Override
  public void opened(PartOpening answer) {
    switch (answer) {
      case PartOpening.Opened(PartFile file) -> {
        item.refusedRoomBytes = 0;
        item.waitsForRoom = false;
        part.opened(file);
        if (run.isEnding()) {
          run.leave();
        } else if (item.identity() == null) {
          bench.identify();
          run.named();
        } else {
          goOn(file);
        }
      }
      case PartOpening.Claimed _ -> run.ended(Ending.complete("")); // also if it was to stop
      case PartOpening.Refused(DiskFailure failure) -> refused(failure);
    }
  }

  /// A part file that is gone costs its bytes, but nothing else is in the way of fetching them
  /// again.
  private void refused(DiskFailure failure) {
    if (run.isEnding()) {
      run.leave();
      return;
    }
    switch (failure.kind()) {
      case FILE_GONE, NOT_OURS -> {
        part.forget();
        know.forget();
        item.identity(null);
        site.journal.post(
            new JournalChange.Identified(item.id, null),
            new JournalChange.Committed(item.id, Spans.EMPTY));
        network.fetch(false);
      }
      default -> {
        if (failure.kind().stopsVolume()
            && item.identity() == null
            && item.request().file().preallocation() == Preallocation.FULL) {
          item.refusedRoomBytes = Math.max(0, know.length());
        }
        run.failed(null, Failures.of(failure));
      }
    }
  }

  /// The file of an earlier run is open.
  private void goOn(PartFile file) {
    if (file.openedBytes() < endOf(item.committed())) {
      part.cutTo(file.openedBytes());
      site.journal.post( // before a byte behind the end makes the file longer, with a hole in it
          List.of(new JournalChange.Committed(item.id, part.here())),
          () -> {
            if (!run.isEnding()) {
              goOnWith();
            }
          });
    } else {
      goOnWith();
    }
  }

  private void goOnWith() {
    Spans here = part.here();
    if (know.length() >= 0 && !here.isEmpty() && here.gaps(know.length()).isEmpty()) {
      run.allTaken();
      return;
    }
    if (here.isEmpty()) {
      know.forget();
      network.fetch(false);
      return;
    }
    if (item.verifyFirst || know.length() < 0) {
      run.compare(OverlapPlan.windows(here));
      return;
    }
    switch (ResumePlan.decide(here, know.known(), know.basis(), know.etagWorks())) {
      case ResumePlan.AskForRest _ -> network.fetch(know.basis() == Basis.THIS_RUN);
      case ResumePlan.CompareFirst(Spans windows, String _) -> run.compare(windows);
      case ResumePlan.FromStart _ -> {
        know.forget();
        network.fetch(false);
      }
    }
  }

  private static long endOf(Spans spans) {
    return spans.isEmpty() ? 0 : spans.spans().getLast().to();
  }
}
