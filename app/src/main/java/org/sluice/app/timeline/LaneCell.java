package org.sluice.app.timeline;

import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.sluice.app.fx.Glyph;
import org.sluice.app.fx.Messages;
import org.sluice.app.fx.TokenPaints;
import org.sluice.app.fx.TokenPaints.Token;
import org.sluice.engine.multi.Poll;

/// A row of the timeline: number, host and glyph of a socket, then its band.
final class LaneCell extends ListCell<Lane> {
  static final double HEIGHT = 22;

  private final TokenPaints paints;
  private final LanePainter painter;
  private final Label number = new Label();
  private final Label peer = new Label();
  private final Glyph glyph = new Glyph(Poll.NONE, 12);
  private final Canvas canvas = new Canvas(0, HEIGHT);
  private final HBox row;
  private final InvalidationListener pollChanged = _ -> showPoll();

  LaneCell(TokenPaints paints) {
    this.paints = paints;
    this.painter = new LanePainter(paints);
    number.getStyleClass().addAll("sl-semibold", "lane-number");
    peer.getStyleClass().add("lane-peer");
    peer.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(peer, Priority.ALWAYS);
    HBox label = new HBox(8, number, peer, glyph);
    label.getStyleClass().add("lane-label");
    label.setAlignment(Pos.CENTER_LEFT);
    label.setMinWidth(TimelineView.LABELS);
    label.setPrefWidth(TimelineView.LABELS);
    label.setMaxWidth(TimelineView.LABELS);
    Region bands = new BandHolder(canvas);
    HBox.setHgrow(bands, Priority.ALWAYS);
    row = new HBox(label, bands);
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(Lane lane, boolean empty) {
    Lane old = getItem();
    if (old != null) {
      old.pollProperty().removeListener(pollChanged);
      peer.textProperty().unbind();
    }
    super.updateItem(lane, empty);
    if (empty || lane == null) {
      setGraphic(null);
      return;
    }
    number.setText(Long.toString(lane.serial()));
    peer.textProperty().bind(lane.peerProperty());
    lane.pollProperty().addListener(pollChanged);
    showPoll();
    setGraphic(row);
  }

  /// Draws the band of the lane that this cell shows now.
  void draw(TimeScale scale) {
    Lane lane = getItem();
    if (lane == null || scale.width() < 1) {
      return;
    }
    if (canvas.getWidth() != scale.width()) {
      canvas.setWidth(scale.width());
    }
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), HEIGHT);
    g.setStroke(paints.get(Token.GRID));
    g.setLineWidth(1);
    for (long at = scale.firstSecond(); at <= scale.toNanos(); at += 1_000_000_000L) {
      double x = Math.floor(scale.x(at)) + 0.5;
      g.strokeLine(x, 0, x, HEIGHT);
    }
    painter.paint(g, lane, scale);
  }

  private void showPoll() {
    Lane lane = getItem();
    if (lane != null) {
      Poll poll = lane.pollProperty().get();
      glyph.show(poll);
      setAccessibleText(
          Messages.text(
              "timeline.lane.accessible",
              Long.toString(lane.serial()),
              lane.peerProperty().get(),
              Messages.text("poll." + poll)));
      notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
  }

  /// Takes whatever width is left and does not ask for any, so that the canvas never holds it open.
  private static final class BandHolder extends Region {
    BandHolder(Canvas canvas) {
      canvas.setManaged(false);
      getChildren().add(canvas);
      setMinSize(0, HEIGHT);
      setPrefSize(0, HEIGHT);
    }
  }
}
