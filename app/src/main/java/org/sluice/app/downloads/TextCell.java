package org.sluice.app.downloads;

import java.time.Clock;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.sluice.engine.download.ItemView;

/// What a column says, as text.
final class TextCell extends TableCell<DownloadRow, ItemView> {
  private final Column column;
  private final Clock clock;

  /// Beside a speed that is limited; no other column has one.
  private final @Nullable FontIcon limited;

  TextCell(Column column, Clock clock) {
    this.column = column;
    this.clock = clock;
    limited = column == Column.SPEED ? new FontIcon(MaterialDesignS.SPEEDOMETER) : null;
    if (column.isNumeric()) {
      getStyleClass().add("numeric");
    }
  }

  @Override
  protected void updateItem(@Nullable ItemView item, boolean empty) {
    super.updateItem(item, empty);
    DownloadRow row = getTableRow() == null ? null : getTableRow().getItem();
    if (empty || item == null || row == null) {
      setText(null);
      if (limited != null) {
        limited.setVisible(false); // it stays where it is: a node that comes anew is styled anew
      }
      return;
    }
    String text = ColumnTexts.text(column, row, clock.instant(), clock.getZone());
    setText(text);
    style("muted", isQuiet(row, text));
    if (limited != null) {
      boolean moves = item.amount().bytesPerSecond() > 0;
      style("sl-medium", moves);
      setGraphic(moves && item.amount().limitBytesPerSecond() > 0 ? limited : null);
      limited.setVisible(true);
    }
  }

  private boolean isQuiet(DownloadRow row, String text) {
    return text.equals(CellTexts.NONE)
        || column == Column.ADDED
        || (column == Column.SPEED && row.group() != StateGroup.ACTIVE);
  }

  private void style(String name, boolean on) {
    if (on != getStyleClass().contains(name)) {
      if (on) {
        getStyleClass().add(name);
      } else {
        getStyleClass().remove(name);
      }
    }
  }
}
