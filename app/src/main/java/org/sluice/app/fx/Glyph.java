package org.sluice.app.fx;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineJoin;
import org.sluice.engine.multi.Poll;
import org.sluice.icons.PollGlyph;

/// The picture of a poll state: body and letter, coloured by the style sheet.
public final class Glyph extends Region {
  private final SVGPath body = new SVGPath();
  private final SVGPath letter = new SVGPath();
  private final double size;
  private Poll poll = Poll.NONE;

  /// @param size width and height in pixels
  public Glyph(Poll poll, double size) {
    this.size = size;
    Direction.leftToRight(this); // it has a letter
    getStyleClass().add("poll-glyph");
    body.getStyleClass().add("glyph-body");
    body.setFillRule(FillRule.EVEN_ODD);
    letter.getStyleClass().add("glyph-letter");
    letter.setStrokeWidth(PollGlyph.LETTER_STROKE);
    letter.setStrokeLineJoin(StrokeLineJoin.ROUND);
    for (SVGPath path : new SVGPath[] {body, letter}) {
      path.setManaged(false);
      double scale = size / PollGlyph.GRID;
      path.getTransforms().add(new javafx.scene.transform.Scale(scale, scale));
    }
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
    getChildren().addAll(body, letter);
    show(poll);
  }

  /// Shows another state.
  public void show(Poll value) {
    poll = value;
    PollGlyph glyph = PollGlyph.valueOf(value.name());
    body.setContent(glyph.bodyPath());
    letter.setContent(glyph.letterPath());
    for (Poll each : Poll.values()) {
      pseudoClassStateChanged(pseudoClass(each), each == value);
    }
  }

  public Poll poll() {
    return poll;
  }

  @Override
  protected double computePrefWidth(double height) {
    return size;
  }

  /// The pseudo-class of a state, for example `:poll-in`.
  public static PseudoClass pseudoClass(Poll poll) {
    return PseudoClass.getPseudoClass("poll-" + poll.name().toLowerCase(Locale.ROOT));
  }
}
