package org.sluice.app.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.sluice.app.fx.Glyph;
import org.sluice.app.fx.Messages;
import org.sluice.app.fx.TokenPaints;
import org.sluice.engine.multi.Poll;

/// The timeline: legend, clock and timer, and a list with one lane a socket.
public final class TimelineView extends BorderPane {
  static final double LABELS = 216;
  private static final double SCROLL_BAR = 12;

  private final TimelineViewModel model;
  private final ListView<Lane> list = new ListView<>();
  private final List<LaneCell> cells = new ArrayList<>();
  private final TimerLane timerLane;
  private final Label armed = new Label();

  public TimelineView(TimelineViewModel model, TokenPaints paints) {
    this.model = model;
    this.timerLane = new TimerLane(paints);
    getStyleClass().add("timeline");
    setTop(new VBox(legend(), clockRow()));
    list.setId("timeline-lanes");
    list.getStyleClass().add("lanes");
    list.setFixedCellSize(LaneCell.HEIGHT);
    list.setItems(model.lanes());
    list.setAccessibleText(Messages.text("timeline.accessible"));
    list.setPlaceholder(new Label(Messages.text("timeline.empty")));
    list.setCellFactory(
        _ -> {
          LaneCell cell = new LaneCell(paints);
          cells.add(cell);
          return cell;
        });
    setCenter(list);
    setMinHeight(120);
  }

  /// The list of lanes, for a selection that is shared with the table.
  public ListView<Lane> lanes() {
    return list;
  }

  /// Draws the window that ends at a moment.
  public void draw(long endNanos, long wallOffsetNanos) {
    double width = Math.floor(list.getWidth() - LABELS - SCROLL_BAR);
    if (width < 1) {
      return;
    }
    TimeScale scale =
        new TimeScale(endNanos - TimelineViewModel.WINDOW_NANOS, endNanos, width, wallOffsetNanos);
    timerLane.setWidth(width);
    timerLane.draw(model.timer(), scale);
    for (LaneCell cell : cells) {
      cell.draw(scale);
    }
  }

  /// Says how long the timer was armed for; ten times a second.
  public void showArmed(String words) {
    armed.setText(words);
  }

  private static HBox legend() {
    Label title = new Label(Messages.text("timeline.title"));
    title.getStyleClass().add("sl-semibold");
    HBox legend = new HBox(16, title);
    legend.getStyleClass().add("timeline-legend");
    legend.setAlignment(Pos.CENTER_LEFT);
    for (Poll poll : new Poll[] {Poll.IN, Poll.OUT, Poll.INOUT, Poll.NONE, Poll.REMOVE}) {
      Label name = new Label(poll.name());
      name.getStyleClass().add("sl-medium");
      Label place = new Label(Messages.text("timeline.place." + poll));
      place.getStyleClass().add("muted");
      HBox entry = new HBox(5, new Glyph(poll, 14), name, place);
      entry.setAlignment(Pos.CENTER_LEFT);
      legend.getChildren().add(entry);
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label window = new Label(Messages.text("timeline.window"));
    window.getStyleClass().add("muted");
    legend
        .getChildren()
        .addAll(
            hint("ticks", "M0 2h4v8H0z M5 2h4v8H5z M10 2h4v8h-4z"),
            hint("fired", "M0 10 4.5 2 9 10z"),
            space,
            window);
    return legend;
  }

  private static Label hint(String key, String path) {
    SVGPath mark = new SVGPath();
    mark.setContent(path);
    mark.getStyleClass().add("legend-" + key);
    Label label = new Label(Messages.text("timeline." + key), mark);
    label.setGraphicTextGap(6);
    label.getStyleClass().add("muted");
    label.setMinWidth(0);
    return label;
  }

  private HBox clockRow() {
    Label name =
        new Label(Messages.text("timeline.timer"), new FontIcon(MaterialDesignT.TIMER_OUTLINE));
    name.getStyleClass().add("sl-medium");
    armed.getStyleClass().add("muted");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox label = new HBox(8, name, space, armed);
    label.getStyleClass().add("timer-label");
    label.setAlignment(Pos.BOTTOM_LEFT);
    label.setMinWidth(LABELS);
    label.setPrefWidth(LABELS);
    label.setMaxWidth(LABELS);
    Pane holder = new Pane(timerLane);
    holder.setMinWidth(0);
    holder.setPrefSize(0, TimerLane.HEIGHT);
    HBox.setHgrow(holder, Priority.ALWAYS);
    HBox row = new HBox(label, holder);
    row.getStyleClass().add("clock-row");
    return row;
  }
}
