package org.sluice.engine.download;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.sluice.engine.disk.DiskAnswer;
import org.sluice.engine.disk.DiskFailure;
import org.sluice.engine.disk.DiskWriter;
import org.sluice.engine.disk.FreeSpace;
import org.sluice.engine.disk.Volume;

/// Whether the disk has room for a download beside all those that are at work on the same volume.
///
/// **Threads**: confined to the loop.
final class RoomCheck {
  private final DiskWriter disk;
  private final Executor loop;
  private Collection<Item> items = List.of();

  RoomCheck(DiskWriter disk, Executor loop) {
    this.disk = disk;
    this.loop = loop;
  }

  /// The list, of which those at work count.
  void over(Collection<Item> all) {
    items = all;
  }

  /// @param needed bytes that are still to come; -1 if nobody knows, then it may always begin
  void ask(Item item, long needed, Consumer<FreeSpace.Verdict> then) {
    disk.volume(
        item.request().file().folder(),
        loop,
        answer ->
            then.accept(
                switch (answer) {
                  case DiskAnswer.Done<Volume>(Volume volume) -> verdict(item, needed, volume);
                  case DiskAnswer.Failed<Volume>(DiskFailure _) ->
                      new FreeSpace.Verdict.Go("Opening the file will tell");
                }));
  }

  private FreeSpace.Verdict verdict(Item item, long needed, Volume volume) {
    item.volume = volume.id();
    return needed < 0
        ? new FreeSpace.Verdict.Go("Nobody knows how long it is")
        : FreeSpace.fits(volume, wantedOn(volume, item), needed);
  }

  /// Room that those at work on `volume` still have to take.
  ///
  /// @param but this one
  long wantedOn(Volume volume, Item but) {
    long sum = 0;
    for (Item item : items) {
      ItemRun run = item.run;
      if (item != but && run != null && !run.isEnding() && volume.id().equals(item.volume)) {
        sum += Math.max(0, run.missingOnDisk());
      }
    }
    return sum;
  }
}
