package org.sluice.app.downloads;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What happened last to a download that does not go on.
final class LastAttempt extends VBox {
  private static final int LINES = 8;

  /// Below this what happened stands under its time, not beside it.
  private static final double NARROW = 300;

  private final DateTimeFormatter time;
  private final Label when = new Label();
  private final Label under = new Label();
  private final BooleanProperty narrow = new SimpleBooleanProperty();
  private final VBox lines = new VBox(4);
  private List<RowHistory.Line> shown = List.of();

  /// @param foot stands below what happened
  LastAttempt(ZoneId zone, Node foot) {
    time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
    getStyleClass().add("speed-pane");
    Label title = new Label(DownloadsWords.text("attempt.title"));
    title.getStyleClass().add("sl-semibold");
    title.setMinWidth(USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    when.getStyleClass().addAll("text-small", "muted");
    HBox head = new HBox(8, title, space, when);
    head.setAlignment(Pos.BASELINE_LEFT);
    when.visibleProperty().bind(narrow.not());
    under.textProperty().bind(when.textProperty());
    under.getStyleClass().addAll("text-small", "muted");
    under.visibleProperty().bind(narrow);
    under.managedProperty().bind(narrow);
    narrow.bind(widthProperty().lessThan(NARROW));
    narrow.subscribe(() -> shown = List.of()); // its lines are set anew
    lines.getStyleClass().add("attempt-lines");
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setId("attempt");
    scroll.getStyleClass().addAll("edge-to-edge", "general-tab");
    scroll.setMinHeight(0);
    lines.heightProperty().subscribe(_ -> scroll.setVvalue(1)); // how it ended is seen first
    VBox.setVgrow(scroll, Priority.SOMETIMES);
    setFillWidth(true);
    getChildren().addAll(head, under, scroll, foot);
  }

  void show(DownloadRow row) {
    RowHistory history = row.history();
    List<RowHistory.Line> all = history == null ? List.of() : history.lines();
    List<RowHistory.Line> last = all.subList(Math.max(0, all.size() - LINES), all.size());
    int retries = row.item().standing().retries();
    when.setText(
        retries == 0
            ? DownloadsWords.text("attempt.once")
            : DownloadsWords.text("attempt.retries", retries));
    if (last.equals(shown) && !lines.getChildren().isEmpty()) {
      return;
    }
    shown = List.copyOf(last);
    lines.getChildren().clear();
    if (last.isEmpty()) {
      Label none = new Label(DownloadsWords.text("attempt.before"));
      none.getStyleClass().addAll("muted", "text-small");
      none.setWrapText(true);
      lines.getChildren().add(none);
    }
    for (RowHistory.Line line : last) {
      Label moment = new Label(time.format(line.at()));
      moment.getStyleClass().addAll("sl-code", "muted");
      moment.setMinWidth(USE_PREF_SIZE);
      Label words = new Label(line.words());
      words.getStyleClass().add("text-small");
      words.setWrapText(true);
      HBox.setHgrow(words, Priority.ALWAYS);
      if (line.equals(last.getLast())) {
        words.getStyleClass().add("attempt-end");
      }
      lines.getChildren().add(narrow.get() ? new VBox(moment, words) : new HBox(10, moment, words));
    }
  }
}
