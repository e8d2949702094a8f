package org.sluice.app.downloads;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Direction;

/// What has happened to the chosen download since the start of the program.
final class LogTab extends ListView<RowHistory.Line> {
  private final DateTimeFormatter time;
  private @Nullable RowHistory shown;
  private int changes = -1;

  LogTab(ZoneId zone) {
    time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
    setId("log");
    getStyleClass().add(Direction.mixed("log-tab", "log-words"));
    setPlaceholder(new Label(DownloadsWords.text("log.empty")));
    setAccessibleText(DownloadsWords.text("tab.log"));
    setCellFactory(_ -> new Cell());
  }

  void show(@Nullable DownloadRow row) {
    RowHistory history = row == null ? null : row.history();
    if (Objects.equals(history, shown) && (history == null || history.changes() == changes)) {
      return;
    }
    boolean more = history != null && Objects.equals(history, shown);
    shown = history;
    changes = history == null ? -1 : history.changes();
    if (history == null) {
      getItems().clear();
    } else {
      take(history.lines(), more);
      scrollTo(getItems().size() - 1);
    }
  }

  /// What goes on is only added to: rows are of different heights, and known ones stay as they are.
  private void take(List<RowHistory.Line> lines, boolean more) {
    int known = getItems().size();
    if (more && known <= lines.size() && lines.subList(0, known).equals(getItems())) {
      getItems().addAll(lines.subList(known, lines.size()));
      return;
    }
    getItems().setAll(lines);
    setCellFactory(_ -> new Cell()); // the heights of other lines are forgotten with their cells
  }

  private final class Cell extends ListCell<RowHistory.Line> {
    Cell() {
      setWrapText(true); // the end of a sentence says what to do
      setPrefWidth(0);
      setMinHeight(22);
    }

    @Override
    protected void updateItem(RowHistory.@Nullable Line line, boolean empty) {
      super.updateItem(line, empty);
      setText(empty || line == null ? null : time.format(line.at()) + "   " + line.words());
    }
  }
}
