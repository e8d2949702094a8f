package org.sluice.app.downloads;

import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.sluice.app.command.CommandNodes;
import org.sluice.engine.download.DownloadsSnapshot;

/// The speed limit of all downloads together, and another one to choose.
final class LimitMenu extends MenuButton {
  private static final List<Long> CHOICES =
      List.of(500_000L, 1_000_000L, 2_000_000L, 5_000_000L, 10_000_000L, 25_000_000L);

  private long shown = -1;

  LimitMenu(DownloadsViewModel model, DownloadsCommands commands, DownloadsActions actions) {
    setId("limit");
    getStyleClass().add("flat");
    setGraphic(new FontIcon(MaterialDesignG.GAUGE));
    setMinWidth(USE_PREF_SIZE);
    setTooltip(new Tooltip(commands.get("limit").tip()));
    RadioMenuItem none = item(DownloadsWords.text("limit.none"), 0, actions);
    getItems().add(none);
    for (long choice : CHOICES) {
      getItems().add(item(CellTexts.limit(choice), choice, actions));
    }
    getItems().addAll(new SeparatorMenuItem(), CommandNodes.menuItem(commands.get("limit")));
    model.snapshotProperty().subscribe(this::showLimit);
    showLimit(null);
  }

  private static RadioMenuItem item(String words, long limit, DownloadsActions actions) {
    RadioMenuItem item = new RadioMenuItem(words);
    item.setId("limit-" + limit);
    item.setUserData(limit);
    item.setOnAction(_ -> actions.limit(limit));
    return item;
  }

  private void showLimit(@org.jspecify.annotations.Nullable DownloadsSnapshot list) {
    long limit = list == null ? 0 : list.total().limitBytesPerSecond();
    if (limit == shown) {
      return;
    }
    shown = limit;
    setText(
        limit == 0
            ? DownloadsWords.text("limit.noneShown")
            : DownloadsWords.text("limit.shown", CellTexts.limit(limit)));
    getItems().stream()
        .filter(item -> item instanceof RadioMenuItem)
        .map(item -> (RadioMenuItem) item)
        .forEach(item -> item.setSelected(item.getUserData().equals(limit)));
  }
}
