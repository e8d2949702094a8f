package org.sluice.app.learn;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A line of code: its number, the step that begins at it, its words in colours.
final class CodeCell extends ListCell<@Nullable CodeLine> {
  static final double HEIGHT = 20;
  private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");

  private final CodePane pane;
  private final Label number = new Label();
  private final Label badge = new Label();
  private final HBox words = new HBox();
  private final HBox row = new HBox(number, badge, words);

  CodeCell(CodePane pane) {
    this.pane = pane;
    getStyleClass().add("code-cell");
    number.getStyleClass().add("code-number");
    badge.getStyleClass().add("code-badge");
    words.setAlignment(Pos.CENTER_LEFT);
    row.setAlignment(Pos.CENTER_LEFT);
    pane.momentProperty().subscribe(_ -> mark());
  }

  private void mark() {
    CodeLine line = getItem();
    boolean now = line != null && CodeListing.isCurrent(line, pane.momentProperty().get());
    pseudoClassStateChanged(NOW, now);
    badge.pseudoClassStateChanged(NOW, now);
    if (line != null) {
      setAccessibleText(
          LearnWords.text(
              now ? "code.spoken.current" : "code.spoken",
              Integer.toString(line.number()),
              line.text().strip().replace('_', ' '))); // as it is read aloud
    }
  }

  @Override
  protected void updateItem(@Nullable CodeLine line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setGraphic(null);
      setAccessibleText(null);
      pseudoClassStateChanged(NOW, false);
      return;
    }
    number.setText(Integer.toString(line.number()));
    badge.setText(line.badge() == 0 ? "" : Integer.toString(line.badge()));
    badge.setOpacity(line.badge() == 0 ? 0 : 1);
    words.getChildren().setAll(CodeTokens.of(line.text()).stream().map(CodeCell::text).toList());
    setGraphic(row);
    mark();
  }

  private static Text text(CodeTokens.Token token) {
    Text text = new Text(token.text());
    text.getStyleClass()
        .addAll("code-text", "code-" + token.kind().name().toLowerCase(Locale.ROOT));
    return text;
  }
}
