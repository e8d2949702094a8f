package org.sluice.app.timeline;

import java.util.List;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.TokenPaints;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.trace.TraceEvent;

/// The lane of one socket alone, as the timeline draws it, with nothing around it.
///
/// **Threads**: JavaFX.
public final class LaneStrip extends Pane {
  private final TokenPaints paints;
  private final PixelView view = new PixelView();
  private @Nullable Lane lane;
  private long fromNanos;
  private long toNanos;

  public LaneStrip(TokenPaints paints) {
    this.paints = paints;
    setMouseTransparent(true);
    getChildren().add(view);
    setMinHeight(LaneRaster.LANE);
    setPrefHeight(LaneRaster.LANE);
    setMaxHeight(LaneRaster.LANE);
    paints.onChange(this::requestLayout);
  }

  /// Shows what happened to a socket.
  ///
  /// @param events in their order; those of other sockets are passed over
  public void show(long socket, List<TraceEvent> events) {
    Lane its = new Lane(socket, events.getFirst().nanos());
    for (TraceEvent event : events) {
      if (event instanceof TraceEvent.SocketCallback e && e.socket() == socket) {
        its.changed(e.nanos(), Poll.valueOf(e.what()), true);
      } else if (event instanceof TraceEvent.Call e && e.socket() == socket) {
        its.acted(e.nanos());
      }
    }
    lane = its;
    requestLayout();
  }

  /// Which moments stand at its ends.
  public void span(long from, long to) {
    fromNanos = from;
    toNanos = Math.max(from + 1, to);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    Lane its = lane;
    if (its != null && getWidth() > 0) {
      TimeScale time = new TimeScale(fromNanos, toNanos, getWidth(), 0);
      view.draw(
          getWidth(),
          LaneRaster.LANE,
          pixels ->
              new LaneRaster(pixels)
                  .paint(
                      new LaneRaster.Scene(List.of(its), 0, null, time),
                      LaneColours.of(paints).withoutGrid()));
    }
  }
}
