package org.sluice.app.learn;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.sluice.app.language.Language;
import org.sluice.app.learn.Tabs.PaneTab;
import org.sluice.app.shell.PaneSize;

/// The Learn perspective: lessons, text, the loop over its sequence, code over values, controls.
///
/// In a narrow window text and code share a place, with two tabs; in a narrower one the lessons too, and
/// with text twice as large all of them. In a low one the loop and its sequence share a place.
final class LearnView extends BorderPane {
  /// Below this the words of the diagram cannot be read.
  private static final double LOOP_MIN_HEIGHT = 300;

  /// Below this there is not room for the loop and some rows of the sequence, and the controls.
  private static final double LOW = 510;

  private final LearnViewModel model;
  private final LessonsPane lessons;
  private final LessonText text = new LessonText();
  private final CodePane code = new CodePane();
  private final ValuesPane values = new ValuesPane();
  private final LoopDiagram loop = new LoopDiagram(this::showCode);
  private final SaidPane said;
  private final ControlsBar controls;
  private final HeadedPane loopPane;
  private final HeadedPane saidPane;
  private final SplitPane right = new SplitPane(code, values);
  private final StackPane[] centreSlots = {slot(), slot()};
  private final StackPane[] fourSlots = {slot(), slot(), slot(), slot()};
  private final StackPane[] threeSlots = {slot(), slot(), slot()};
  private final StackPane[] twoSlots = {slot(), slot()};
  private final SplitPane centre = new SplitPane(centreSlots);
  private final SplitPane four = new SplitPane(fourSlots);
  private final SplitPane three = new SplitPane(threeSlots);
  private final SplitPane two = new SplitPane(twoSlots);
  private final Tabs tabs = new Tabs();
  private final Tabs centreTabs = new Tabs();
  private final PaneTab lessonsTab;
  private final PaneTab textTab = new PaneTab("text", LearnWords.text("tab.text"), text);
  private final PaneTab codeTab = new PaneTab("code", LearnWords.text("tab.code"), right);
  private final PaneTab loopTab;
  private final PaneTab saidTab;
  private final StackPane stage = new StackPane();
  private Columns columns = Columns.FOUR;
  private boolean low;

  LearnView(LearnViewModel model, LearnCommands commands) {
    this.model = model;
    getStylesheets()
        .add(Objects.requireNonNull(LearnView.class.getResource("learn.css")).toExternalForm());
    getStyleClass().add("sl-learn");
    lessons = new LessonsPane(model);
    said = new SaidPane(model);
    controls = new ControlsBar(model, commands);
    text.follow(model);
    StackPane.setMargin(loop, new javafx.geometry.Insets(10, 8, 4, 8));
    loopPane = new HeadedPane("loop", where(), new StackPane(loop));
    saidPane = new HeadedPane("said", new Label(LearnWords.text("said.how")), said);
    lessonsTab = new PaneTab("lessons", LearnWords.text("lessons"), lessons);
    loopTab = new PaneTab("loop", LearnWords.text("pane.loop"), loopPane);
    saidTab = new PaneTab("said", LearnWords.text("pane.said"), saidPane);
    sizes();
    setCenter(stage); // once, so that the keys come to it before the controls
    setBottom(controls);
    arrange(Columns.FOUR, false);
    widthProperty().subscribe(this::fit);
    heightProperty().subscribe(this::fit);
    model.momentProperty().subscribe(this::look);
  }

  private void sizes() {
    centreSlots[0].setMinHeight(LOOP_MIN_HEIGHT);
    centre.setOrientation(Orientation.VERTICAL);
    centre.setDividerPositions(0.47);
    right.setOrientation(Orientation.VERTICAL);
    right.setDividerPositions(0.76);
    code.getStyleClass().add("grows");
    PaneSize.set(centreSlots[0], 350, 0.58);
    PaneSize.set(values, 178, 0.25);
    PaneSize.set(fourSlots[0], 222, 0.2);
    PaneSize.set(fourSlots[1], 280, 0.25);
    PaneSize.set(fourSlots[3], 388, 0.3);
    // what is read from the right is not wrapped as early
    PaneSize.set(threeSlots[0], Language.spoken().isRightToLeft() ? 224 : 196, 0.26);
    PaneSize.set(threeSlots[1], 330, 0.33);
    PaneSize.set(twoSlots[0], 290, 0.42);
    four.setDividerPositions(0.154, 0.349, 0.731);
    three.setDividerPositions(0.18, 0.51);
    two.setDividerPositions(0.42);
    fourSlots[2].getStyleClass().add("grows");
    threeSlots[2].getStyleClass().add("grows");
    twoSlots[1].getStyleClass().add("grows");
  }

  private void fit() {
    Columns wanted = Columns.of(getWidth());
    boolean wantedLow = getHeight() < LOW;
    if (getWidth() > 0 && getHeight() > 0 && (wanted != columns || wantedLow != low)) {
      arrange(wanted, wantedLow);
    }
  }

  private void look(@Nullable Moment now) {
    boolean moves = !model.calmProperty().get() && model.phaseProperty().get() != Phase.STARTING;
    loop.look(now, moves);
    said.look(now);
    code.look(now);
    values.look(now);
    controls.look(now);
  }

  /// Puts everything into its place.
  private void arrange(Columns wanted, boolean wantedLow) {
    columns = wanted;
    low = wantedLow;
    for (StackPane[] slots : List.of(centreSlots, fourSlots, threeSlots, twoSlots)) {
      for (StackPane slot : slots) {
        slot.getChildren().clear();
      }
    }
    tabs.clear();
    centreTabs.clear();
    boolean one = columns == Columns.ONE;
    loopPane.head(!one && !low, !one);
    saidPane.head(!one && !low, !one && !low);
    Node middle = low ? centreTabs : centre;
    if (!one && low) {
      centreTabs.show(loopTab, List.of(loopTab, saidTab));
    } else if (!one) {
      fill(centreSlots, loopPane, saidPane);
    }
    switch (columns) {
      case FOUR -> fill(fourSlots, lessons, text, middle, right);
      case THREE -> {
        tabs.show(textTab, List.of(textTab, codeTab));
        fill(threeSlots, lessons, tabs, middle);
      }
      case TWO -> {
        tabs.show(textTab, List.of(lessonsTab, textTab, codeTab));
        fill(twoSlots, tabs, middle);
      }
      case ONE -> tabs.show(textTab, List.of(lessonsTab, textTab, codeTab, loopTab, saidTab));
    }
    stage
        .getChildren()
        .setAll(
            switch (columns) {
              case FOUR -> four;
              case THREE -> three;
              case TWO -> two;
              case ONE -> tabs;
            });
  }

  private static void fill(StackPane[] slots, Node... nodes) {
    for (int i = 0; i < nodes.length; i++) {
      slots[i].getChildren().setAll(nodes[i]);
    }
  }

  private static StackPane slot() {
    StackPane slot = new StackPane();
    slot.setMinWidth(0);
    return slot;
  }

  private void showCode(org.sluice.engine.loop.Step step) {
    tabs.choose(codeTab);
    code.showStep(step);
    if (loop.getScene() == null) {
      code.list().requestFocus(); // the node that had it has made room
    }
  }

  /// Which step of which turn is shown, and whether the engine is there.
  private Label where() {
    Label where = new Label();
    where
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::place,
                model.momentProperty(),
                model.phaseProperty(),
                model.latestProperty(),
                model.waitingProperty()));
    return where;
  }

  private String place() {
    Moment now = model.momentProperty().get();
    if (now == null) {
      return LearnWords.text(
          "where." + model.phaseProperty().get().name().toLowerCase(Locale.ROOT));
    }
    String step = Integer.toString(StepWords.number(now.step()));
    String place =
        now.turn() == 0
            ? LearnWords.text("where.setup", step)
            : LearnWords.text("where.turn", step, Integer.toString(now.turn()));
    if (!model.latestProperty().get()) {
      return LearnWords.text("where.past", place);
    }
    return switch (model.phaseProperty().get()) {
      case FINISHED -> LearnWords.text("where.end", place);
      case STEPPING ->
          model.waitingProperty().get() ? LearnWords.text("where.waits", place) : place;
      case IDLE, STARTING, RUNNING, FAILED -> place;
    };
  }

  /// What F6 goes through.
  List<Node> panes() {
    return List.of(lessons, text, loop, said, code, values, controls);
  }

  Map<String, SplitPane> splits() {
    return Map.of("wide", four, "narrow", three, "two", two, "loop", centre, "code", right);
  }

  CodePane code() {
    return code;
  }

  /// Where the keys go first.
  void focusStep() {
    controls.stepButton().requestFocus();
  }

  /// Each pulse.
  void pulse(long localNanos, boolean seen) {
    if (getScene() != null) { // it is in none before it is shown first
      model.calmProperty().set(getScene().getPreferences().isReducedMotion());
    }
    if (!seen) {
      model.leave();
    }
    model.pulse(localNanos);
  }
}
