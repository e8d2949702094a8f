package org.sluice.app.shell;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.sluice.app.command.Command;
import org.sluice.app.command.Shortcut;
import org.sluice.app.fx.Names;

/// Every key, grouped by what it belongs to.
final class ShortcutSheet extends VBox {
  private static final double COLUMN = 300;
  private static final double GROUPS_APART = 16;

  /// Between the keys and the scroll bar.
  private static final double BAR = 14;

  /// Between the words and the ring that shows the focus.
  private static final double RING = 8;

  private ShortcutSheet(List<Command> commands, Runnable close) {
    getStyleClass().addAll("dialog", "shortcut-sheet");
    setId("shortcuts");
    setPrefWidth(2 * COLUMN + 80);
    Label title = new Label(ShellWords.text("shortcuts.title"));
    title.getStyleClass().add("dialog-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button cross = new Button("", new FontIcon(MaterialDesignC.CLOSE));
    cross.getStyleClass().addAll("flat", "button-icon", "icon-button");
    Names.icon(cross, ShellWords.text("dialog.close"));
    cross.setOnAction(_ -> close.run());
    HBox head = new HBox(title, space, cross);
    head.setAlignment(Pos.CENTER_LEFT);

    Map<String, VBox> boxes = new LinkedHashMap<>();
    for (Command command : commands) {
      if (!command.shortcuts().isEmpty()) {
        boxes
            .computeIfAbsent(command.group(), ShortcutSheet::group)
            .getChildren()
            .add(row(command));
      }
    }
    boxes.put("", insideControls());
    ScrollPane scroll = new ScrollPane(columns(boxes.values()));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(true); // the arrow keys scroll it
    scroll.setAccessibleText(ShellWords.text("shortcuts.title"));
    scroll.getStyleClass().add("initial-focus");
    scroll.setMaxHeight(560);
    scroll.getStyleClass().add("edge-to-edge");
    VBox.setMargin(scroll, new Insets(0, -RING, 0, -RING)); // the words stand below the title
    getChildren().addAll(head, scroll);
  }

  /// Two columns, each group in the shorter one.
  private static HBox columns(Collection<VBox> groups) {
    VBox left = new VBox(GROUPS_APART);
    VBox right = new VBox(GROUPS_APART);
    int more = 0; // rows at the left
    for (VBox group : groups) {
      int rows = group.getChildren().size();
      (more <= 0 ? left : right).getChildren().add(group);
      more += more <= 0 ? rows : -rows;
    }
    HBox columns = new HBox(32, left, right);
    columns.setPadding(new Insets(6, BAR, 6, RING));
    for (VBox column : List.of(left, right)) {
      column.setPrefWidth(COLUMN);
      column.setMinWidth(0);
      HBox.setHgrow(column, Priority.ALWAYS);
    }
    return columns;
  }

  /// Opens it over the window.
  static void open(DialogLayer dialogs, List<Command> commands) {
    dialogs.open(new ShortcutSheet(commands, dialogs::close));
  }

  /// What is no command: keys of controls, which are the same everywhere.
  private static VBox insideControls() {
    VBox box = group(ShellWords.text("keys.group"));
    box.getChildren()
        .addAll(
            row("keys.next", Shortcut.key(KeyCode.TAB), Shortcut.shift(KeyCode.TAB)),
            row("keys.press", Shortcut.key(KeyCode.SPACE)),
            row("keys.confirm", Shortcut.ctrl(KeyCode.ENTER)),
            row("keys.close", Shortcut.key(KeyCode.ESCAPE)),
            row("keys.week", Shortcut.key(KeyCode.SPACE)),
            row("keys.week.block", Shortcut.shift(KeyCode.LEFT), Shortcut.shift(KeyCode.RIGHT)),
            row("keys.brush", Shortcut.key(KeyCode.LEFT), Shortcut.key(KeyCode.RIGHT)),
            row("keys.code", Shortcut.shift(KeyCode.LEFT), Shortcut.shift(KeyCode.RIGHT)));
    return box;
  }

  private static VBox group(String name) {
    Label heading = new Label(name);
    heading.getStyleClass().add("sl-semibold");
    VBox box = new VBox(4, heading);
    return box;
  }

  private static HBox row(Command command) {
    return row(command.words(), command.shortcuts());
  }

  private static HBox row(String key, Shortcut... shortcuts) {
    return row(ShellWords.text(key), List.of(shortcuts));
  }

  private static HBox row(String sentence, List<Shortcut> shortcuts) {
    Label words = new Label(sentence);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(8, words, space);
    for (Shortcut shortcut : shortcuts) {
      Label keys = new Label(shortcut.text());
      keys.getStyleClass().add("key-cap");
      keys.setMinWidth(Region.USE_PREF_SIZE);
      row.getChildren().add(keys);
    }
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
