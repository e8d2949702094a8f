package org.sluice.app.downloads;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Amounts;
import org.sluice.app.fx.Direction;
import org.sluice.app.fx.Messages;
import org.sluice.app.fx.TokenPaints;
import org.sluice.app.fx.TokenPaints.Token;
import org.sluice.app.monitor.PollPill;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.range.Span;

/// Who fetches which bytes: a map of the file, and a line for each segment.
final class SegmentsTab extends VBox {
  private final ObservableBooleanValue pollWords;
  private static final double MAP = 18;
  private static final double ROW = 26;

  private final TokenPaints paints;
  private final Canvas map = new Canvas(100, MAP);
  private final TableView<SegmentRow> table = new TableView<>();
  private @Nullable ItemView shown;
  private List<SegmentRow> rows = List.of();

  SegmentsTab(TokenPaints paints, ObservableBooleanValue pollWords) {
    this.pollWords = pollWords;
    pollWords.subscribe(table::refresh);
    this.paints = paints;
    getStyleClass().add("segments-tab");
    Pane holder =
        new Pane(map) {
          @Override
          protected void layoutChildren() {
            map.setWidth(Math.max(10, getWidth() - 24));
            map.relocate(12, 10);
            drawMap();
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
                Lists.styled("muted", text("state", 110, false, SegmentsTab::state))));
    Lists.giveWay(table, "state", 860);
    Lists.giveWay(table, "handle", 780);
    Lists.giveWay(table, "received", 700);
    Lists.giveWay(table, "speed", 595);
    Lists.giveWay(table, "done", 530);
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(holder, table);
    paints.onChange(this::drawMap);
  }

  void show(@Nullable DownloadRow row, @Nullable LoopSnapshot loop) {
    shown = row == null ? null : row.item();
    rows = row == null ? List.of() : SegmentRow.of(row.item(), loop, row.history());
    Lists.show(table.getItems(), rows);
    drawMap();
  }

  private static String state(SegmentRow row) {
    if (row.state() == null) {
      return CellTexts.NONE;
    }
    String words = Messages.text("state." + row.state());
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private void drawMap() {
    GraphicsContext g = map.getGraphicsContext2D();
    double width = map.getWidth();
    g.clearRect(0, 0, width, MAP);
    g.setFill(paints.get(Token.TRACK));
    g.fillRoundRect(0, 0, width, MAP, 6, 6);
    ItemView item = shown;
    if (item == null || item.amount().length() <= 0) {
      return;
    }
    double scale = width / item.amount().length();
    Paint fill = SegmentStrip.colour(item, StateGroup.of(item), paints);
    g.setFill(fill);
    for (Span span : item.file().spans().spans()) {
      g.fillRect(span.from() * scale, 0, Math.max(1, span.length() * scale), MAP);
    }
    g.setFont(Font.font("IBM Plex Sans SmBld", 11));
    g.setTextBaseline(javafx.geometry.VPos.CENTER);
    for (SegmentRow row : rows) {
      double left = row.from() * scale;
      g.setFill(paints.get(Token.BACKGROUND));
      if (row.from() > 0) {
        g.fillRect(left - 1, 0, 2, MAP);
      }
      double filled = row.received() * scale;
      if (filled > 62) {
        g.setFill(paints.get(Token.ON_ACCENT));
        g.fillText(row.number() + "  " + Amounts.percent(row.percent()), left + 7, MAP / 2);
      } else if (filled > 20) {
        g.setFill(paints.get(Token.ON_ACCENT));
        g.fillText(Integer.toString(row.number()), left + 7, MAP / 2);
      }
    }
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
    private static final double BAR = 54;
    private final TokenPaints paints;
    private final Canvas canvas = new Canvas(BAR, 4);

    DoneCell(TokenPaints paints) {
      this.paints = paints;
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
      GraphicsContext g = canvas.getGraphicsContext2D();
      g.clearRect(0, 0, BAR, 4);
      g.setFill(paints.get(Token.TRACK));
      g.fillRoundRect(0, 0, BAR, 4, 4, 4);
      g.setFill(paints.get(Token.ACCENT));
      g.fillRoundRect(0, 0, BAR * row.percent() / 100, 4, 4, 4);
      setGraphic(canvas);
      setText(Amounts.percent(row.percent()));
    }
  }
}
