package org.sluice.app.learn;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.sluice.app.fx.SharpScroll;

/// The text of the lesson, and below it what the current step does.
final class LessonText extends VBox {
  private static final int PARAGRAPHS = 4;

  /// Below this the step's card takes too much from the text: it is scrolled with it.
  private static final double LOW = 360;

  private static final PseudoClass CUT = PseudoClass.getPseudoClass("cut");

  private final VBox text = new VBox(9);
  private final ScrollPane scroll = new ScrollPane(text);
  private final VBox now;
  private final VBox bottom = new VBox();
  private final Label nowTitle = new Label();
  private final Label nowWords = new Label();

  LessonText() {
    setId("lesson");
    getStyleClass().add("lesson");
    setMinWidth(180);
    text.getStyleClass().add("lesson-text");
    Label above = new Label(LearnWords.text("lesson.above"));
    above.getStyleClass().addAll("text-small", "muted");
    Label title = new Label(LearnWords.text("lesson.1"));
    title.getStyleClass().add("lesson-title");
    title.setWrapText(true);
    text.getChildren().addAll(above, title);
    for (int i = 1; i <= PARAGRAPHS; i++) {
      text.getChildren().add(paragraph(LearnWords.text("lesson.1." + i)));
    }
    Label note = new Label(LearnWords.text("lesson.1.note"));
    note.setGraphic(new FontIcon(MaterialDesignI.INFORMATION_OUTLINE));
    note.getStyleClass().addAll("lesson-note", "text-small", "muted");
    note.setWrapText(true);
    note.setMaxWidth(Double.MAX_VALUE);
    text.getChildren().add(note);
    SharpScroll.in(scroll);
    scroll.setId("lesson-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(true);
    scroll.setAccessibleText(LearnWords.text("lesson.1"));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    nowTitle.getStyleClass().addAll("sl-semibold", "text-small");
    nowTitle.setId("now-title");
    nowTitle.setWrapText(true);
    nowWords.setId("now-words");
    nowWords.setWrapText(true);
    nowWords.setMinHeight(USE_PREF_SIZE);
    now = new VBox(6, nowTitle, nowWords);
    now.getStyleClass().add("now-card");
    bottom.managedProperty().bind(bottom.visibleProperty());
    bottom.getStyleClass().add("lesson-bottom");
    getChildren().addAll(scroll, bottom);
    scroll.viewportBoundsProperty().subscribe(this::mark);
    text.heightProperty().subscribe(this::mark);
    place(false);
    heightProperty().map(height -> height.doubleValue() < LOW).subscribe(this::place);
  }

  /// A line where the text goes on below the card.
  private void mark() {
    bottom.pseudoClassStateChanged(
        CUT, text.getHeight() > scroll.getViewportBounds().getHeight() + 1);
  }

  /// Puts the step's card below the text, or in a low window at its beginning.
  private void place(boolean low) {
    text.getChildren().remove(now);
    bottom.getChildren().remove(now);
    bottom.setVisible(!low);
    if (low) {
      text.getChildren().addFirst(now);
    } else {
      bottom.getChildren().add(now);
    }
  }

  /// Words between back ticks are code.
  private static Node paragraph(String words) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("lesson-paragraph");
    String[] parts = words.split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      Text text = new Text(parts[i]);
      text.getStyleClass().add(i % 2 == 0 ? "lesson-words" : "lesson-code");
      flow.getChildren().add(text);
    }
    return flow;
  }

  /// Says what is going on.
  void follow(LearnViewModel model) {
    model
        .momentProperty()
        .subscribe(
            () -> {
              if (!bottom.isVisible() && model.phaseProperty().get() != Phase.RUNNING) {
                scroll.setVvalue(0); // who steps is told what is done; in a run one may read on
              }
            });
    nowTitle
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> title(model), model.momentProperty(), model.phaseProperty()));
    nowWords
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words(model),
                model.momentProperty(),
                model.phaseProperty(),
                model.latestProperty(),
                model.waitingProperty(),
                model.failureProperty()));
  }

  private static String title(LearnViewModel model) {
    Moment now = model.momentProperty().get();
    if (now == null) {
      return LearnWords.text("now");
    }
    return LearnWords.text(
        "now.step", Integer.toString(StepWords.number(now.step())), StepWords.title(now.step()));
  }

  private static String words(LearnViewModel model) {
    Moment now = model.momentProperty().get();
    if (model.phaseProperty().get() == Phase.FAILED) {
      return model.failureProperty().get();
    }
    if (now == null) {
      return LearnWords.text(
          model.phaseProperty().get() == Phase.IDLE ? "now.idle" : "said.starting");
    }
    if (!model.latestProperty().get()) {
      return LearnWords.text("now.past", StepWords.why(now));
    }
    if (model.phaseProperty().get() == Phase.FINISHED) {
      return LearnWords.text("now.finished");
    }
    if (model.waitingProperty().get() && model.phaseProperty().get() == Phase.STEPPING) {
      return LearnWords.text("now.waiting", StepWords.why(now));
    }
    return StepWords.why(now);
  }
}
