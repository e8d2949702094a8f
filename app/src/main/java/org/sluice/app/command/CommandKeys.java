package org.sluice.app.command;

import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Runs commands by their keys.
///
/// **Threads**: JavaFX.
public final class CommandKeys {
  private final Scene scene;
  private final CommandSet commands;
  private final BooleanSupplier asleep;
  private boolean swallowTyped;

  private CommandKeys(Scene scene, CommandSet commands, BooleanSupplier asleep) {
    this.scene = scene;
    this.commands = commands;
    this.asleep = asleep;
  }

  /// Listens on `scene`, before what has the focus.
  ///
  /// @param asleep whether no command acts now, because a dialog is open
  public static void listen(Scene scene, CommandSet commands, BooleanSupplier asleep) {
    CommandKeys keys = new CommandKeys(scene, commands, asleep);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
    scene.addEventFilter(KeyEvent.KEY_TYPED, keys::typed);
    scene.addEventFilter(KeyEvent.KEY_RELEASED, _ -> keys.swallowTyped = false);
  }

  private void pressed(KeyEvent event) {
    swallowTyped = run(event);
    if (swallowTyped) {
      event.consume();
    }
  }

  /// What a command has been given by is no text, wherever the focus has gone.
  private void typed(KeyEvent event) {
    if (swallowTyped) {
      swallowTyped = false;
      event.consume();
    } else if (run(event)) {
      event.consume();
    }
  }

  private boolean run(KeyEvent event) {
    if (asleep.getAsBoolean()) {
      return false;
    }
    Node focus = scene.getFocusOwner();
    boolean typing = focus instanceof TextInputControl text && text.isEditable();
    for (Command command : commands.all()) {
      for (Shortcut shortcut : command.shortcuts()) {
        if (shortcut.matches(event)
            && (!typing || shortcut.actsWhileTyping())
            && !isForButton(focus, event)
            && command.run()) {
          return true;
        }
      }
    }
    return false;
  }

  /// A button that has the focus is pressed by these.
  private static boolean isForButton(Node focus, KeyEvent event) {
    return focus instanceof ButtonBase
        && (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER)
        && !event.isShortcutDown()
        && !event.isAltDown();
  }
}
