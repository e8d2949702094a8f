package org.sluice.app.timeline;

import javafx.beans.InvalidationListener;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.TokenPaints;

/// The lanes: their names as a list, their bands as one picture beside it; both scroll as one.
final class LanesPane extends Pane {
  private static final double SCROLL_BAR = 12;

  private final TimelineViewModel model;
  private final TokenPaints paints;
  private final ListView<Lane> list = new ListView<>();
  private final PixelView view = new PixelView();
  private final ScrollBar scroll = new ScrollBar();
  private @Nullable ScrollBar hidden;

  LanesPane(TimelineViewModel model, TokenPaints paints, LaneWords words) {
    this.model = model;
    this.paints = paints;
    list.setId("timeline-lanes");
    list.getStyleClass().addAll("lanes", "pane-begin");
    list.setFixedCellSize(LaneRaster.LANE);
    list.setItems(model.lanes());
    list.setAccessibleText(TimelineWords.text("lanes.accessible"));
    list.setPlaceholder(new Label(""));
    list.setCellFactory(_ -> new LaneCell(words));
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

  /// Called when the bands no longer lie beside their names: lanes came or went, another one is
  /// selected, or the list was scrolled or made higher.
  void onChange(Runnable then) {
    model.lanes().addListener((InvalidationListener) _ -> then.run());
    list.getSelectionModel().selectedItemProperty().subscribe(then);
    scroll.valueProperty().subscribe(then);
    widthProperty().subscribe(then);
    heightProperty().subscribe(then);
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

  /// How high as many lanes are as fit: half a lane says nothing.
  private double wholeLanes() {
    double whole = Math.floor(getHeight() / LaneRaster.LANE) * LaneRaster.LANE;
    return whole > 0 ? whole : getHeight();
  }

  @Override
  protected void layoutChildren() {
    list.resizeRelocate(0, 0, TimelineView.LABELS, wholeLanes());
    view.relocate(TimelineView.LABELS, 0);
    scroll.resizeRelocate(getWidth() - SCROLL_BAR, 0, SCROLL_BAR, wholeLanes());
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
    view.draw(
        bandWidth(),
        wholeLanes(),
        pixels ->
            new LaneRaster(pixels)
                .paint(
                    new LaneRaster.Scene(
                        model.lanes(),
                        scrolled(),
                        list.getSelectionModel().getSelectedItem(),
                        time),
                    LaneColours.of(paints)));
  }
}
