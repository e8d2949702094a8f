package org.sluice.app.fx;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What controls are called by who does not see them, and how the keys get out of them.
///
/// **Threads**: JavaFX.
public final class Names {
  private Names() {}

  /// A control with an icon and no word: the same words are its tooltip and what is read out.
  ///
  /// @param words with its keys, if it has some
  public static <C extends Control> C icon(C control, String words) {
    control.setTooltip(new Tooltip(words));
    control.setAccessibleText(words);
    return control;
  }

  /// A control with its words in a label beside it.
  public static <N extends Node> N by(Label label, N control) {
    label.setLabelFor(control);
    control.setAccessibleText(label.getText());
    return control;
  }

  /// Tab leaves a text of several lines, as it leaves any other field.
  public static void tabLeaves(TextArea text) {
    text.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            event.consume();
            Event.fireEvent( // with Ctrl it goes on from such a text
                text,
                new KeyEvent(
                    text,
                    text,
                    KeyEvent.KEY_PRESSED,
                    "",
                    "",
                    KeyCode.TAB,
                    event.isShiftDown(),
                    true,
                    false,
                    false));
          }
        });
  }
}
