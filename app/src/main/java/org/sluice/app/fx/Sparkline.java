package org.sluice.app.fx;

import java.util.function.Function;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import org.sluice.app.fx.TokenPaints.Token;

/// A small curve of the last values, filled below; its own maximum is its height. Who does not see it
/// is told in words, when asked for.
public final class Sparkline extends Drawing {
  private final TokenPaints paints;
  private final Token line;
  private final Token fill;
  private Function<RateHistory, String> words = SpokenRate::bytes;
  private RateHistory drawn = new RateHistory();

  public Sparkline(TokenPaints paints, double width, double height, boolean quiet) {
    setMinSize(width, height);
    setPrefSize(width, height);
    setMaxSize(width, height);
    Direction.leftToRight(this);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    this.paints = paints;
    this.line = quiet ? Token.TEXT_MUTED : Token.ACCENT;
    this.fill = quiet ? Token.GRID : Token.ACCENT_FILL;
  }

  /// Says from now on what its values are.
  public Sparkline says(Function<RateHistory, String> said) {
    words = said;
    return this;
  }

  /// For example `2.2 megabytes a second, steady`.
  public String spoken() {
    return words.apply(drawn);
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? spoken()
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  /// Draws the history anew.
  public void draw(RateHistory history) {
    drawn = history;
    redraw();
  }

  @Override
  protected void paint(GraphicsContext g, double width, double height) {
    RateHistory history = drawn;
    int count = history.size();
    double peak = history.peak();
    if (count < 2 || peak <= 0) {
      return;
    }
    double step = width / (RateHistory.CAPACITY - 1);
    double left = width - (count - 1) * step;
    g.beginPath();
    for (int i = 0; i < count; i++) {
      double y = height - 1.5 - history.get(i) / peak * (height - 4);
      if (i == 0) {
        g.moveTo(left, y);
      } else {
        g.lineTo(left + i * step, y);
      }
    }
    g.setStroke(paints.get(line));
    g.setLineWidth(1.25);
    g.stroke();
    g.lineTo(width, height);
    g.lineTo(left, height);
    g.closePath();
    g.setFill(paints.get(fill));
    g.fill();
  }
}
