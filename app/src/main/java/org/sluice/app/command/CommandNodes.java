package org.sluice.app.command;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sluice.app.fx.Names;

/// Buttons and menu items that give commands.
public final class CommandNodes {
  private static final double MENU_WIDTH = 220;

  private CommandNodes() {}

  /// A button with icon and words; its id is the command's, with `-` for `.`.
  public static Button button(Command command) {
    Button button = iconButton(command);
    button.getStyleClass().removeAll("button-icon", "icon-button");
    button.setText(command.words());
    return button;
  }

  /// A button with an icon only; the words are its tooltip.
  public static Button iconButton(Command command) {
    Button button = new Button();
    if (command.icon() != null) {
      button.setGraphic(new FontIcon(command.icon()));
    }
    button.setId(idOf(command));
    button.getStyleClass().addAll("flat", "button-icon", "icon-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    Names.icon(button, command.tip());
    button.disableProperty().bind(Bindings.not(command.enabled()));
    button.setOnAction(_ -> command.run());
    return button;
  }

  /// A menu item with the key at its end.
  ///
  /// The key is only shown: a real accelerator would also act while text is typed.
  public static MenuItem menuItem(Command command) {
    Label words = new Label(command.words());
    if (command.icon() != null) {
      words.setGraphic(new FontIcon(command.icon()));
    } else {
      words.setGraphic(noIcon());
    }
    words.setGraphicTextGap(8);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label keys = new Label(command.keys());
    keys.getStyleClass().add("menu-keys");
    HBox row = new HBox(24, words, space, keys);
    row.getStyleClass().add("menu-row");
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinWidth(MENU_WIDTH);
    row.parentProperty().subscribe(menu -> alignKeys(row, keys, menu));
    CustomMenuItem item = new CustomMenuItem(row);
    item.setId("menu-" + idOf(command));
    item.setText(command.words());
    item.disableProperty().bind(Bindings.not(command.enabled()));
    item.setOnAction(_ -> command.run());
    return item;
  }

  /// A menu gives each row only the width that it asks for; the keys stand at the end of the widest.
  private static void alignKeys(HBox row, Label keys, @Nullable Parent menu) {
    keys.translateXProperty().unbind();
    if (menu instanceof Region room) {
      keys.translateXProperty()
          .bind(
              Bindings.createDoubleBinding(
                  () ->
                      Math.max(
                          0,
                          room.getWidth()
                              - room.snappedLeftInset()
                              - room.snappedRightInset()
                              - row.getWidth()),
                  room.widthProperty(),
                  row.widthProperty()));
    }
  }

  /// Puts the arrow of a menu inside a menu below the keys of the other lines; once it is shown.
  public static void arrowAtEnd(Menu menu) {
    if (menu.getStyleableNode() instanceof Region line
        && line.lookup(".right-container") instanceof Region arrow) {
      arrow.setTranslateX(
          line.getWidth() - line.snappedRightInset() - arrow.getLayoutX() - arrow.getWidth());
    }
  }

  /// As wide as an icon, so that words stand below words.
  public static Region noIcon() {
    Region room = new Region();
    room.setMinWidth(16);
    return room;
  }

  /// The id of a node that gives the command.
  public static String idOf(Command command) {
    return command.id().replace('.', '-');
  }
}
