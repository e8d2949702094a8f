package org.sluice.app.downloads;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.sluice.app.fx.Direction;
import org.sluice.app.fx.Messages;
import org.sluice.app.fx.TokenPaints;
import org.sluice.app.tape.Attempt;
import org.sluice.app.timeline.LaneStrip;
import org.sluice.engine.multi.Poll;

/// The time of one attempt: what its socket was watched for, from when on.
///
/// Words that find no room beside others are left out, those of short times first; how it ended always
/// stands there. **Threads**: JavaFX.
final class AttemptLane extends Pane {
  private static final double GAP = 6;
  private static final double WORDS = 16;

  private final ObservableBooleanValue pollWords;
  private final LaneStrip strip;
  private final double high;
  private final List<Mark> marks = new ArrayList<>();
  private long beginNanos;
  private long endNanos;

  /// Where a time begins, with what is said of it.
  private record Mark(long nanos, long lengthNanos, Region line, Label time, Label words) {
    double width() {
      return Math.max(time.prefWidth(-1), words.prefWidth(-1));
    }
  }

  AttemptLane(TokenPaints paints, ObservableBooleanValue pollWords) {
    this.pollWords = pollWords;
    strip = new LaneStrip(paints);
    setId("attempt-lane");
    Direction.leftToRight(this);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setFocusTraversable(false);
    high = strip.getPrefHeight();
    setMinHeight(WORDS + high + WORDS);
    setPrefHeight(WORDS + high + WORDS);
    setMaxHeight(WORDS + high + WORDS);
  }

  void show(Attempt attempt, List<AttemptWords.Phase> phases) {
    marks.clear();
    getChildren().setAll(strip);
    beginNanos = phases.getFirst().nanos();
    endNanos = phases.getLast().nanos();
    StringJoiner spoken = new StringJoiner("; ");
    for (int i = 0; i < phases.size(); i++) {
      AttemptWords.Phase phase = phases.get(i);
      long until = i + 1 < phases.size() ? phases.get(i + 1).nanos() : phase.nanos();
      String state =
          pollWords.get() ? Messages.text("poll.word." + phase.poll()) : phase.poll().name();
      Label words = new Label(DownloadsWords.text("attempt.phase", state, phase.words()));
      Label time =
          new Label(attempt.whole() || i > 0 ? AttemptWords.span(phase.nanos() - beginNanos) : "…");
      if (phase.poll() == Poll.REMOVE) {
        words.getStyleClass().add("attempt-end");
      }
      time.getStyleClass().add("muted");
      Region line = new Region();
      line.getStyleClass().add("attempt-mark");
      spoken.add(time.getText() + " " + words.getText());
      marks.add(new Mark(phase.nanos(), until - phase.nanos(), line, time, words));
      getChildren().addAll(line, time, words);
    }
    strip.show(attempt.socket(), attempt.events());
    setAccessibleText(DownloadsWords.text("attempt.lane", spoken.toString()));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    if (marks.isEmpty() || getWidth() <= 0) {
      return;
    }
    Mark end = marks.getLast();
    double ends = Math.max(getWidth() / 2, getWidth() - Math.max(end.width(), high));
    double whole = Math.max(1, endNanos - beginNanos);
    strip.resizeRelocate(0, WORDS, getWidth(), high);
    strip.span(beginNanos, beginNanos + Math.round(whole * getWidth() / ends));
    List<Mark> byLength = new ArrayList<>(marks.subList(0, marks.size() - 1));
    byLength.sort((a, b) -> Long.compare(b.lengthNanos, a.lengthNanos));
    byLength.addFirst(end);
    List<double[]> times = new ArrayList<>();
    List<double[]> words = new ArrayList<>();
    for (Mark mark : byLength) {
      double x = (mark.nanos - beginNanos) / whole * ends;
      place(mark.time, x, 0, times);
      place(mark.words, x, WORDS + high, words);
      mark.line.setVisible(
          mark.words.isVisible() && !mark.equals(end)); // that has a mark of its own
      mark.line.resizeRelocate(Math.round(x), WORDS, 1, high);
    }
  }

  /// @param taken from where to where others stand
  private void place(Label label, double wanted, double y, List<double[]> taken) {
    double width = label.prefWidth(-1);
    double x = Math.min(wanted, getWidth() - width);
    boolean free =
        x >= 0 && taken.stream().noneMatch(of -> x < of[1] + GAP && of[0] < x + width + GAP);
    label.setVisible(free);
    if (free) {
      taken.add(new double[] {x, x + width});
      label.resizeRelocate(x, y, width, WORDS);
    }
  }
}
