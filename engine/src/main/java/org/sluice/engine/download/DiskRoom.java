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
import org.sluice.engine.disk.Volume;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.loop.Alarm;

/// When a volume is full all its downloads stop, and go on by themselves when it has room.
///
/// **Threads**: confined to the loop.
final class DiskRoom implements Runs.Watcher {
  /// How often a full volume is looked at.
  static final long LOOK_NANOS = 2_000_000_000L;

  /// So much room is left to everybody else; less on a small volume.
  static final long CUSHION_BYTES = 500L << 20;

  private static final long SHARE = 20;

  /// Room for what a file system adds to the bytes of a file.
  private static final long SPARE_BYTES = 1L << 20;

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
      stopNeighbours(item, ending);
      lookLater();
    }
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
    long left = volume.usableBytes();
    for (Item item : items) {
      if (waits(item) && left >= needed(item, volume)) {
        runs.put(item, Ending.queued("There is room again"));
        runs.turns.ask();
      }
    }
  }

  private static long needed(Item item, Volume volume) {
    long cushion = Math.min(CUSHION_BYTES, volume.totalBytes() / SHARE);
    Identity identity = item.identity();
    long length = identity == null ? -1 : identity.validators().length();
    return length < 0
        ? cushion
        : Math.min(cushion, length - item.committed().total() + SPARE_BYTES);
  }

  private static Path folder(Item item) {
    return item.request().file().folder();
  }
}
