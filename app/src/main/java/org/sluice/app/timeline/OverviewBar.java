package org.sluice.app.timeline;

import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.sluice.app.fx.Amounts;
import org.sluice.app.fx.Drawing;
import org.sluice.app.fx.TokenPaints;
import org.sluice.app.fx.TokenPaints.Token;
import org.sluice.app.tape.Tape;

/// The whole record as a row of bars, a bar for what happened in a while, and a brush over the part
/// that is shown: its two ends and its middle can be dragged, or moved by the arrow keys.
final class OverviewBar extends HBox {
  private static final double BAR = 9;
  private static final double HEIGHT = 46;

  /// What a pointer can hit; each end and what is between them has this width.
  private static final double THUMB = 24;

  private static final double STEP = 0.02;

  /// What of the brush is moved.
  private enum Part {
    FROM,
    WHOLE,
    TO
  }

  private static final int LONGEST_LIVE = 7;
  private static final long TENTH = 100_000_000L;

  private final TravelViewModel travel;
  private final TokenPaints paints;
  private final Label words = new Label();
  private final Button live = new Button();
  private final Label liveKey = new Label(TimelineWords.text("live.key"));
  private final Bars events = new Bars();
  private final Region brush = new Region();
  private final Thumb from = new Thumb(Part.FROM);
  private final Thumb whole = new Thumb(Part.WHOLE);
  private final Thumb to = new Thumb(Part.TO);
  private final Region mark = new Region();
  private final Pane bars = new Pane(events, brush, mark, whole, from, to);
  private long shownBegin = -1;
  private long shownEnd = -1;
  private long baseNanos;

  private Part dragged = Part.WHOLE;

  /// From the part that is dragged to the mouse.
  private double grabbed;

  OverviewBar(TravelViewModel travel, TokenPaints paints) {
    this.travel = travel;
    this.paints = paints;
    setId("overview");
    paints.onChange(() -> shownEnd = -1); // the bars are drawn anew with the next refresh
    getStyleClass().add("overview");
    setAlignment(Pos.CENTER_LEFT);
    words.setId("overview-words");
    words.getStyleClass().add("muted");
    words.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    live.setId("live-end");
    live.getStyleClass().addAll("accent", "small");
    liveKey.getStyleClass().add("key-cap");
    nameLive();
    live.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    live.setMinWidth(Region.USE_PREF_SIZE);
    live.setTooltip(new Tooltip(TimelineWords.text("live.tip")));
    live.setOnAction(_ -> travel.live());
    live.visibleProperty().bind(travel.liveProperty().not());
    live.managedProperty().bind(live.visibleProperty());
    words.setMinWidth(Region.USE_PREF_SIZE);
    HBox side =
        new HBox(
            2,
            words,
            space,
            TimelineLegend.icon(
                "step-back", MaterialDesignS.SKIP_PREVIOUS, "back", () -> travel.stepEvent(false)),
            TimelineLegend.icon(
                "step-on", MaterialDesignS.SKIP_NEXT, "on", () -> travel.stepEvent(true)),
            live);
    side.setAlignment(Pos.CENTER_LEFT);
    side.getStyleClass().add("overview-side");
    side.setMinWidth(TimelineView.LABELS);
    side.setPrefWidth(TimelineView.LABELS);
    side.setMaxWidth(TimelineView.LABELS);
    HBox.setHgrow(bars, Priority.ALWAYS);
    bars.setMinSize(0, HEIGHT - 8);
    bars.setPrefSize(0, HEIGHT - 8);
    bars.setMaxHeight(HEIGHT - 8);
    brush.getStyleClass().add("brush");
    brush.setManaged(false);
    brush.setMouseTransparent(true);
    mark.getStyleClass().add("brush-mark");
    mark.setManaged(false);
    mark.setMouseTransparent(true);
    events.setManaged(false);
    bars.setOnMousePressed(this::jump);
    bars.setOnMouseDragged(this::drag);
    whole.getStyleClass().add("pane-begin");
    getChildren().addAll(side, bars);
  }

  boolean hasThumb(Node focus) {
    return focus instanceof Thumb;
  }

  /// What is shown has its middle where the mouse is, and goes with it.
  private void jump(MouseEvent event) {
    if (travel.recordedNanos() > 0) {
      TimeWindow window = travel.window();
      shift(Part.WHOLE, nanos(event.getX()) - window.spanNanos() / 2 - window.fromNanos());
      grab(Part.WHOLE, event);
    }
  }

  /// From here on a part keeps its distance from the mouse, wherever that goes.
  private void grab(Part part, MouseEvent event) {
    double at = x(edge(part));
    // an end that is out of sight stands at the end of the bars
    double seen = part == Part.WHOLE ? at : Math.clamp(at, 0, bars.getWidth());
    dragged = part;
    grabbed = pointer(event) - seen;
  }

  private void drag(MouseEvent event) {
    if (travel.recordedNanos() > 0) {
      shift(dragged, nanos(pointer(event) - grabbed) - edge(dragged));
    }
    event.consume();
  }

  private long edge(Part part) {
    return part == Part.TO ? travel.window().toNanos() : travel.window().fromNanos();
  }

  /// Where the mouse is on the bars, whatever the size of the text.
  private double pointer(MouseEvent event) {
    return bars.sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
  }

  private double x(long nanos) {
    long all = Math.max(1, travel.recordedNanos());
    return (double) (nanos - begin()) / all * bars.getWidth();
  }

  private long nanos(double x) {
    return begin() + (long) (x / Math.max(1, bars.getWidth()) * travel.recordedNanos());
  }

  private long begin() {
    return travel.tape().beginNanos();
  }

  /// Shows another part; at the end of a running record it follows.
  private void move(long wantedFrom, long wantedTo) {
    TimeWindow window = travel.window();
    window.show(wantedFrom, wantedTo);
    if (travel.isLive()) {
      window.following(wantedTo >= travel.newestNanos());
    }
    whole.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  private void shift(Part part, long by) {
    TimeWindow window = travel.window();
    long first = Math.min(begin(), window.fromNanos());
    long last = Math.max(travel.newestNanos(), window.toNanos());
    switch (part) {
      case FROM ->
          move(
              Math.clamp(window.fromNanos() + by, first, window.toNanos() - TimeWindow.LEAST_NANOS),
              window.toNanos());
      case TO ->
          move(
              window.fromNanos(),
              Math.clamp(window.toNanos() + by, window.fromNanos() + TimeWindow.LEAST_NANOS, last));
      case WHOLE -> {
        long most = last - window.toNanos();
        long least = first - window.fromNanos();
        long step = Math.clamp(by, Math.min(least, most), Math.max(least, most));
        move(window.fromNanos() + step, window.toNanos() + step);
      }
    }
  }

  /// Places the brush; each pulse.
  void draw() {
    double width = bars.getWidth();
    double height = bars.getHeight();
    boolean some = travel.recordedNanos() > 0;
    brush.setVisible(some);
    mark.setVisible(some && !travel.isLive());
    if (!some) {
      return;
    }
    // on whole pixels: while the record runs on, most pictures are the same as the one before
    double left = Math.clamp(Math.rint(x(travel.window().fromNanos())), 0, width - 4);
    double right = Math.clamp(Math.rint(x(travel.window().toNanos())), left + 4, width);
    brush.resizeRelocate(left, 0, right - left, height);
    mark.resizeRelocate(Math.round(x(travel.nanos())), -3, 2, height + 6);
    double inside = Math.clamp((right - left - THUMB) / 2, 0, THUMB / 2);
    double middle = (left + right) / 2;
    double begin = Math.min(left + inside, middle - THUMB / 2);
    double end = Math.max(right - inside, middle + THUMB / 2);
    from.resizeRelocate(begin - THUMB, 0, THUMB, height);
    to.resizeRelocate(end, 0, THUMB, height);
    whole.resizeRelocate(begin, 0, end - begin, height);
  }

  /// A trace has an end and no present.
  private void nameLive() {
    live.setText(TimelineWords.text(travel.isLoaded() ? "live.loaded" : "live"));
    boolean room = live.getText().length() + liveKey.getText().length() <= LONGEST_LIVE;
    // without room the tooltip says it
    live.setGraphic(travel.isLoaded() || !room ? null : liveKey);
  }

  /// Tenths of a second where there are some: a record can be shorter than one.
  private static String behind(long nanos) {
    return nanos < TENTH ? Spans.of(nanos) : Amounts.with(nanos / 1e9, 1, "s");
  }

  /// Renews words and bars; ten times a second.
  void refresh() {
    nameLive();
    words.setText(
        travel.isLive() || (travel.isLoaded() && travel.behindNanos() == 0)
            ? TimelineWords.text(
                "recorded", Spans.of(travel.recordedNanos() / 100_000_000 * 100_000_000))
            : TimelineWords.text("behind", behind(travel.behindNanos())));
    Tape tape = travel.tape();
    double width = bars.getWidth();
    if (width != events.getWidth() || tape.end() != shownEnd || tape.begin() != shownBegin) {
      events.resize(width, HEIGHT - 8);
      shownEnd = tape.end();
      shownBegin = tape.begin();
      events.redraw();
    }
  }

  /// The bars stand at whole steps of time, so that they do not flicker as the record moves on.
  private void paintBars(GraphicsContext g, double width, double height) {
    int count = (int) (width / BAR);
    long all = travel.recordedNanos();
    if (count < 1 || all <= 0) {
      return;
    }
    Tape tape = travel.tape();
    long step = Math.max(1, all / count);
    baseNanos = Math.floorDiv(begin(), step) * step;
    double[] heights = new double[count + 2];
    double most = 1;
    long before = tape.positionAt(baseNanos - 1);
    for (int i = 0; i < heights.length; i++) {
      long after = tape.positionAt(baseNanos + (i + 1) * step - 1);
      heights[i] = Math.sqrt(after - before);
      most = Math.max(most, heights[i]);
      before = after;
    }
    g.setFill(paints.get(Token.GHOST));
    for (int i = 0; i < heights.length; i++) {
      double left = x(baseNanos + i * step);
      double high = heights[i] == 0 ? 1 : Math.max(2, heights[i] / most * (height - 6));
      g.fillRect(left, height - high - 1, Math.max(1, width / count - 1.5), high);
    }
  }

  private final class Bars extends Drawing {
    @Override
    protected void paint(GraphicsContext g, double width, double height) {
      paintBars(g, width, height);
    }
  }

  /// An end of the brush, or all of it: with the mouse or with arrow keys.
  private final class Thumb extends Region {
    private final Part part;

    Thumb(Part part) {
      this.part = part;
      setId("brush-" + part.name().toLowerCase(java.util.Locale.ROOT));
      setManaged(false);
      setFocusTraversable(true);
      setAccessibleRole(AccessibleRole.SLIDER);
      getStyleClass().add("brush-thumb");
      setCursor(part == Part.WHOLE ? Cursor.OPEN_HAND : Cursor.H_RESIZE);
      setOnMousePressed(
          event -> {
            requestFocus();
            grab(part, event);
            event.consume();
          });
      addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent event) {
      long step = ((long) (travel.recordedNanos() * STEP)) * (event.isShiftDown() ? 5 : 1);
      if (event.getCode() == KeyCode.LEFT) {
        shift(part, -step);
      } else if (event.getCode() == KeyCode.RIGHT) {
        shift(part, step);
      } else {
        return;
      }
      event.consume();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
      long all = Math.max(1, travel.recordedNanos());
      long at = part == Part.FROM ? travel.window().fromNanos() : travel.window().toNanos();
      return switch (attribute) {
        case TEXT ->
            TimelineWords.text(
                "brush." + part, Amounts.number(Math.max(0, travel.newestNanos() - at) / 1e9, 1));
        case VALUE -> (double) (at - begin()) / all;
        case MIN_VALUE -> 0.0;
        case MAX_VALUE -> 1.0;
        default -> super.queryAccessibleAttribute(attribute, parameters);
      };
    }
  }
}
