package org.sluice.app.downloads;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Direction;
import org.sluice.app.fx.SharpScroll;
import org.sluice.app.fx.TokenPaints;
import org.sluice.app.tape.Attempt;

/// What happened last to a download that does not go on: how its socket was watched and which calls told
/// so, or, where that is not known, what stands in its log.
final class LastAttempt extends VBox {
  /// Below this there is no room beside the title.
  private static final double NARROW = 360;

  /// Below this the foot is scrolled with what happened, which would not be seen else.
  private static final double LOW = 160;

  private final Clock clock;
  private final Label when = new Label();
  private final Label under = new Label();
  private final AttemptLane lane;
  private final AttemptLines lines;
  private final Label code = new Label();
  private final ScrollPane scroll;
  private @Nullable Shown shown;

  /// What is seen follows from this alone.
  private record Shown(
      @Nullable Attempt attempt,
      List<RowHistory.Line> log,
      String failed,
      String code,
      double width) {}

  /// @param foot stands below what happened
  /// @param codeBeside whether the foot has room for the code of the failure
  LastAttempt(
      Clock clock,
      TokenPaints paints,
      ObservableBooleanValue pollWords,
      Node foot,
      ObservableBooleanValue codeBeside) {
    this.clock = clock;
    lane = new AttemptLane(paints, pollWords);
    lines = new AttemptLines(clock.getZone());
    getStyleClass().add("speed-pane");
    Label title = new Label(DownloadsWords.text("attempt.title"));
    title.getStyleClass().add("sl-semibold");
    title.setMinWidth(USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    when.getStyleClass().addAll("text-small", "muted");
    HBox head = new HBox(8, title, space, when);
    head.setAlignment(Pos.BASELINE_LEFT);
    when.visibleProperty().bind(widthProperty().greaterThanOrEqualTo(NARROW));
    under.textProperty().bind(when.textProperty());
    under.getStyleClass().addAll("text-small", "muted");
    under.visibleProperty().bind(when.visibleProperty().not());
    under.managedProperty().bind(under.visibleProperty());
    lane.managedProperty().bind(lane.visibleProperty());
    code.getStyleClass().addAll("sl-code", "muted");
    code.visibleProperty().bind(BooleanExpression.booleanExpression(codeBeside).not());
    code.managedProperty().bind(code.visibleProperty());
    VBox all = new VBox(4, lane, lines, Direction.leftToRight(code));
    scroll = new ScrollPane(all);
    SharpScroll.in(scroll);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setId("attempt");
    scroll.getStyleClass().addAll("edge-to-edge", "general-tab");
    scroll.setMinHeight(0);
    lines
        .heightProperty()
        .subscribe(_ -> scroll.setVvalue(lane.isVisible() ? 0 : 1)); // how it ended is seen first
    VBox.setVgrow(scroll, Priority.SOMETIMES);
    setFillWidth(true);
    pollWords.subscribe(() -> shown = null);
    getChildren().addAll(head, under, scroll, foot);
    heightProperty()
        .map(height -> height.doubleValue() < LOW)
        .subscribe(
            low -> {
              getChildren().remove(foot);
              all.getChildren().remove(foot);
              (low ? all : this).getChildren().add(foot);
            });
  }

  void show(DownloadRow row) {
    RowHistory history = row.history();
    Attempt attempt = row.attempt();
    Trouble trouble = Trouble.of(row.item());
    Shown next =
        new Shown(
            attempt,
            attempt != null || history == null ? List.of() : history.lines(),
            trouble.title(),
            trouble.code(),
            scroll.getViewportBounds().getWidth());
    when.setText(when(row, attempt));
    if (next.equals(shown)) {
      return;
    }
    shown = next;
    List<AttemptWords.Phase> phases =
        attempt == null ? List.of() : new AttemptWords(attempt).phases();
    lane.setVisible(!phases.isEmpty());
    if (attempt != null && !phases.isEmpty()) {
      lane.show(attempt, phases);
    }
    code.setText(next.code);
    if (attempt == null) {
      lines.show(next.log, next.width);
    } else {
      lines.show(attempt, next.failed, next.width);
    }
  }

  /// When, on which socket, and how often before.
  private String when(DownloadRow row, @Nullable Attempt attempt) {
    StringJoiner words = new StringJoiner(" · ");
    if (attempt != null) {
      long wall = attempt.endNanos() + attempt.wallOffsetNanos();
      words.add(CellTexts.moment(Instant.ofEpochSecond(0, wall), clock.instant(), clock.getZone()));
      if (attempt.socket() != 0) {
        words.add(DownloadsWords.text("attempt.socket", Long.toString(attempt.socket())));
      }
    }
    int retries = row.item().standing().retries();
    words.add(
        retries == 0
            ? DownloadsWords.text("attempt.once")
            : DownloadsWords.text("attempt.retries", retries));
    return words.toString();
  }
}
