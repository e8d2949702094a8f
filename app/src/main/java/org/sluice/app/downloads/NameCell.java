package org.sluice.app.downloads;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.sluice.app.language.Isolate;
import org.sluice.app.preferences.Category;
import org.sluice.engine.download.ItemView;

/// The name of a file with a picture of its sort; heavier while it works.
final class NameCell extends TableCell<DownloadRow, ItemView> {
  private final Function<ItemView, Category> category;
  private final FontIcon icon = new FontIcon(MaterialDesignF.FILE_OUTLINE);
  private final Tooltip address = new Tooltip();

  /// @param category says what a download belongs to
  NameCell(Function<ItemView, Category> category) {
    this.category = category;
    getStyleClass().add("name-cell");
    setGraphic(icon);
    setGraphicTextGap(9);
  }

  @Override
  protected void updateItem(@Nullable ItemView item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setText(null);
      icon.setVisible(false); // it stays where it is: a node that comes anew is styled anew
      setTooltip(null);
      return;
    }
    StateGroup group = StateGroup.of(item);
    setText(Isolate.own(item.name()));
    icon.setIconCode(FileIcons.of(item.name(), category.apply(item)));
    icon.setVisible(true);
    boolean heavy = group == StateGroup.ACTIVE;
    if (heavy != getStyleClass().contains("sl-medium")) {
      if (heavy) {
        getStyleClass().add("sl-medium");
      } else {
        getStyleClass().remove("sl-medium");
      }
    }
    address.setText(item.address());
    setTooltip(address);
  }
}
