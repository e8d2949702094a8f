package org.sluice.app.downloads;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Amounts;
import org.sluice.app.fx.Direction;
import org.sluice.app.fx.Drawing;
import org.sluice.app.fx.Messages;
import org.sluice.app.fx.TokenPaints;
import org.sluice.app.fx.TokenPaints.Token;
import org.sluice.app.monitor.PollPill;
import org.sluice.engine.loop.LoopSnapshot;

/// Who fetches which bytes: a map of the file, and a line for each segment.
final class SegmentsTab extends VBox {
  private final ObservableBooleanValue pollWords;
  private static final double MAP = 18;
  private static final double ROW = 26;

  private final TokenPaints paints;
  private final SegmentMap map;
  private final TableView<SegmentRow> table = new TableView<>();

  SegmentsTab(TokenPaints paints, ObservableBooleanValue pollWords) {
    this.pollWords = pollWords;
    pollWords.subscribe(table::refresh);
    this.paints = paints;
    map = new SegmentMap(paints);
    getStyleClass().add("segments-tab");
    Pane holder =
        new Pane(map) {
          @Override
          protected void layoutChildren() {
            map.resizeRelocate(12, 10, Math.max(10, getWidth() - 24), MAP);
          }
        };
    Direction.leftToRight(holder); // as the bytes run
    holder.setMinHeight(MAP + 16);
    holder.setPrefHeight(MAP + 16);
    table.setId("segments");
    table.getStyleClass().addAll("detail-table", "edge-to-edge");
    table.setFixedCellSize(ROW);
    table.setPlaceholder(new Label(DownloadsWords.text("segments.empty")));
    table.setAccessibleText(DownloadsWords.text("tab.segments"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table
        .getColumns()
        .addAll(
            List.of(
                text("number", 40, false, row -> Integer.toString(row.number())),
                Lists.atLeast(190, text("range", 210, true, SegmentRow::range)),
                done(),
                text("received", 84, true, row -> CellTexts.size(row.received())),
                Lists.atLeast(
                    76, text("speed", 88, true, row -> CellTexts.speed(row.bytesPerSecond()))),
                Lists.styled(
                    "socket-cell",
                    Lists.atLeast(
                        64,
                        text(
                            "socket",
                            68,
                            true,
                            row ->
                                row.socket() == 0 ? CellTexts.NONE : Long.toString(row.socket())))),
                poll(),
                Lists.styled(
                    "muted",
                    text(
                        "handle",
                        64,
                        false,
                        row -> row.handle() == 0 ? CellTexts.NONE : "E" + row.handle())),
                Lists.atLeast(
                    96, Lists.styled("muted", text("state", 110, false, SegmentsTab::state)))));
    Lists.giveWay(table, "state", 860);
    Lists.giveWay(table, "handle", 780);
    Lists.giveWay(table, "received", 700);
    Lists.giveWay(table, "speed", 595);
    Lists.giveWay(table, "done", 530);
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(holder, table);
    paints.onChange(map::redraw);
  }

  void show(@Nullable DownloadRow row, @Nullable LoopSnapshot loop) {
    List<SegmentRow> rows =
        row == null ? List.of() : SegmentRow.of(row.item(), loop, row.history());
    Lists.show(table.getItems(), rows);
    map.show(row == null ? null : row.item(), rows);
  }

  private static String state(SegmentRow row) {
    if (row.state() == null) {
      return CellTexts.NONE;
    }
    String words = Messages.text("state." + row.state());
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static TableColumn<SegmentRow, SegmentRow> column(String key, double width) {
    return Lists.column(key, DownloadsWords.text("segments." + key), width);
  }

  private static TableColumn<SegmentRow, SegmentRow> text(
      String key, double width, boolean numeric, Function<SegmentRow, String> words) {
    return Lists.text(key, DownloadsWords.text("segments." + key), width, numeric, words);
  }

  private TableColumn<SegmentRow, SegmentRow> done() {
    TableColumn<SegmentRow, SegmentRow> column = Lists.atLeast(116, column("done", 120));
    column.setCellFactory(_ -> new DoneCell(paints));
    return column;
  }

  private TableColumn<SegmentRow, SegmentRow> poll() {
    TableColumn<SegmentRow, SegmentRow> column = column("poll", 104);
    column.setMinWidth(98);
    column.setCellFactory(
        _ ->
            new TableCell<>() {
              private final PollPill pill = new PollPill();

              @Override
              protected void updateItem(@Nullable SegmentRow row, boolean empty) {
                super.updateItem(row, empty);
                if (empty || row == null || row.poll() == null) {
                  setGraphic(null);
                  setAccessibleText(null);
                } else {
                  pill.words(pollWords.get());
                  pill.show(row.poll());
                  setGraphic(pill);
                  setAccessibleText(pill.getAccessibleText());
                }
              }
            });
    return column;
  }

  private static final class DoneCell extends TableCell<SegmentRow, SegmentRow> {
    private final DoneBar bar;

    DoneCell(TokenPaints paints) {
      bar = new DoneBar(paints);
      setGraphicTextGap(8);
    }

    @Override
    protected void updateItem(@Nullable SegmentRow row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setGraphic(null);
        setText(null);
        return;
      }
      bar.show(row.percent());
      setGraphic(bar);
      setText(Amounts.percent(row.percent()));
    }
  }

  private static final class DoneBar extends Drawing {
    private static final double LENGTH = 54;
    private static final double THICK = 4;
    private final TokenPaints paints;
    private int percent;

    DoneBar(TokenPaints paints) {
      this.paints = paints;
      setMinSize(LENGTH, THICK);
      setMaxSize(LENGTH, THICK);
    }

    void show(int now) {
      percent = now;
      redraw();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
      g.setFill(paints.get(Token.TRACK));
      g.fillRoundRect(0, 0, width, height, THICK, THICK);
      g.setFill(paints.get(Token.ACCENT));
      g.fillRoundRect(0, 0, width * percent / 100, height, THICK, THICK);
    }
  }
}
