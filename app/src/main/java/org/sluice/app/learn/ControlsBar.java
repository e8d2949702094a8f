package org.sluice.app.learn;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.sluice.app.command.Command;
import org.sluice.app.command.CommandNodes;
import org.sluice.app.fx.SpareWords;

/// The bottom row: back, step, run, how fast, and what is downloaded.
final class ControlsBar extends HBox {
  private static final double LOOKS_DISABLED = 0.5;
  private static final double WIDE = 1180;

  /// With its words given up; the diagram above needs as much.
  private static final double LEAST = 780;

  private final LearnViewModel model;
  private final StepChips chips = new StepChips();
  private final Button step;

  /// In this order they give up their word where there is not room for all.
  private final List<Labeled> spare;

  ControlsBar(LearnViewModel model, LearnCommands commands) {
    super(6);
    this.model = model;
    setId("learn-controls");
    getStyleClass().add("learn-controls");
    setAlignment(Pos.CENTER_LEFT);
    Button restart = CommandNodes.button(commands.restart);
    step = stepButton(commands.step);
    Label speed = new Label(LearnWords.text("speed"));
    speed.getStyleClass().addAll("text-small", "muted", "speed");
    speed.setMinWidth(USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button run = bordered(commands.run);
    Button pause = bordered(commands.pause);
    getChildren()
        .addAll(
            restart,
            CommandNodes.iconButton(commands.back),
            step,
            run,
            pause,
            speed,
            paces(),
            space,
            chips,
            cases());
    spare = List.of(speed, restart, pause, run);
    chips.managedProperty().bind(chips.visibleProperty());
    widthProperty()
        .subscribe(
            width -> {
              chips.setVisible(width.doubleValue() >= WIDE);
              fit();
            });
    sceneProperty().subscribe(_ -> fit());
    model.labCaseProperty().subscribe(_ -> fit()); // its name may be a long one
  }

  private void fit() {
    SpareWords.fit(this, spare, () -> super.computeMinWidth(-1));
  }

  /// Words that do not fit are given up, so that they never make the window's content too wide.
  @Override
  protected double computeMinWidth(double height) {
    return Math.min(LEAST, super.computeMinWidth(height));
  }

  /// Shows a moment.
  void look(@Nullable Moment now) {
    chips.look(now);
  }

  /// Where the work begins.
  Button stepButton() {
    return step;
  }

  private static Button stepButton(Command command) {
    Button button = CommandNodes.button(command);
    button.getStyleClass().remove("flat");
    button.getStyleClass().add("accent");
    Label key = new Label(command.keys());
    key.getStyleClass().add("key-cap-on-accent");
    Label words = new Label(command.words());
    HBox content = new HBox(6, new FontIcon(command.icon()), words, key);
    content.setAlignment(Pos.CENTER);
    button.setText(command.words());
    button.setGraphic(content);
    button.setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
    keepFocus(button, command);
    return button;
  }

  /// While a step is done no other can be; were the button with the focus disabled then, the focus would
  /// go on to the next one, and who presses Space again would press that.
  private static void keepFocus(Button button, Command command) {
    button.disableProperty().unbind();
    button
        .disableProperty()
        .bind(Bindings.not(command.enabled()).and(button.focusedProperty().not()));
    button
        .opacityProperty()
        .bind(
            Bindings.when(Bindings.or(command.enabled(), button.disabledProperty()))
                .then(1.0)
                .otherwise(LOOKS_DISABLED));
  }

  private static Button bordered(Command command) {
    Button button = CommandNodes.button(command);
    button.getStyleClass().remove("flat");
    return button;
  }

  private HBox paces() {
    HBox box = new HBox();
    box.getStyleClass().add("segments");
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMinWidth(USE_PREF_SIZE);
    for (Pace pace : Pace.values()) {
      ToggleButton button = new ToggleButton(LearnWords.text("pace." + pace));
      button.setId("pace-" + pace.name().toLowerCase(Locale.ROOT));
      button.getStyleClass().add("segment");
      if (pace == Pace.SLOW) {
        button.getStyleClass().add("first");
      } else if (pace == Pace.FULL) {
        button.getStyleClass().add("last");
      }
      button.setMinWidth(USE_PREF_SIZE);
      button.setTooltip(new Tooltip(LearnWords.text("pace." + pace + ".tip")));
      button.setOnAction(
          _ -> {
            button.setSelected(true);
            model.paceProperty().set(pace);
          });
      model.paceProperty().subscribe(now -> button.setSelected(now == pace));
      if (pace != Pace.FULL) {
        button.disableProperty().bind(model.calmProperty());
      }
      box.getChildren().add(button);
    }
    return box;
  }

  private MenuButton cases() {
    MenuButton menu = new MenuButton("", new FontIcon(MaterialDesignS.SERVER));
    menu.setId("learn-case");
    menu.setTooltip(new Tooltip(LearnWords.text("case.tip")));
    menu.setMinWidth(USE_PREF_SIZE);
    ToggleGroup group = new ToggleGroup();
    for (LabCase each : LabCase.values()) {
      RadioMenuItem item = new RadioMenuItem(each.title());
      item.setId("case-" + each.name().toLowerCase(Locale.ROOT));
      item.setToggleGroup(group);
      item.setOnAction(_ -> model.labCaseProperty().set(each));
      model.labCaseProperty().subscribe(now -> item.setSelected(now == each));
      menu.getItems().add(item);
    }
    model.labCaseProperty().subscribe(now -> menu.setText(now.title()));
    return menu;
  }
}
