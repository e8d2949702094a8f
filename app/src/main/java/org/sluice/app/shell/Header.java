package org.sluice.app.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.sluice.app.command.Command;
import org.sluice.app.command.CommandNodes;
import org.sluice.app.command.CommandSet;
import org.sluice.app.fx.Names;
import org.sluice.app.fx.TextWidth;

/// The first row of the window: menu, name, perspectives, palette, theme, preferences; the keys go through
/// it in this order. Where there is no room, words leave before anything else does.
final class Header extends Region {
  /// Wider than the field for the palette was drawn for.
  private static final double LONG_WORDS = 130;

  private static final double GAP = 12;

  /// What is given up, one after the other: room in the palette's button, its words, the name of the
  /// program, the words of the perspectives.
  private static final int STEPS = 4;

  private final CommandSet commands;
  private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();
  private final Label brand = brand();
  private final Button palette;
  private final HBox left;
  private final HBox middle = new HBox();
  private final HBox right;
  private double[] needs = {};

  /// @param perspectives the commands that show them, in order
  Header(CommandSet commands, List<Perspective> perspectives, List<Command> showing) {
    this.commands = commands;
    getStyleClass().add("header");
    left = new HBox(8, menu(), brand);
    left.setAlignment(Pos.CENTER_LEFT);
    palette = paletteButton(commands.get("app.palette"));
    right =
        new HBox(
            4,
            palette,
            CommandNodes.iconButton(commands.get("app.theme")),
            CommandNodes.iconButton(commands.get("app.preferences")));
    right.setAlignment(Pos.CENTER_RIGHT);
    middle.getStyleClass().add("perspective-switch");
    for (int i = 0; i < perspectives.size(); i++) {
      Perspective perspective = perspectives.get(i);
      ToggleButton button = toggle(perspective, showing.get(i));
      buttons.put(perspective.id(), button);
      middle.getChildren().add(button);
    }
    getChildren().addAll(left, middle, right);
    widthProperty().subscribe(width -> fit(width.doubleValue()));
    sceneProperty().subscribe(_ -> fit(getWidth()));
  }

  /// Gives up as little as can be.
  private void fit(double width) {
    if (getScene() == null || width <= 0) {
      return;
    }
    if (needs.length == 0) {
      needs = new double[STEPS + 1];
      for (int step = 0; step <= STEPS; step++) {
        give(step);
        applyCss();
        needs[step] = left.prefWidth(-1) + middle.prefWidth(-1) + right.prefWidth(-1) + 4 * GAP;
      }
    }
    int step = 0;
    while (step < STEPS && needs[step] > width) {
      step++;
    }
    give(step);
  }

  private void give(int step) {
    style(palette, "narrow", step >= 1);
    style(palette, "wordless", step >= 2);
    ((Parent) palette.getGraphic())
        .getChildrenUnmodifiable()
        .forEach(part -> show(part, step < 2 || part instanceof FontIcon));
    show(brand, step < 3);
    buttons
        .values()
        .forEach(
            button ->
                button.setContentDisplay(
                    step < 4 ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY));
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static void style(Node node, String name, boolean on) {
    if (!on) {
      node.getStyleClass().remove(name);
    } else if (!node.getStyleClass().contains(name)) {
      node.getStyleClass().add(name);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return snappedLeftInset()
        + left.prefWidth(-1)
        + middle.prefWidth(-1)
        + right.prefWidth(-1)
        + snappedRightInset();
  }

  /// The perspectives stand in the middle of the window, as far as there is room.
  @Override
  protected void layoutChildren() {
    double height = getHeight();
    double leftWidth = left.prefWidth(-1);
    double rightWidth = right.prefWidth(-1);
    double middleWidth = middle.prefWidth(-1);
    double rightAt = getWidth() - snappedRightInset() - rightWidth;
    double leftEnd = snappedLeftInset() + leftWidth + GAP;
    double centred = (getWidth() - middleWidth) / 2;
    double middleAt = Math.max(leftEnd, Math.min(centred, rightAt - GAP - middleWidth));
    left.resizeRelocate(snappedLeftInset(), 0, leftWidth, height - 1);
    right.resizeRelocate(rightAt, 0, rightWidth, height - 1);
    double middleHeight = middle.prefHeight(-1);
    middle.resizeRelocate(
        Math.round(middleAt), Math.floor((height - middleHeight) / 2), middleWidth, middleHeight);
  }

  /// Marks the one that is shown.
  void show(String id) {
    buttons.forEach((each, button) -> button.setSelected(each.equals(id)));
  }

  private MenuButton menu() {
    MenuButton menu = new MenuButton("", new FontIcon(MaterialDesignM.MENU));
    menu.setId("menu");
    menu.getStyleClass().addAll("flat", "button-icon", "icon-button", "no-arrow");
    Names.icon(menu, ShellWords.text("menu.tip"));
    menu.setOnShowing(_ -> fill(menu));
    menu.setOnShown(
        _ ->
            menu.getItems().stream()
                .filter(Menu.class::isInstance)
                .forEach(group -> CommandNodes.arrowAtEnd((Menu) group)));
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
            .computeIfAbsent(command.group(), name -> new Menu(name, CommandNodes.noIcon()))
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
    Label brand = new Label(ShellWords.text("app.title"), new BrandIcon());
    brand.getStyleClass().add("brand");
    brand.setMaxHeight(Double.MAX_VALUE);
    return brand;
  }

  /// Looks like a field, since that is what it opens.
  private static Button paletteButton(Command command) {
    Label words = new Label(command.words());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label keys = new Label(command.keys());
    keys.getStyleClass().add("key-cap");
    keys.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(8, icon(command), words, space, keys);
    row.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button();
    button.setGraphic(row);
    button.setId(CommandNodes.idOf(command));
    button.getStyleClass().add("palette-button");
    if (TextWidth.cell(command.words()) > LONG_WORDS) {
      button.getStyleClass().add("long");
    }
    Names.icon(button, command.tip());
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    row.prefWidthProperty().bind(button.widthProperty().subtract(22));
    button.setOnAction(_ -> command.run());
    return button;
  }

  private static ToggleButton toggle(Perspective perspective, Command show) {
    ToggleButton button = new ToggleButton(perspective.title(), new FontIcon(perspective.icon()));
    button.setId("perspective-" + perspective.id());
    button.setMinWidth(USE_PREF_SIZE);
    Names.icon(button, show.tip());
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
