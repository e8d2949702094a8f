package org.sluice.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.sluice.app.fx.Messages;
import org.sluice.app.language.Isolate;

/// Keys that run a command.
///
/// Ctrl stands for the platform's own key: Cmd on macOS. Keys that a text field needs itself, and keys
/// without Ctrl or Alt, do nothing while text is typed.
public sealed interface Shortcut {
  /// Whether these keys were pressed, or this character was typed.
  boolean matches(KeyEvent event);

  /// Whether they act although a text field has the focus.
  boolean actsWhileTyping();

  /// As a person reads it, for example `Ctrl Shift O`.
  String text();

  /// A key with these modifiers and no other ones.
  record Keys(KeyCode code, boolean ctrl, boolean shift, boolean alt) implements Shortcut {
    /// What a text field does with Ctrl.
    private static final Set<KeyCode> OF_TEXT =
        Set.of(
            KeyCode.A,
            KeyCode.C,
            KeyCode.V,
            KeyCode.X,
            KeyCode.Y,
            KeyCode.Z,
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.UP,
            KeyCode.DOWN,
            KeyCode.HOME,
            KeyCode.END,
            KeyCode.DELETE,
            KeyCode.BACK_SPACE);

    @Override
    public boolean matches(KeyEvent event) {
      return event.getEventType() == KeyEvent.KEY_PRESSED
          && event.getCode() == code
          && event.isShortcutDown() == ctrl
          && event.isShiftDown() == shift
          && event.isAltDown() == alt
          && hasNoOtherModifier(event);
    }

    private static boolean hasNoOtherModifier(KeyEvent event) {
      return event.isShortcutDown() || !(event.isControlDown() || event.isMetaDown());
    }

    @Override
    public boolean actsWhileTyping() {
      return code.isFunctionKey()
          || code == KeyCode.ESCAPE
          || ((ctrl || alt) && !OF_TEXT.contains(code));
    }

    @Override
    public String text() {
      return text(System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac"));
    }

    String text(boolean mac) {
      List<String> parts = new ArrayList<>();
      if (ctrl) {
        parts.add(mac ? "\u2318" : Messages.text("key.CONTROL"));
      }
      if (alt) {
        parts.add(mac ? "\u2325" : Messages.text("key.ALT"));
      }
      if (shift) {
        parts.add(mac ? "\u21e7" : Messages.text("key.SHIFT"));
      }
      parts.add(name());
      return Isolate.leftToRight(String.join(mac ? "" : " ", parts));
    }

    private String name() {
      return switch (code) {
        case COMMA -> ",";
        case PERIOD -> ".";
        case SLASH -> "/";
        case LEFT -> "\u2190";
        case RIGHT -> "\u2192";
        case UP -> "\u2191";
        case DOWN -> "\u2193";
        case BACK_SPACE -> "\u232b";
        default -> Messages.has("key." + code) ? Messages.text("key." + code) : code.getName();
      };
    }
  }

  /// A character, wherever the keyboard has it.
  record Typed(String character) implements Shortcut {
    @Override
    public boolean matches(KeyEvent event) {
      return event.getEventType() == KeyEvent.KEY_TYPED
          && event.getCharacter().equals(character)
          && !event.isShortcutDown();
    }

    @Override
    public boolean actsWhileTyping() {
      return false;
    }

    @Override
    public String text() {
      return character.equals("-") ? "\u2212" : character;
    }
  }

  /// The key alone.
  static Shortcut key(KeyCode code) {
    return new Keys(code, false, false, false);
  }

  static Shortcut ctrl(KeyCode code) {
    return new Keys(code, true, false, false);
  }

  static Shortcut ctrlShift(KeyCode code) {
    return new Keys(code, true, true, false);
  }

  static Shortcut shift(KeyCode code) {
    return new Keys(code, false, true, false);
  }

  static Shortcut alt(KeyCode code) {
    return new Keys(code, false, false, true);
  }

  static Shortcut altShift(KeyCode code) {
    return new Keys(code, false, true, true);
  }

  static Shortcut typed(String character) {
    return new Typed(character);
  }
}
