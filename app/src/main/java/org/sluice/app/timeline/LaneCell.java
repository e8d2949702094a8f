package org.sluice.app.timeline;

import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.sluice.app.fx.Glyph;
import org.sluice.engine.multi.Poll;

/// The name of a lane: number, host and glyph of a socket. What its band shows is told in words to
/// who cannot see it, when asked for.
final class LaneCell extends ListCell<Lane> {
  private final LaneWords words;
  private final Label number = new Label();
  private final Label peer = new Label();
  private final Glyph glyph = new Glyph(Poll.NONE, 12);
  private final HBox row;
  private final InvalidationListener pollChanged = _ -> showPoll();

  LaneCell(LaneWords words) {
    this.words = words;
    number.getStyleClass().addAll("sl-semibold", "lane-number");
    peer.getStyleClass().add("lane-peer");
    peer.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(peer, Priority.ALWAYS);
    row = new HBox(8, number, peer, glyph);
    row.getStyleClass().add("lane-label");
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

  private void showPoll() {
    Lane lane = getItem();
    if (lane != null) {
      glyph.show(lane.pollProperty().get());
      if (isFocused()) {
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
      }
    }
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    Lane lane = getItem();
    return attribute == AccessibleAttribute.TEXT && lane != null && !isEmpty()
        ? words.of(lane)
        : super.queryAccessibleAttribute(attribute, parameters);
  }
}
