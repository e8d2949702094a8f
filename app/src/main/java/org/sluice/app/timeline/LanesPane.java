package org.sluice.app.timeline;

import java.nio.IntBuffer;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.TokenPaints;
import org.sluice.app.fx.TokenPaints.Token;

/// The lanes: their names as a list, their bands as one picture beside it; both scroll as one.
final class LanesPane extends Pane {
  private static final double SCROLL_BAR = 12;

  private final TimelineViewModel model;
  private final TokenPaints paints;
  private final ListView<Lane> list = new ListView<>();
  private final ImageView view = new ImageView();
  private final ScrollBar scroll = new ScrollBar();
  private @Nullable ScrollBar hidden;
  private @Nullable PixelBuffer<IntBuffer> buffer;
  private int[] pixels = new int[0];
  private int wide;
  private int high;

  LanesPane(TimelineViewModel model, TokenPaints paints, LaneWords words) {
    this.model = model;
    this.paints = paints;
    list.setId("timeline-lanes");
    list.getStyleClass().add("lanes");
    list.setFixedCellSize(LaneRaster.LANE);
    list.setItems(model.lanes());
    list.setAccessibleText(TimelineWords.text("lanes.accessible"));
    list.setPlaceholder(new Label(""));
    list.setCellFactory(_ -> new LaneCell(words));
    view.setMouseTransparent(true);
    scroll.setOrientation(Orientation.VERTICAL);
    scroll.setMin(0);
    scroll.setVisible(false);
    getChildren().addAll(list, view, scroll);
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    setMinHeight(0);
  }

  ListView<Lane> list() {
    return list;
  }

  /// The width of the bands.
  double bandWidth() {
    return Math.max(0, Math.floor(getWidth() - TimelineView.LABELS - SCROLL_BAR));
  }

  private void wheel(ScrollEvent event) {
    if (event.getX() > TimelineView.LABELS && !event.isShortcutDown() && hidden != null) {
      double all = model.lanes().size() * LaneRaster.LANE - list.getHeight();
      if (all > 0) {
        hidden.setValue(Math.clamp(hidden.getValue() - event.getDeltaY() / all, 0, 1));
      }
      event.consume();
    }
  }

  @Override
  protected void layoutChildren() {
    list.resizeRelocate(0, 0, TimelineView.LABELS, getHeight());
    view.relocate(TimelineView.LABELS, 0);
    scroll.resizeRelocate(getWidth() - SCROLL_BAR, 0, SCROLL_BAR, getHeight());
  }

  /// The list's own bar moves the list; ours stands at the right edge and moves that one.
  private void bindScroll() {
    if (hidden != null) {
      return;
    }
    for (var node : list.lookupAll(".scroll-bar")) {
      if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
        hidden = bar;
        bar.setOpacity(0);
        bar.setMouseTransparent(true);
        scroll.valueProperty().bindBidirectional(bar.valueProperty());
        scroll.maxProperty().bind(bar.maxProperty());
        scroll.visibleAmountProperty().bind(bar.visibleAmountProperty());
        scroll.visibleProperty().bind(bar.visibleProperty());
      }
    }
  }

  private double scrolled() {
    double all = model.lanes().size() * LaneRaster.LANE - list.getHeight();
    return hidden == null || !hidden.isVisible() || all <= 0 ? 0 : hidden.getValue() * all;
  }

  /// Draws the bands of the lanes that can be seen.
  void draw(TimeScale time) {
    bindScroll();
    double scale = getScene() == null ? 1 : getScene().getWindow().getRenderScaleX();
    int width = (int) Math.round(bandWidth() * scale);
    int height = (int) Math.round(getHeight() * scale);
    if (width < 1 || height < 1) {
      return;
    }
    if (width != wide || height != high) {
      resizeTo(width, height, scale);
    }
    new LaneRaster(pixels, wide, high, scale)
        .paint(
            new LaneRaster.Scene(
                model.lanes(),
                scrolled(),
                list.getSelectionModel().getSelectedItem(),
                new TimeScale(time.fromNanos(), time.toNanos(), width, time.wallOffsetNanos())),
            colours());
    if (buffer != null) {
      buffer.updateBuffer(_ -> null);
    }
  }

  private void resizeTo(int width, int height, double scale) {
    wide = width;
    high = height;
    pixels = new int[width * height];
    buffer =
        new PixelBuffer<>(
            width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
    view.setImage(new WritableImage(buffer));
    view.setFitWidth(width / scale);
    view.setFitHeight(height / scale);
  }

  private LaneColours colours() {
    return new LaneColours(
        argb(Token.BACKGROUND),
        argb(Token.GRID),
        argb(Token.SELECTED),
        new LaneColours.PollColours(
            argb(Token.POLL_NONE),
            argb(Token.POLL_IN),
            argb(Token.POLL_OUT),
            argb(Token.POLL_INOUT),
            argb(Token.POLL_REMOVE),
            argb(Token.POLL_REMOVE_ON)),
        argb(Token.BACKGROUND),
        argb(Token.ACT));
  }

  private int argb(Token token) {
    Paint paint = paints.get(token);
    if (!(paint instanceof Color colour)) {
      return 0xff808080;
    }
    return 0xff000000
        | (int) Math.round(colour.getRed() * 255) << 16
        | (int) Math.round(colour.getGreen() * 255) << 8
        | (int) Math.round(colour.getBlue() * 255);
  }
}
