package org.sluice.app.learn;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sluice.app.shell.PaneSize;

/// The Learn perspective: lessons, text, the loop over its sequence, code over values, controls.
///
/// In a narrow window text and code share a place, with two tabs.
final class LearnView extends BorderPane {
  private static final double WIDE = 1200;

  /// Below this the words of the diagram cannot be read.
  private static final double LOOP_MIN_HEIGHT = 300;

  private final LearnViewModel model;
  private final LessonsPane lessons;
  private final LessonText text = new LessonText();
  private final CodePane code = new CodePane();
  private final ValuesPane values = new ValuesPane();
  private final LoopDiagram loop = new LoopDiagram(this::showCode);
  private final SaidPane said;
  private final ControlsBar controls;
  private final SplitPane centre;
  private final SplitPane right;
  private final StackPane[] wideSlots = {slot(), slot(), slot(), slot()};
  private final StackPane[] narrowSlots = {slot(), slot(), slot()};
  private final SplitPane wide = new SplitPane(wideSlots);
  private final SplitPane narrow = new SplitPane(narrowSlots);
  private final ToggleButton textTab = tab("text");
  private final ToggleButton codeTab = tab("code");
  private final StackPane tabbed = new StackPane();
  private final StackPane stage = new StackPane();
  private final VBox tabs;
  private boolean isWide;

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
    VBox above = pane("loop", where(), new StackPane(loop));
    above.setMinHeight(LOOP_MIN_HEIGHT);
    centre = new SplitPane(above, pane("said", how(), said));
    centre.setOrientation(Orientation.VERTICAL);
    centre.setDividerPositions(0.47);
    right = new SplitPane(code, values);
    right.setOrientation(Orientation.VERTICAL);
    right.setDividerPositions(0.76);
    code.getStyleClass().add("grows");
    HBox bar = new HBox(textTab, codeTab);
    bar.getStyleClass().add("code-tabs");
    tabs = new VBox(bar, tabbed);
    VBox.setVgrow(tabbed, Priority.ALWAYS);
    PaneSize.set(above, 350, 0.58);
    PaneSize.set(values, 132, 0.3);
    PaneSize.set(wideSlots[0], 222, 0.2);
    PaneSize.set(wideSlots[1], 280, 0.25);
    PaneSize.set(wideSlots[3], 388, 0.3);
    PaneSize.set(narrowSlots[0], 196, 0.2);
    PaneSize.set(narrowSlots[1], 330, 0.33);
    wide.setDividerPositions(0.154, 0.349, 0.731);
    narrow.setDividerPositions(0.18, 0.51);
    wideSlots[2].getStyleClass().add("grows");
    narrowSlots[2].getStyleClass().add("grows");
    setCenter(stage); // once, so that the keys come to it before the controls
    setBottom(controls);
    showTab(textTab);
    arrange(true);
    widthProperty()
        .subscribe(
            width -> {
              if (width.doubleValue() > 0 && isWide != width.doubleValue() >= WIDE) {
                arrange(!isWide);
              }
            });
    model.momentProperty().subscribe(this::look);
  }

  private void look(@Nullable Moment now) {
    boolean moves = !model.calmProperty().get() && model.phaseProperty().get() != Phase.STARTING;
    loop.look(now, moves);
    said.look(now);
    code.look(now);
    values.look(now);
    controls.look(now);
  }

  /// Puts everything into its place for a wide or a narrow window.
  private void arrange(boolean asWide) {
    isWide = asWide;
    for (StackPane slot : wideSlots) {
      slot.getChildren().clear();
    }
    for (StackPane slot : narrowSlots) {
      slot.getChildren().clear();
    }
    if (asWide) {
      tabbed.getChildren().clear();
      fill(wideSlots, lessons, text, centre, right);
    } else {
      tabbed.getChildren().setAll(textTab.isSelected() ? text : right);
      fill(narrowSlots, lessons, tabs, centre);
    }
    stage.getChildren().setAll(asWide ? wide : narrow);
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

  private ToggleButton tab(String name) {
    ToggleButton tab = new ToggleButton(LearnWords.text("tab." + name));
    tab.setId("tab-" + name);
    tab.getStyleClass().add("code-tab");
    tab.setOnAction(_ -> showTab(tab));
    return tab;
  }

  private void showTab(ToggleButton chosen) {
    textTab.setSelected(chosen.equals(textTab));
    codeTab.setSelected(chosen.equals(codeTab));
    if (!isWide) {
      tabbed.getChildren().setAll(chosen.equals(textTab) ? text : right);
    }
  }

  private void showCode(org.sluice.engine.loop.Step step) {
    showTab(codeTab);
    code.showStep(step);
  }

  private static VBox pane(String name, Label note, Region content) {
    Label title = new Label(LearnWords.text("pane." + name));
    title.getStyleClass().add("sl-semibold");
    title.setMinWidth(USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    note.getStyleClass().addAll("text-small", "muted");
    note.setId(name + "-note");
    HBox head = new HBox(8, title, space, note);
    head.getStyleClass().add("learn-head");
    head.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(content, Priority.ALWAYS);
    VBox pane = new VBox(head, content);
    pane.setMinHeight(80);
    return pane;
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

  private static Label how() {
    return new Label(LearnWords.text("said.how"));
  }

  /// What F6 goes through.
  List<Node> panes() {
    return List.of(lessons, text, loop, said, code, values, controls);
  }

  Map<String, SplitPane> splits() {
    return Map.of("wide", wide, "narrow", narrow, "loop", centre, "code", right);
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
