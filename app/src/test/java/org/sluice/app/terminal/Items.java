package org.sluice.app.terminal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.download.SegmentView;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// Downloads to look at, made up.
public final class Items {
  public static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");

  private Items() {}

  /// A download of `/d/NAME` of which `here` has come.
  public static ItemView item(
      long id, String name, ItemState state, StateReason reason, long length, Spans here) {
    return new ItemView(
        new ItemId(id),
        name,
        "https://example.org/" + name,
        new ItemView.Place("main", 0, id, NOW),
        new ItemView.Standing(state, reason, "", null, null, 0, null),
        new ItemView.Amount(length, here.total(), here.total(), here.total(), 0, -1, -1, 0, 0),
        new ItemView.FileView(Path.of("/d", name), Path.of("/d", name + ".part"), here, null),
        Proof.NOT_NEEDED,
        List.of(),
        List.of());
  }

  /// One at work.
  public static ItemView running(long id, String name, long length, long received) {
    ItemView item =
        item(id, name, ItemState.RUNNING, StateReason.NONE, length, Spans.of(span(received)));
    return amount(item, 1 << 20, (length - received) >> 20, -1, 1);
  }

  public static ItemView amount(
      ItemView item, long bytesPerSecond, long etaSeconds, long verified, int connections) {
    ItemView.Amount amount = item.amount();
    return with(
        item,
        item.standing(),
        new ItemView.Amount(
            amount.length(),
            amount.received(),
            amount.committed(),
            amount.fetched(),
            bytesPerSecond,
            etaSeconds,
            verified,
            0,
            connections),
        item.segments());
  }

  /// One that waits.
  public static ItemView waiting(long id, String name, StateReason reason, Instant until) {
    return until(item(id, name, ItemState.WAITING, reason, 9, Spans.EMPTY), until);
  }

  public static ItemView until(ItemView item, @Nullable Instant until) {
    ItemView.Standing standing = item.standing();
    return with(
        item,
        new ItemView.Standing(standing.state(), standing.reason(), "", until, null, 0, null),
        item.amount(),
        item.segments());
  }

  public static ItemView saying(ItemView item, String sentence) {
    ItemView.Standing standing = item.standing();
    return with(
        item,
        new ItemView.Standing(standing.state(), standing.reason(), sentence, null, null, 0, null),
        item.amount(),
        item.segments());
  }

  public static ItemView segments(ItemView item, long... frontiers) {
    List<SegmentView> segments = new ArrayList<>();
    for (long frontier : frontiers) {
      segments.add(
          new SegmentView(
              segments.size(), new Span(frontier, frontier + 1), frontier, List.of(1L), 0, ""));
    }
    return with(item, item.standing(), item.amount(), segments);
  }

  private static ItemView with(
      ItemView item,
      ItemView.Standing standing,
      ItemView.Amount amount,
      List<SegmentView> segments) {
    return new ItemView(
        item.id(),
        item.name(),
        item.address(),
        item.place(),
        standing,
        amount,
        item.file(),
        item.proof(),
        segments,
        item.why());
  }

  private static Span span(long length) {
    return new Span(0, length);
  }
}
