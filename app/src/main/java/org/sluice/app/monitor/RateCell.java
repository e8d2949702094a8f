package org.sluice.app.monitor;

import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Sparkline;
import org.sluice.app.fx.TokenPaints;

/// A curve of the last seconds and the rate now.
final class RateCell extends TableCell<SocketRow, String> {
  private final Sparkline curve;
  private final Label rate = new Label();
  private final HBox box;
  private Subscription watching = Subscription.EMPTY;

  RateCell(TokenPaints paints) {
    curve = new Sparkline(paints, 62, 18, false);
    rate.getStyleClass().add("rate-text");
    box = new HBox(6, curve, rate);
    box.setAlignment(Pos.CENTER_RIGHT);
    getStyleClass().add("rate-cell");
    tableRowProperty()
        .flatMap(row -> row == null ? null : row.itemProperty())
        .subscribe(this::watch);
  }

  @Override
  protected void updateItem(String value, boolean empty) {
    super.updateItem(value, empty);
    SocketRow row = getTableRow() == null ? null : getTableRow().getItem();
    if (empty || value == null || row == null || row.isHeading()) {
      setGraphic(null);
      return;
    }
    rate.setText(value);
    setGraphic(box);
  }

  /// Draws the curve in the colours that hold now.
  void redraw() {
    curve.redraw();
  }

  /// A table is read cell by cell.
  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT && getGraphic() != null
        ? curve.spoken()
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  private void watch(@Nullable SocketRow row) {
    watching.unsubscribe();
    watching =
        row == null
            ? Subscription.EMPTY
            : row.curveProperty().subscribe(_ -> curve.draw(row.history()));
  }
}
