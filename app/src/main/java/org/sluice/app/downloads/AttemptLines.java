package org.sluice.app.downloads;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sluice.app.fx.Direction;
import org.sluice.app.tape.Attempt;

/// What happened in an attempt, line by line: the last calls of its socket with what they meant, or the
/// last of the log. The end of it is marked.
///
/// **Threads**: JavaFX.
final class AttemptLines extends VBox {
  /// Below this the words of the log stand under their time, not beside it.
  private static final double NARROW = 300;

  /// Below this what a call meant stands under it.
  private static final double SHORT = 370;

  private static final double CALL = 146;
  private static final int LOG = 8;
  private static final int FIRST = 3;
  private static final int LAST = 7;

  private final DateTimeFormatter time;

  AttemptLines(ZoneId zone) {
    super(4);
    time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
    getStyleClass().add("attempt-lines");
  }

  /// @param failed why it does not go on
  /// @param width that there is for a line
  void show(Attempt attempt, String failed, double width) {
    List<AttemptWords.Line> all = new AttemptWords(attempt).lines(failed);
    List<Node> lines = new ArrayList<>();
    boolean cut = all.size() > FIRST + LAST + 1;
    for (int i = 0; i < all.size(); i++) {
      if (cut && i == FIRST) {
        int left = all.size() - FIRST - LAST;
        Label more = new Label(DownloadsWords.text("attempt.more", left));
        more.getStyleClass().addAll("text-small", "muted");
        lines.add(more);
        i += left - 1;
      } else {
        lines.add(line(attempt, all.get(i), width));
      }
    }
    getChildren().setAll(lines);
  }

  private Node line(Attempt attempt, AttemptWords.Line line, double width) {
    long wall = line.nanos() + attempt.wallOffsetNanos();
    Label moment = moment(Instant.ofEpochSecond(0, wall));
    Label call = Direction.leftToRight(new Label(line.call()));
    call.getStyleClass().add("sl-code");
    Label words = words(line.words(), line.end());
    words.getStyleClass().add("muted");
    if (width < SHORT) {
      return new VBox(new FlowPane(8, 0, moment, call), words); // a long call goes below its time
    }
    call.setMinWidth(CALL);
    return new HBox(8, moment, call, words);
  }

  /// @param width that there is for a line
  void show(List<RowHistory.Line> log, double width) {
    getChildren().clear();
    List<RowHistory.Line> last = log.subList(Math.max(0, log.size() - LOG), log.size());
    if (last.isEmpty()) {
      Label none = new Label(DownloadsWords.text("attempt.before"));
      none.getStyleClass().addAll("muted", "text-small");
      none.setWrapText(true);
      getChildren().add(none);
    }
    for (RowHistory.Line line : last) {
      Label moment = moment(line.at());
      Label words = words(line.words(), line.equals(last.getLast()));
      getChildren().add(width < NARROW ? new VBox(moment, words) : new HBox(10, moment, words));
    }
  }

  private Label moment(Instant at) {
    Label moment = new Label(time.format(at));
    moment.getStyleClass().addAll("sl-code", "muted");
    moment.setMinWidth(USE_PREF_SIZE);
    return moment;
  }

  private static Label words(String text, boolean end) {
    Label words = new Label(text);
    words.getStyleClass().add("text-small");
    words.setWrapText(true);
    HBox.setHgrow(words, Priority.ALWAYS);
    if (end) {
      words.getStyleClass().add("attempt-end");
    }
    return words;
  }
}
