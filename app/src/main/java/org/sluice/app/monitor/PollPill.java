package org.sluice.app.monitor;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import org.sluice.app.fx.Glyph;
import org.sluice.app.fx.Messages;
import org.sluice.engine.multi.Poll;

/// A poll state as shape, letter, word and colour.
public final class PollPill extends Label {
  private final Glyph glyph = new Glyph(Poll.NONE, 14);

  private boolean words;

  public PollPill() {
    getStyleClass().add("poll-pill");
    setGraphic(glyph);
    setAccessibleRole(AccessibleRole.TEXT);
    show(Poll.NONE);
  }

  /// Whether it says what the state means instead of its name.
  public void words(boolean value) {
    words = value;
  }

  /// Shows a state.
  public void show(Poll poll) {
    glyph.show(poll);
    setText(words ? Messages.text("poll.word." + poll) : poll.name());
    setAccessibleText(Messages.text("poll." + poll));
    for (Poll each : Poll.values()) {
      pseudoClassStateChanged(Glyph.pseudoClass(each), each == poll);
    }
  }
}
