package org.sluice.app.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sluice.app.command.Command;
import org.sluice.app.command.CommandMatches;
import org.sluice.app.command.CommandSet;

/// A field in which a command is found by a few letters of it, and run.
final class CommandPalette extends VBox {
  private static final double WIDTH = 560;
  private static final double ROW = 34;
  private static final double MOST_ROWS = 10;
  private static final Insets BELOW_HEADER = new Insets(60, 0, 0, 0);

  private final DialogLayer dialogs;
  private final TextField field = new TextField();
  private final ListView<Command> list = new ListView<>();

  private CommandPalette(DialogLayer dialogs, CommandSet commands) {
    this.dialogs = dialogs;
    getStyleClass().addAll("dialog", "palette");
    setPrefWidth(WIDTH);
    field.setId("palette-field");
    field.getStyleClass().add("initial-focus");
    field.setPromptText(ShellWords.text("palette.prompt"));
    field.setAccessibleText(ShellWords.text("palette.accessible"));
    list.setId("palette-list");
    list.setAccessibleText(ShellWords.text("palette.accessible"));
    list.setFixedCellSize(ROW);
    list.setCellFactory(_ -> new Cell());
    list.setPlaceholder(new Label(ShellWords.text("palette.nothing")));
    list.setFocusTraversable(false);
    list.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 1) {
            runSelected();
          }
        });
    field
        .textProperty()
        .subscribe(
            typed -> {
              list.getItems().setAll(CommandMatches.of(typed, commands.all()));
              list.getSelectionModel().selectFirst();
              list.scrollTo(0);
              double rows = Math.max(1, Math.min(list.getItems().size(), MOST_ROWS));
              list.setPrefHeight(rows * ROW + 2);
            });
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    getChildren().addAll(field, list);
  }

  /// Opens it over the window.
  static void open(DialogLayer dialogs, CommandSet commands) {
    dialogs.open(new CommandPalette(dialogs, commands), Pos.TOP_CENTER, BELOW_HEADER, () -> {});
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> select(-1);
      case DOWN -> select(1);
      case PAGE_UP -> select(-8);
      case PAGE_DOWN -> select(8);
      case ENTER -> runSelected();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void select(int step) {
    int count = list.getItems().size();
    if (count > 0) {
      int at = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) step, 0, count - 1);
      list.getSelectionModel().select(at);
      list.scrollTo(Math.max(0, at - 4));
    }
  }

  /// The palette is gone before the command begins: it may open a dialog of its own.
  private void runSelected() {
    Command chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null && chosen.isEnabled()) {
      dialogs.close(this);
      chosen.run();
    }
  }

  private static final class Cell extends ListCell<Command> {
    private final Label words = new Label();
    private final Label group = new Label();
    private final Label keys = new Label();
    private final HBox row;

    Cell() {
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      group.getStyleClass().add("palette-group");
      keys.getStyleClass().add("key-cap");
      words.setGraphicTextGap(10);
      row = new HBox(8, words, group, space, keys);
      row.setAlignment(Pos.CENTER_LEFT);
      getStyleClass().add("palette-cell");
      setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable Command command, boolean empty) {
      super.updateItem(command, empty);
      if (empty || command == null) {
        setGraphic(null);
        setText(null);
        return;
      }
      words.setText(command.words());
      words.setGraphic(command.icon() == null ? room() : new FontIcon(command.icon()));
      group.setText(command.group());
      keys.setText(command.keys());
      keys.setVisible(!command.keys().isEmpty());
      row.setOpacity(command.isEnabled() ? 1 : 0.5);
      setText(command.words() + " " + command.keys());
      setGraphic(row);
    }

    private static Region room() {
      Region room = new Region();
      room.setMinWidth(16);
      return room;
    }
  }
}
