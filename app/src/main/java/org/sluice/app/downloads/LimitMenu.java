package org.sluice.app.downloads;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.sluice.app.command.CommandNodes;
import org.sluice.app.queues.NowWords;
import org.sluice.engine.download.SpeedNow;

/// The speed limit of all downloads together, and another one to choose.
final class LimitMenu extends MenuButton {
  private static final List<Long> CHOICES =
      List.of(500_000L, 1_000_000L, 2_000_000L, 5_000_000L, 10_000_000L, 25_000_000L);

  LimitMenu(
      DownloadsViewModel model, DownloadsCommands commands, DownloadsActions actions, Clock clock) {
    setId("limit");
    getStyleClass().add("flat");
    setGraphic(new FontIcon(MaterialDesignS.SPEEDOMETER));
    setMinWidth(USE_PREF_SIZE);
    setTooltip(new Tooltip(commands.get("limit").tip()));
    RadioMenuItem none = item(DownloadsWords.text("limit.none"), 0, actions);
    getItems().add(none);
    for (long choice : CHOICES) {
      getItems().add(item(CellTexts.limit(choice), choice, actions));
    }
    getItems()
        .addAll(
            new SeparatorMenuItem(),
            CommandNodes.menuItem(commands.get("limit")),
            CommandNodes.menuItem(commands.get("limitSchedule")));
    model.speed().nowProperty().subscribe(now -> showLimit(now, clock));
  }

  private static RadioMenuItem item(String words, long limit, DownloadsActions actions) {
    RadioMenuItem item = new RadioMenuItem(words);
    item.setId("limit-" + limit);
    item.setUserData(limit);
    item.setOnAction(_ -> actions.queues().limit(limit));
    return item;
  }

  /// `Limit 500 kB/s until 18:00`: the hours are said where the limit has some.
  private void showLimit(SpeedNow now, Clock clock) {
    long limit = now.limitBytesPerSecond();
    ZonedDateTime until = now.until();
    String key = limit == 0 ? "limit.noneShown" : "limit.shown";
    setText(
        until == null
            ? DownloadsWords.text(key, CellTexts.limit(limit))
            : DownloadsWords.text(
                key + ".until",
                CellTexts.limit(limit),
                NowWords.moment(until, ZonedDateTime.now(clock))));
    getItems().stream()
        .filter(item -> item instanceof RadioMenuItem)
        .map(item -> (RadioMenuItem) item)
        .forEach(item -> item.setSelected(item.getUserData().equals(limit)));
  }
}
