package org.sluice.app.learn;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.sluice.app.command.Command;
import org.sluice.app.command.CommandNodes;
import org.sluice.app.fx.Names;
import org.sluice.app.fx.SpareWords;

/// The bottom row: back, step, run, how fast, and what is downloaded.
final class ControlsBar extends HBox {
  private static final double LOOKS_DISABLED = 0.5;
  private static final double WIDE = 1180;

  /// With its words given up.
  private static final double LEAST = 460;

  private final LearnViewModel model;
  private final StepChips chips = new StepChips();
  private final Button step;
  private final Label stepWords = new Label();
  private final Label stepKey = new Label();
  private final Map<Pace, ToggleButton> paces = new EnumMap<>(Pace.class);

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
    HBox speeds = paces();
    MenuButton cases = cases();
    getChildren()
        .addAll(
            restart,
            CommandNodes.iconButton(commands.back),
            step,
            run,
            pause,
            speed,
            speeds,
            space,
            chips,
            cases);
    spare = new ArrayList<>(List.of(speed, restart, pause, run, cases, stepKey));
    spare.addAll(paces.values().stream().filter(each -> each.getGraphic() != null).toList());
    spare.add(stepWords);
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

  private Button stepButton(Command command) {
    Button button = CommandNodes.button(command);
    button.getStyleClass().remove("flat");
    button.getStyleClass().add("accent");
    stepKey.setText(command.keys());
    stepKey.getStyleClass().add("key-cap-on-accent");
    stepWords.setText(command.words());
    HBox content = new HBox(6, new FontIcon(command.icon()), stepWords, stepKey);
    content.setAlignment(Pos.CENTER);
    button.setText(command.words());
    button.setGraphic(content);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
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
        .bind(Bindings.when(command.enabled()).then(1.0).otherwise(LOOKS_DISABLED));
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
      String words = LearnWords.text("pace." + pace);
      ToggleButton button = new ToggleButton(words);
      paces.put(pace, button);
      button.setId("pace-" + pace.name().toLowerCase(Locale.ROOT));
      button.getStyleClass().add("segment");
      if (pace == Pace.SLOW) {
        button.getStyleClass().add("first");
        button.setGraphic(new FontIcon(MaterialDesignS.SPEEDOMETER_SLOW));
      } else if (pace == Pace.FULL) {
        button.getStyleClass().add("last");
        button.setGraphic(new FontIcon(MaterialDesignS.SPEEDOMETER));
      }
      button.setContentDisplay(ContentDisplay.TEXT_ONLY);
      button.setMinWidth(USE_PREF_SIZE);
      Names.icon(button, words + "\n" + LearnWords.text("pace." + pace + ".tip"));
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
    model
        .labCaseProperty()
        .subscribe(
            now -> {
              menu.setText(now.title());
              Names.icon(menu, now.title() + "\n" + LearnWords.text("case.tip"));
            });
    return menu;
  }
}
