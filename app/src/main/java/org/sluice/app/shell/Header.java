package org.sluice.app.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.sluice.app.command.Command;
import org.sluice.app.command.CommandNodes;
import org.sluice.app.command.CommandSet;
import org.sluice.icons.AppIcon;

/// The first row of the window: menu, name, perspectives, palette, theme, preferences.
final class Header extends StackPane {
  private final CommandSet commands;
  private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();

  /// @param perspectives the commands that show them, in order
  Header(CommandSet commands, List<Perspective> perspectives, List<Command> showing) {
    this.commands = commands;
    getStyleClass().add("header");
    BorderPane sides = new BorderPane();
    HBox left = new HBox(8, menu(), brand());
    left.setAlignment(Pos.CENTER_LEFT);
    sides.setLeft(left);
    HBox right =
        new HBox(
            4,
            paletteButton(commands.get("app.palette")),
            CommandNodes.iconButton(commands.get("app.theme")),
            CommandNodes.iconButton(commands.get("app.preferences")));
    right.setAlignment(Pos.CENTER_RIGHT);
    sides.setRight(right);
    HBox middle = new HBox();
    middle.getStyleClass().add("perspective-switch");
    middle.setMaxWidth(USE_PREF_SIZE);
    middle.setPickOnBounds(false);
    for (int i = 0; i < perspectives.size(); i++) {
      Perspective perspective = perspectives.get(i);
      ToggleButton button = toggle(perspective, showing.get(i));
      buttons.put(perspective.id(), button);
      middle.getChildren().add(button);
    }
    getChildren().addAll(sides, middle);
  }

  /// Marks the one that is shown.
  void show(String id) {
    buttons.forEach((each, button) -> button.setSelected(each.equals(id)));
  }

  private MenuButton menu() {
    MenuButton menu = new MenuButton("", new FontIcon(MaterialDesignM.MENU));
    menu.setId("menu");
    menu.getStyleClass().addAll("flat", "button-icon", "icon-button", "no-arrow");
    menu.setTooltip(new Tooltip(ShellWords.text("menu.tip")));
    menu.setAccessibleText(ShellWords.text("menu.tip"));
    menu.setOnShowing(_ -> fill(menu));
    fill(menu); // without an item it would not open
    return menu;
  }

  /// A menu for each group; what belongs to the whole program stands open at the end.
  private void fill(MenuButton menu) {
    Map<String, Menu> groups = new LinkedHashMap<>();
    List<MenuItem> items = new ArrayList<>();
    for (Command command : commands.all()) {
      if (isVariant(command)) {
        continue;
      }
      if (!command.group().equals(ShellWords.text("group.app"))) {
        groups
            .computeIfAbsent(command.group(), name -> new Menu(name))
            .getItems()
            .add(item(command));
      } else {
        items.add(item(command));
      }
    }
    items.addFirst(new SeparatorMenuItem());
    items.addAll(0, groups.values());
    menu.getItems().setAll(items);
  }

  /// Steps, zooms and formats (`monitor.step.back`) stand in the palette: a menu of all would not fit
  /// on the screen.
  private static boolean isVariant(Command command) {
    return command.id().indexOf('.') != command.id().lastIndexOf('.');
  }

  private static MenuItem item(Command command) {
    return CommandNodes.menuItem(command);
  }

  private static Label brand() {
    ImageView icon = new ImageView(new Image(AppIcon.png(48).toExternalForm()));
    icon.setFitWidth(22);
    icon.setFitHeight(22);
    icon.setSmooth(true);
    Label brand = new Label(ShellWords.text("app.title"), icon);
    brand.getStyleClass().add("brand");
    brand.setMaxHeight(Double.MAX_VALUE);
    return brand;
  }

  /// Looks like a field, since that is what it opens.
  private static Button paletteButton(Command command) {
    Label words = new Label(command.words());
    words.setGraphic(icon(command));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label keys = new Label(command.keys());
    keys.getStyleClass().add("key-cap");
    HBox row = new HBox(8, words, space, keys);
    row.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button();
    button.setGraphic(row);
    button.setId(CommandNodes.idOf(command));
    button.getStyleClass().add("palette-button");
    button.setAccessibleText(command.tip());
    button.setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
    row.prefWidthProperty().bind(button.widthProperty().subtract(22));
    button.setOnAction(_ -> command.run());
    return button;
  }

  private static ToggleButton toggle(Perspective perspective, Command show) {
    ToggleButton button = new ToggleButton(perspective.title(), new FontIcon(perspective.icon()));
    button.setId("perspective-" + perspective.id());
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(show.tip()));
    button.setOnAction(
        _ -> {
          button.setSelected(true); // pressing the one that is shown changes nothing
          show.run();
        });
    return button;
  }

  private static Node icon(Command command) {
    return command.icon() == null ? new Region() : new FontIcon(command.icon());
  }
}
