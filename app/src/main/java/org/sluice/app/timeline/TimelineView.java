package org.sluice.app.timeline;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.sluice.app.fx.Direction;
import org.sluice.app.fx.TokenPaints;

/// The timeline: legend, clock and timer, a lane for each socket, the cursor, and below it the whole
/// record; or the same events as a list.
public final class TimelineView extends BorderPane {
  /// The width of what stands left of the bands.
  static final double LABELS = 216;

  private final TimelineViewModel model;
  private final TravelViewModel travel;
  private final LanesPane lanes;
  private final TimerLane timerLane;
  private final OverviewBar overview;
  private final EventList events;
  private final CursorCard card;
  private final Region cursor = new Region();
  private final Label armed = new Label();
  private final Label span = new Label();
  private final BooleanProperty asList = new SimpleBooleanProperty();
  private long wallOffsetNanos;

  public TimelineView(TimelineViewModel model, TravelViewModel travel, TokenPaints paints) {
    this.model = model;
    this.travel = travel;
    this.timerLane = new TimerLane(paints);
    this.lanes =
        new LanesPane(
            model,
            paints,
            new LaneWords(model.window(), nanos -> Clock.tenths(nanos + wallOffsetNanos)));
    this.overview = new OverviewBar(travel, paints);
    this.events = new EventList(travel);
    this.card = new CursorCard(travel);
    Direction.leftToRight(this); // as time runs
    getStyleClass().add("timeline");
    cursor.getStyleClass().add("time-cursor");
    cursor.setManaged(false);
    cursor.setMouseTransparent(true);
    card.setManaged(false);
    card.setMouseTransparent(true);
    BorderPane picture = new BorderPane(lanes);
    picture.setTop(clockRow());
    StackPane centre = new StackPane(picture, cursor, card, events);
    centre.setMinHeight(0);
    events.visibleProperty().bind(asList);
    picture.visibleProperty().bind(asList.not());
    asList.subscribe(shown -> events.follow(shown));
    setTop(new TimelineLegend(travel, span, asList));
    setCenter(centre);
    setBottom(overview);
    setMinHeight(160);
    picture.addEventFilter(MouseEvent.MOUSE_PRESSED, this::point);
    picture.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::point);
    picture.addEventFilter(ScrollEvent.SCROLL, this::wheel);
  }

  /// The list of lanes, for a selection that is shared with the table.
  public ListView<Lane> lanes() {
    return lanes.list();
  }

  /// Called when the lanes are to be drawn again, although the time has not gone on.
  public void onChange(Runnable then) {
    lanes.onChange(then);
  }

  /// The whole record, and which part of it is shown.
  public Node overview() {
    return overview;
  }

  /// Whether the events stand in a list instead of in lanes.
  public BooleanProperty asListProperty() {
    return asList;
  }

  /// The moment under the cursor and what happened at it, for who does not see it.
  public String spokenCursor() {
    if (travel.isLive()) {
      return TimelineWords.text("live.now");
    }
    card.refresh(wallOffsetNanos);
    return card.spoken();
  }

  /// Whether the arrow keys belong to a node and not to the cursor.
  public boolean keepsArrows(Node focus) {
    return overview.hasThumb(focus);
  }

  private void point(MouseEvent event) {
    double x = event.getX() - LABELS;
    if (event.getButton() == MouseButton.PRIMARY && x >= 0 && x <= lanes.bandWidth()) {
      travel.goTo(scale().nanos(x));
    }
  }

  private void wheel(ScrollEvent event) {
    if (event.isShortcutDown() && event.getDeltaY() != 0) {
      if (event.getDeltaY() > 0) {
        travel.zoomIn();
      } else {
        travel.zoomOut();
      }
      event.consume();
    }
  }

  private TimeScale scale() {
    TimeWindow window = model.window();
    return new TimeScale(
        window.fromNanos(), window.toNanos(), Math.max(1, lanes.bandWidth()), wallOffsetNanos);
  }

  /// Draws the part of the time that is shown.
  ///
  /// @param wallOffset what to add to a moment for the wall clock
  public void draw(long wallOffset) {
    wallOffsetNanos = wallOffset;
    TimeScale scale = scale();
    if (scale.width() <= 1 || getHeight() <= 0) {
      return;
    }
    if (!asList.get()) {
      timerLane.draw(model.timer(), scale);
      lanes.draw(scale);
      placeCursor(scale);
    }
    overview.draw();
  }

  private void placeCursor(TimeScale scale) {
    boolean shown = !travel.isLive() && scale.shows(travel.nanos());
    cursor.setVisible(shown);
    card.setVisible(shown);
    if (!shown) {
      return;
    }
    double height = TimerLane.HEIGHT + lanes.getHeight();
    double x = LABELS + Math.round(scale.x(travel.nanos()));
    cursor.resizeRelocate(x, 22, 1, Math.max(0, height - 22));
    double wide = card.prefWidth(-1);
    double high = card.prefHeight(wide);
    double left = x + 16 + wide > getWidth() - 16 ? x - 16 - wide : x + 16;
    double top = Math.min(Math.max(26, height - high - 8), Math.max(0, height - high));
    card.resizeRelocate(left, top, wide, high);
  }

  /// Renews the words; ten times a second.
  ///
  /// @param armedWords how long the timer was armed for
  public void refresh(String armedWords, long wallOffset) {
    wallOffsetNanos = wallOffset;
    armed.setText(armedWords);
    span.setText(Spans.of(model.window().spanNanos()));
    overview.refresh();
    card.refresh(wallOffset);
    events.refresh(wallOffset);
  }

  private HBox clockRow() {
    Label name =
        new Label(TimelineWords.text("timer"), new FontIcon(MaterialDesignT.TIMER_OUTLINE));
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

  /// What of the timeline is a picture: clock, timer and lanes.
  public Node picture() {
    return ((StackPane) getCenter()).getChildren().getFirst();
  }
}
