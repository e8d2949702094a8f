package org.sluice.engine.download;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.disk.DiskAnswer;
import org.sluice.engine.disk.DiskFailure;
import org.sluice.engine.disk.FreeSpace;
import org.sluice.engine.disk.Volume;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.journal.JournalFailure;
import org.sluice.engine.loop.Alarm;

/// When a volume is full all its downloads stop, and go on by themselves when it has room.
///
/// **Threads**: confined to the loop.
final class DiskRoom implements Runs.Watcher {
  /// How often a full volume is looked at.
  static final long LOOK_NANOS = 2_000_000_000L;

  /// A twentieth of a volume is little on a small one.
  private static final long SHARE = 20;

  /// So much room the journal wants before anything goes on; less on a small volume.
  private static final long JOURNAL_BYTES = 1L << 20;

  private final Site site;
  private final Runs runs;
  private @Nullable Alarm alarm;
  private boolean closed;

  DiskRoom(Site site, Runs runs) {
    this.site = site;
    this.runs = runs;
  }

  /// Looks after those that an earlier process left behind.
  void begin() {
    if (runs.items.values().stream().anyMatch(DiskRoom::waits)) {
      lookLater();
    }
  }

  void close() {
    closed = true;
    if (alarm != null) {
      alarm.cancel();
    }
  }

  @Override
  public void ended(Item item, Ending ending) {
    if (!closed && waits(item)) {
      if (!item.waitsForRoom) {
        stopNeighbours(item, ending);
      }
      lookLater();
    }
  }

  @Override
  public void journalFailed() {
    if (!closed && isJournalFull()) {
      lookLater();
    }
  }

  private boolean isJournalFull() {
    JournalFailure trouble = site.journal.trouble();
    return trouble != null && trouble.kind() == JournalFailure.Kind.DISK_FULL;
  }

  private static boolean waits(Item item) {
    return item.state() == ItemState.PAUSED && item.progress().reason() == StateReason.DISK_FULL;
  }

  private void stopNeighbours(Item full, Ending ending) {
    Path folder = folder(full);
    site.disk.volume(
        folder,
        site.loop::post,
        answer -> {
          if (answer instanceof DiskAnswer.Done<Volume>(Volume volume)) {
            Set<Path> asked = new HashSet<>();
            for (Item other : runs.items.values()) {
              if (other.run != null && asked.add(folder(other))) {
                stopOn(volume.id(), folder(other), ending);
              }
            }
          }
        });
  }

  private void stopOn(String volume, Path folder, Ending ending) {
    site.disk.volume(
        folder,
        site.loop::post,
        answer -> {
          if (answer instanceof DiskAnswer.Done<Volume>(Volume its) && its.id().equals(volume)) {
            for (Item other : List.copyOf(runs.items.values())) {
              if (other.run != null && folder(other).equals(folder)) {
                other.run.stop(ending);
              }
            }
          }
        });
  }

  private void lookLater() {
    if (alarm == null || !alarm.isSet()) {
      alarm = site.loop.later(LOOK_NANOS, this::look);
    }
  }

  private void look() {
    if (isJournalFull()) {
      site.disk.volume(site.options.folder(), site.loop::post, this::journalVolume);
      lookLater();
    } else {
      lookAtFiles();
    }
  }

  private void journalVolume(DiskAnswer<Volume> answer) {
    if (!closed
        && answer instanceof DiskAnswer.Done<Volume>(Volume volume)
        && volume.usableBytes() >= Math.min(JOURNAL_BYTES, volume.totalBytes() / SHARE)) {
      site.journal.tryAgain();
      lookAtFiles();
    }
  }

  private void lookAtFiles() {
    Map<Path, List<Item>> waiting = new LinkedHashMap<>();
    for (Item item : runs.items.values()) {
      if (waits(item)) {
        waiting.computeIfAbsent(folder(item), f -> new ArrayList<>()).add(item);
      }
    }
    waiting.forEach(
        (folder, items) ->
            site.disk.volume(
                folder,
                site.loop::post,
                answer -> {
                  switch (answer) {
                    case DiskAnswer.Done<Volume>(Volume volume) -> wake(items, volume);
                    case DiskAnswer.Failed<Volume>(DiskFailure _) -> {} // it is looked at again
                  }
                }));
    if (!waiting.isEmpty() && !closed) {
      lookLater();
    }
  }

  private void wake(List<Item> items, Volume volume) {
    if (closed || items.isEmpty()) {
      return;
    }
    long promised = 0;
    for (Item item : items) {
      long missing = missing(item);
      long running = promised + site.room.wantedOn(volume, item);
      FreeSpace.Verdict verdict =
          missing < 0
              ? FreeSpace.mayStart(volume, running, 0)
              : FreeSpace.fits(volume, running, missing);
      if (waits(item) && verdict instanceof FreeSpace.Verdict.Go) {
        promised += Math.max(0, missing);
        runs.put(item, Ending.queued("There is room again"));
        runs.turns.ask();
      }
    }
  }

  /// Bytes that are still to come; -1 if nobody knows.
  private static long missing(Item item) {
    Identity identity = item.identity();
    long length = identity == null ? -1 : identity.validators().length();
    if (length >= 0) {
      return length - item.committed().total();
    }
    return item.refusedRoomBytes > 0 ? item.refusedRoomBytes : -1;
  }

  private static Path folder(Item item) {
    return item.request().file().folder();
  }
}
