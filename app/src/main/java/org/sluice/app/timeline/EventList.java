package org.sluice.app.timeline;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableListBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.TextWidth;
import org.sluice.app.said.Said;
import org.sluice.app.tape.EventWords;
import org.sluice.app.tape.Tape;
import org.sluice.app.tape.TapeSteps;
import org.sluice.engine.trace.TraceEvent;

/// The timeline as a table: time, socket, event, state. It is the same record: its selected row is the
/// cursor.
final class EventList extends TableView<TraceEvent> {
  /// Events before the selected one that can be seen above it.
  private static final int ROWS_ABOVE = 3;

  private static final double WORDS = 400;
  private static final double SCROLL_BAR = 14;

  private final TravelViewModel travel;
  private final Rows rows = new Rows();
  private long wallOffsetNanos;
  private boolean following;
  private boolean moving;

  EventList(TravelViewModel travel) {
    this.travel = travel;
    setId("event-list");
    getStyleClass().addAll("socket-table", "edge-to-edge", "dense", "event-list", "pane-begin");
    setFixedCellSize(22);
    setAccessibleText(TimelineWords.text("list.accessible"));
    setPlaceholder(new Label(TimelineWords.text("list.empty")));
    getColumns().add(column("time", 130, e -> Clock.millis(e.nanos() + wallOffsetNanos)));
    getColumns().add(column("socket", 70, e -> number(TapeSteps.socketOf(e), "")));
    getColumns().add(column("transfer", 80, e -> number(TapeSteps.transferOf(e), "E")));
    getColumns().add(column("kind", 80, EventWords::kind));
    getColumns().add(column("state", 110, EventWords::state));
    getColumns().add(column("event", WORDS, event -> Said.of(EventWords.of(event))));
    widthProperty().subscribe(this::fitWords);
    setItems(rows);
    getSelectionModel()
        .selectedIndexProperty()
        .subscribe(
            index -> {
              if (!moving && index.intValue() >= 0) {
                travel.goToEvent(rows.place(index.intValue()));
              }
            });
    travel.movesProperty().subscribe(_ -> select());
  }

  /// The words take what the others leave; in a narrow window one scrolls to them.
  private void fitWords(Number width) {
    TableColumn<TraceEvent, ?> words = getColumns().getLast();
    double others = SCROLL_BAR;
    for (TableColumn<TraceEvent, ?> each : getColumns()) {
      others += each.equals(words) ? 0 : each.getWidth();
    }
    words.setPrefWidth(Math.max(WORDS, width.doubleValue() - others));
  }

  /// The row of the last event before the cursor is the selected one.
  private void select() {
    if (!following || moving) {
      return;
    }
    moving = true;
    long place = travel.position() - 1;
    if (!travel.isLive() && rows.row(place) < 0) {
      rows.show(travel.tape()); // it has come since the last time
    }
    int row = rows.row(place);
    if (travel.isLive() || row < 0) {
      getSelectionModel().clearSelection();
    } else if (getSelectionModel().getSelectedIndex() != row) {
      getSelectionModel().clearAndSelect(row);
      scrollTo(Math.max(0, row - ROWS_ABOVE));
    }
    moving = false;
  }

  /// Whether it is shown, and so has to be renewed.
  void follow(boolean shown) {
    following = shown;
    if (shown) {
      renew();
      if (travel.isLive()) {
        scrollTo(rows.size() - 1);
      }
    }
  }

  void refresh(long wallOffset) {
    wallOffsetNanos = wallOffset;
    if (following && travel.isLive()) {
      renew();
      scrollTo(rows.size() - 1);
    } else if (following && !rows.isOf(travel.tape())) {
      renew();
    }
  }

  private void renew() {
    moving = true;
    rows.show(travel.tape());
    moving = false;
    select();
  }

  private static String number(long value, String before) {
    return value == 0 ? "" : before + value;
  }

  private static TableColumn<TraceEvent, String> column(
      String key, double width, Function<TraceEvent, String> words) {
    TableColumn<TraceEvent, String> column = new TableColumn<>(TimelineWords.text("column." + key));
    column.setPrefWidth(Math.max(width, TextWidth.header(column.getText())));
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(
        features -> new ReadOnlyStringWrapper(words.apply(features.getValue())));
    if (!key.equals("event")) {
      column.getStyleClass().add("muted");
    }
    return column;
  }

  /// The events of a tape between two positions, without a copy.
  private static final class Rows extends ObservableListBase<TraceEvent> {
    private @Nullable Tape tape;
    private long begin;
    private int size;

    void show(Tape shown) {
      beginChange();
      int before = size;
      tape = shown;
      begin = shown.begin();
      size = (int) (shown.end() - shown.begin());
      nextReplace(0, size, java.util.Collections.nCopies(before, null));
      endChange();
    }

    /// The place in the record of the event in a row.
    long place(int row) {
      return begin + row;
    }

    /// The row of a place in the record; -1 for none.
    int row(long place) {
      return place < begin || place >= begin + size ? -1 : (int) (place - begin);
    }

    boolean isOf(Tape other) {
      return other.equals(tape) && other.begin() == begin;
    }

    @Override
    public TraceEvent get(int index) {
      if (tape == null) {
        throw new IndexOutOfBoundsException(index);
      }
      return tape.event(Math.max(tape.begin(), begin + index));
    }

    @Override
    public int size() {
      return size;
    }
  }
}
