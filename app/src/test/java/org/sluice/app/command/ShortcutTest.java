package org.sluice.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class ShortcutTest {
  @Test
  void keysWithOtherModifiersAreOthers() {
    assertThat(Shortcut.key(KeyCode.DELETE).matches(pressed(KeyCode.DELETE, false))).isTrue();
    assertThat(Shortcut.key(KeyCode.DELETE).matches(pressed(KeyCode.DELETE, true))).isFalse();
    assertThat(Shortcut.shift(KeyCode.DELETE).matches(pressed(KeyCode.DELETE, true))).isTrue();
    assertThat(Shortcut.alt(KeyCode.DELETE).matches(pressed(KeyCode.DELETE, false))).isFalse();
  }

  @Test
  void whatATextFieldNeedsIsLeftToIt() {
    assertThat(Shortcut.ctrl(KeyCode.V).actsWhileTyping()).isFalse();
    assertThat(Shortcut.key(KeyCode.SPACE).actsWhileTyping()).isFalse();
    assertThat(Shortcut.typed("?").actsWhileTyping()).isFalse();
    assertThat(Shortcut.ctrl(KeyCode.K).actsWhileTyping()).isTrue();
    assertThat(Shortcut.key(KeyCode.F6).actsWhileTyping()).isTrue();
  }

  @Test
  void itIsWrittenAsThePlatformWritesIt() {
    assertThat(new Shortcut.Keys(KeyCode.O, true, true, false).text(false))
        .isEqualTo("Ctrl Shift O");
    assertThat(new Shortcut.Keys(KeyCode.O, true, true, false).text(true))
        .isEqualTo("\u2318\u21e7O");
    assertThat(new Shortcut.Keys(KeyCode.COMMA, true, false, false).text(false))
        .isEqualTo("Ctrl ,");
  }

  @Test
  void aCharacterCountsWhereverTheKeyboardHasIt() {
    KeyEvent typed =
        new KeyEvent(KeyEvent.KEY_TYPED, "?", "", KeyCode.UNDEFINED, true, false, false, false);
    assertThat(Shortcut.typed("?").matches(typed)).isTrue();
    assertThat(Shortcut.typed("+").matches(typed)).isFalse();
  }

  private static KeyEvent pressed(KeyCode code, boolean shift) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false);
  }
}
