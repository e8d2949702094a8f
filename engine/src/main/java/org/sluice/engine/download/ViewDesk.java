package org.sluice.engine.download;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.disk.DiskLoad;
import org.sluice.engine.download.ItemView.Amount;
import org.sluice.engine.download.ItemView.FileView;
import org.sluice.engine.download.ItemView.Place;
import org.sluice.engine.download.ItemView.Standing;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.StoredItem.Identity;
import org.sluice.engine.item.StoredItem.Progress;
import org.sluice.engine.name.NameChoice;
import org.sluice.engine.queue.QueueRules;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// Takes the picture of the list that others look at, when they ask for one: what has not changed
/// since the last one is not made anew.
///
/// **Threads**: [#snapshot] from any; the rest is confined to the loop.
final class ViewDesk {
  private final Site site;
  private final Map<ItemId, Item> items;
  private volatile DownloadsSnapshot latest;
  private volatile boolean asked;
  private Runnable before = () -> {};

  /// As they were at the last picture.
  private SpeedSums speeds = SpeedSums.NONE;

  ViewDesk(Site site, Map<ItemId, Item> items) {
    this.site = site;
    this.items = items;
    latest =
        new DownloadsSnapshot(
            site.options.clock().instant(),
            List.of(),
            List.of(),
            new DownloadsSnapshot.Total(0, 0, 0, 0, 0, 0, 0),
            List.of());
  }

  DownloadsSnapshot snapshot() {
    if (!asked) {
      asked = true;
      site.loop.post(this::take);
    }
    return latest;
  }

  /// Run before every picture.
  void before(Runnable action) {
    before = action;
  }

  DownloadsSnapshot take() {
    asked = false;
    before.run();
    List<ItemView> views = new ArrayList<>(items.size());
    int running = 0;
    int connections = 0;
    speeds = SpeedSums.of(items.values());
    for (Item item : items.values()) {
      ItemView view = of(item);
      views.add(view);
      if (item.run != null) {
        running++;
        connections += view.amount().connections();
      }
    }
    DiskLoad load = site.disk.load();
    latest =
        new DownloadsSnapshot(
            site.options.clock().instant(),
            views,
            queues(),
            new DownloadsSnapshot.Total(
                running,
                connections,
                speeds.all(),
                site.limit.bytesPerSecond(),
                load.bufferedBytes(),
                load.mostBufferedBytes(),
                load.limitBytes()),
            List.of());
    return latest;
  }

  private List<DownloadsSnapshot.QueueView> queues() {
    ZonedDateTime at = ZonedDateTime.now(site.options.clock());
    Map<String, int[]> counts = new HashMap<>();
    for (Item item : items.values()) {
      int[] count = counts.computeIfAbsent(item.request().queue(), name -> new int[2]);
      count[0] += item.run != null ? 1 : 0;
      count[1] += item.run == null && item.wantsTurns() ? 1 : 0;
    }
    List<DownloadsSnapshot.QueueView> all = new ArrayList<>();
    for (QueueRules rules : site.queues.all()) {
      int[] count = counts.getOrDefault(rules.name(), new int[2]);
      boolean open = rules.isOpen(at);
      String reason = rules.running() ? "It is outside of its hours" : "It is stopped";
      all.add(
          new DownloadsSnapshot.QueueView(
              rules.name(), open, open ? null : reason, count[0], count[1]));
    }
    return all;
  }

  ItemView of(Item item) {
    ItemView known = item.view;
    if (known == null || item.run != null) {
      known = make(item);
      item.view = known;
    }
    return known;
  }

  private ItemView make(Item item) {
    Identity identity = item.identity();
    ItemRun run = item.run;
    Progress progress = item.progress();
    Spans here = run == null ? item.committed() : run.here();
    Segments segments = run == null ? null : run.segments();
    long length = identity == null ? -1 : identity.validators().length();
    return new ItemView(
        item.id,
        name(item, identity),
        Addresses.shown(item.request().sources().getFirst().url()),
        new Place(item.request().queue(), item.request().priority(), item.place(), item.added),
        new Standing(
            progress.state(),
            progress.reason(),
            progress.sentence(),
            progress.until(),
            progress.finished(),
            progress.retries(),
            item.lastCode,
            item.lastCertificate,
            item.lastTransfer),
        new Amount(
            length,
            here.total(),
            item.committed().total(),
            progress.fetchedBytes() + (run == null ? 0 : run.fetchedBytes()),
            run == null ? 0 : run.bytesPerSecond(),
            run == null ? -1 : run.etaSeconds(),
            run == null ? -1 : run.verifiedBytes(),
            item.request().fetch().limitBytesPerSecond(),
            segments == null ? 0 : segments.connections()),
        new FileView(
            identity == null ? null : identity.target(),
            identity == null ? null : identity.part(),
            here,
            identity == null ? null : identity.validators().contentType()),
        run != null
            ? run.knowledge().proof()
            : identity == null ? Proof.NOT_NEEDED : identity.proof(),
        segments == null ? List.of() : segments(segments),
        Reasons.of(site, item, speeds));
  }

  private static List<SegmentView> segments(Segments segments) {
    List<SegmentView> views = new ArrayList<>();
    for (LiveLease lease : segments.leases()) {
      if (lease.to > lease.from) {
        List<Long> transfers = new ArrayList<>();
        for (LiveCarrier carrier : segments.carriers()) {
          if (carrier.lease.id.equals(lease.id)) {
            transfers.add(carrier.transfer().id());
          }
        }
        views.add(
            new SegmentView(
                lease.id.value(),
                new Span(lease.from, lease.to),
                lease.frontier,
                transfers,
                0,
                lease.reason));
      }
    }
    return views;
  }

  private static String name(Item item, @Nullable Identity identity) {
    if (identity != null) {
      return String.valueOf(identity.target().getFileName());
    }
    return NameChoice.of(
            item.request().file().name(),
            null,
            Addresses.url(item.request().sources().getFirst().url()),
            null)
        .name();
  }
}
