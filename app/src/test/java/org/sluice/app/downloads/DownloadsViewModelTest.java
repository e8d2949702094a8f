package org.sluice.app.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluice.app.terminal.Items;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.range.Spans;

class DownloadsViewModelTest {
  private static final long SECOND = 1_000_000_000L;

  private final FakeList feed = new FakeList();
  private final DownloadsViewModel model =
      new DownloadsViewModel(feed, new SimpleObjectProperty<>(Path.of("/d")));
  private long nowNanos = 5 * SECOND;

  @BeforeEach
  void begin() {
    feed.items =
        new ArrayList<>(
            List.of(
                Items.running(1, "b.iso", 100 << 20, 10 << 20),
                Items.item(2, "a.zip", ItemState.QUEUED, StateReason.NONE, -1, Spans.EMPTY),
                Items.item(3, "c.pdf", ItemState.COMPLETE, StateReason.NONE, 5, Spans.EMPTY),
                Items.item(4, "d.deb", ItemState.FAILED, StateReason.NONE, 9, Spans.EMPTY),
                Items.item(5, "e.zip", ItemState.PAUSED, StateReason.BY_USER, 9, Spans.EMPTY)));
    refresh();
  }

  @Test
  void everyFilterIsCounted() {
    Counts counts = model.countsProperty().get();
    assertThat(counts.all()).isEqualTo(5);
    assertThat(counts.of(new Filter.InState(StateGroup.ACTIVE))).isEqualTo(1);
    assertThat(counts.of(new Filter.InState(StateGroup.FAILED))).isEqualTo(1);
    assertThat(counts.of(new Filter.InCategory("archives"))).isEqualTo(2);
    assertThat(counts.of(new Filter.InQueue("main"))).isEqualTo(5);
  }

  @Test
  void theFilterAndTheSearchDecideTogether() {
    model.filterProperty().set(new Filter.InCategory("archives"));
    assertThat(names()).containsExactly("a.zip", "e.zip");
    model.searchProperty().set("E.ZIP example.org");
    assertThat(names()).containsExactly("e.zip");
    model.searchProperty().set("nothing");
    assertThat(names()).isEmpty();
  }

  @Test
  void theSearchKnowsANewName() {
    model.searchProperty().set("  iso ");
    assertThat(names()).containsExactly("b.iso");
    feed.items.set(0, Items.running(1, "b.img", 100 << 20, 20 << 20));
    refresh();
    assertThat(names()).isEmpty();
    model.searchProperty().set("img");
    assertThat(names()).containsExactly("b.img");
  }

  @Test
  void rowsStayTheSameObjects() {
    DownloadRow row = model.rows().getFirst();
    feed.items.set(0, Items.running(1, "b.iso", 100 << 20, 20 << 20));
    refresh();
    assertThat(model.rows().getFirst()).isSameAs(row);
    assertThat(CellTexts.percent(row.item())).isEqualTo(20);
  }

  @Test
  void aLiveOrderMovesOnceASecondAndNotUnderThePointer() {
    model.shown().sortBy(Column.SPEED.order().reversed(), true);
    assertThat(names()).first().isEqualTo("b.iso");
    feed.items.set(4, speed(Items.running(5, "e.zip", 9, 1), 50 << 20));
    model.shown().hold(true);
    refresh();
    nowNanos += SECOND;
    refresh();
    assertThat(names()).first().isEqualTo("b.iso");
    model.shown().hold(false);
    nowNanos += SECOND;
    refresh();
    assertThat(names()).first().isEqualTo("e.zip");
  }

  @Test
  void whatIsRemovedIsHiddenAndLeavesWhenItsTimeIsOver() {
    DownloadRow row = model.rows().getFirst();
    Set<ItemId> ids = model.rowWishes().remove(List.of(row));
    assertThat(names()).doesNotContain("b.iso");
    assertThat(feed.asked).containsExactly("pause 1");
    model.rowWishes().undoRemove(ids);
    assertThat(names()).contains("b.iso");
    assertThat(feed.asked).containsExactly("pause 1", "resume 1");
    model.rowWishes().remove(List.of(row));
    nowNanos += Removals.KEPT_NANOS;
    refresh();
    assertThat(feed.asked).endsWith("remove 1");
  }

  @Test
  void closingForgetsNoRemoval() {
    model.rowWishes().remove(List.of(model.rows().get(2)));
    model.close();
    assertThat(feed.asked).containsExactly("remove 3");
  }

  @Test
  void onlyWhatCanBePausedIsPaused() {
    model.rowWishes().pause(List.copyOf(model.rows()));
    assertThat(feed.asked).containsExactly("pause 1", "pause 2");
    feed.asked.clear();
    model.rowWishes().resume(List.copyOf(model.rows()));
    assertThat(feed.asked).containsExactly("resume 4", "resume 5");
  }

  @Test
  void queuedOnesSayWhereTheyStand() {
    feed.items.add(Items.item(6, "f.zip", ItemState.QUEUED, StateReason.NONE, -1, Spans.EMPTY));
    refresh();
    assertThat(model.rows().get(1).queuePlace()).isEqualTo("1st");
    assertThat(model.rows().get(5).queuePlace()).isEqualTo("2nd");
  }

  @Test
  void aRefusedWishIsSaid() {
    feed.refusal = new IllegalStateException("the list cannot be written");
    model.rowWishes().pause(List.copyOf(model.rows()));
    refresh();
    assertThat(model.complaintProperty().get()).isEqualTo("the list cannot be written");
  }

  @Test
  void whatHappenedIsInTheLog() {
    feed.items.set(
        0,
        Items.saying(
            Items.item(1, "b.iso", ItemState.FAILED, StateReason.REFUSED, 9, Spans.EMPTY),
            "The server said no"));
    refresh();
    RowHistory history = model.rows().getFirst().history();
    assertThat(history).isNotNull();
    assertThat(history.lines())
        .last()
        .extracting(RowHistory.Line::words)
        .asString()
        .contains("The server said no");
  }

  /// The numbers of the leases are others than those of the tab of the segments.
  @Test
  void aSegmentIsLoggedByItsFirstByte() {
    RowHistory history = new RowHistory();
    history.begin(Items.segments(Items.running(1, "b.iso", 100, 10), 0, 50), Items.NOW);
    assertThat(history.lines())
        .extracting(RowHistory.Line::words)
        .containsExactly("segment from byte 0: ", "segment from byte 50: ");
  }

  /// What is told to the table is laid out anew: with ten thousand rows that is most of the work.
  @Test
  void aDownloadThatChangesDoesNotMoveTheRows() {
    feed.items = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      feed.items.add(
          Items.item(i, "f" + i + ".zip", ItemState.QUEUED, StateReason.NONE, i, Spans.EMPTY));
    }
    refresh();
    List<Object> told = new ArrayList<>();
    model.rows().addListener((ListChangeListener<DownloadRow>) told::add);
    for (int i = 0; i < 20; i++) {
      feed.items.set(i, Items.running(i + 1, "f" + i + ".zip", 100, i + 1));
      refresh();
    }
    assertThat(model.rows())
        .hasSize(100)
        .element(19)
        .matches(row -> row.group() == StateGroup.ACTIVE);
    assertThat(told).isEmpty();
    feed.items.removeFirst();
    refresh();
    assertThat(told).as("one that leaves").hasSize(1);
  }

  private void refresh() {
    nowNanos += 100_000_000L;
    feed.now = feed.now.plusMillis(100);
    model.refresh(nowNanos);
  }

  private List<String> names() {
    return model.rows().stream().map(row -> row.item().name()).toList();
  }

  private static ItemView speed(ItemView item, long bytesPerSecond) {
    return Items.amount(item, bytesPerSecond, -1, -1, 1);
  }

  /// What moves in the window for it moves no longer.
  @Test
  void thatAServerIsAskedIsKnownAndOver() {
    assertThat(model.askedProperty().get()).isFalse();
    feed.items.set(0, Items.item(1, "b.iso", ItemState.RUNNING, StateReason.NONE, -1, Spans.EMPTY));
    refresh();
    assertThat(model.askedProperty().get()).isTrue();
    feed.items.set(
        0, Items.item(1, "b.iso", ItemState.PAUSED, StateReason.BY_USER, -1, Spans.EMPTY));
    refresh();
    assertThat(model.askedProperty().get()).isFalse();
  }

  @Test
  void whatIsRevealedIsSelectedWhateverHidesIt() {
    model.filterProperty().set(new Filter.InState(StateGroup.FAILED));
    model.searchProperty().set("d.deb");
    assertThat(names()).containsExactly("d.deb");
    model.reveal(model.find(new ItemId(3)));
    assertThat(model.filterProperty().get()).isEqualTo(new Filter.All());
    assertThat(model.searchProperty().get()).isEmpty();
    assertThat(names()).contains("c.pdf");
    assertThat(model.lead()).isEqualTo(model.find(new ItemId(3)));
  }

  @Test
  void aNewOneIsRevealedOnceItIsSeen() {
    model.revealNew(new ItemId(9));
    refresh();
    assertThat(model.lead()).isNull();
    feed.items.add(Items.running(9, "new.iso", 100, 1));
    refresh();
    refresh();
    assertThat(model.lead()).isEqualTo(model.find(new ItemId(9)));
  }

  @Test
  void theTableIsToldOfAnotherPlaceInTheQueueAndOfAChecksum() {
    DownloadRow queued = model.find(new ItemId(2));
    int told = queued.asidesProperty().get();
    queued.queuePlace("7th");
    queued.queuePlace("7th");
    assertThat(queued.asidesProperty().get()).isEqualTo(told + 1);
    DownloadRow complete = model.find(new ItemId(3));
    complete.hasChecksum(true);
    assertThat(complete.isVerified()).isTrue();
    assertThat(complete.asidesProperty().get()).isPositive();
  }

  @Test
  void theNextOneIsKnownBeforeOneIsRemovedAndTheLastRemovalIsUndone() {
    List<DownloadRow> rows = List.copyOf(model.rows());
    assertThat(model.shown().after(List.of(rows.get(1)))).isEqualTo(rows.get(2));
    assertThat(model.shown().after(List.of(rows.get(4), rows.get(3)))).isEqualTo(rows.get(2));
    assertThat(model.shown().after(rows)).isNull();
    assertThat(model.rowWishes().canUndoRemove()).isFalse();
    model.rowWishes().remove(List.of(rows.get(1), rows.get(2)));
    assertThat(model.rows()).hasSize(3);
    assertThat(model.rowWishes().canUndoRemove()).isTrue();
    model.rowWishes().undoLastRemove();
    assertThat(model.rows()).isEqualTo(rows);
    assertThat(model.rowWishes().canUndoRemove()).isFalse();
  }
}
