package org.sluice.engine.download;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StoredItem;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.item.StoredItem.Progress;
import org.sluice.engine.loop.Alarm;
import org.sluice.engine.range.Spans;

/// One download of the list as it is now. It is small: what only a running one needs is in its run.
///
/// **Threads**: confined to the loop.
final class Item {
  final ItemId id;
  final Instant added;
  private DownloadRequest request;
  private long place;
  private @Nullable Identity identity;
  private Spans committed;
  private Progress progress;

  /// What works on it; null while nothing does.
  @Nullable ItemRun run;

  /// Ends its waiting; null if it does not wait by time.
  @Nullable Alarm alarm;

  /// Whether its newest commits may be missing, so that nothing is believed without samples.
  boolean verifyFirst;

  /// Until when, by the loop's clock, what a server proved in the last run still holds.
  long provenUntilNanos;

  boolean proven;

  /// As it was shown last; null if it has changed since.
  @Nullable ItemView view;

  Item(StoredItem stored) {
    id = stored.id();
    added = stored.added();
    request = stored.request();
    place = stored.place();
    identity = stored.identity();
    committed = stored.committed();
    progress = stored.progress();
  }

  StoredItem stored() {
    return new StoredItem(id, request, added, place, identity, committed, progress);
  }

  DownloadRequest request() {
    return request;
  }

  long place() {
    return place;
  }

  @Nullable Identity identity() {
    return identity;
  }

  /// What is on the disk for sure.
  Spans committed() {
    return committed;
  }

  Progress progress() {
    return progress;
  }

  ItemState state() {
    return progress.state();
  }

  void request(DownloadRequest value) {
    request = value;
    view = null;
  }

  void place(long value) {
    place = value;
    view = null;
  }

  void identity(@Nullable Identity value) {
    identity = value;
    view = null;
  }

  void committed(Spans value) {
    committed = value;
    view = null;
  }

  void progress(Progress value) {
    progress = value;
    view = null;
  }

  /// Nothing wakes it any more.
  void silence() {
    if (alarm != null) {
      alarm.cancel();
      alarm = null;
    }
  }

  @Override
  public String toString() {
    return "download " + id;
  }
}
