package org.sluice.app.preferences;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sluice.app.fx.Glyph;
import org.sluice.engine.multi.Poll;

/// Every poll state in the colours that hold, below what they are chosen with.
final class PollSample {
  private PollSample() {}

  static Node below(Node choice) {
    HBox pills = new HBox(6);
    pills.setId("poll-sample");
    pills.setAlignment(Pos.CENTER_RIGHT);
    for (Poll poll : Poll.values()) {
      Label pill = new Label(poll.name(), new Glyph(poll, 14));
      pill.getStyleClass().add("poll-pill");
      pill.pseudoClassStateChanged(Glyph.pseudoClass(poll), true);
      pills.getChildren().add(pill);
    }
    pills.setMinWidth(HBox.USE_PREF_SIZE); // no word is cut
    HBox above = new HBox(choice);
    above.setAlignment(Pos.CENTER_RIGHT);
    VBox both = new VBox(8, above, pills);
    both.setAlignment(Pos.CENTER_RIGHT);
    return both;
  }
}
