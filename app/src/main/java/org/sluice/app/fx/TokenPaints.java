package org.sluice.app.fx;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.layout.Background;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// Reads colour tokens out of the style sheets, for what is drawn on a canvas.
///
/// A canvas cannot be styled. This invisible node holds one region per token, whose background the
/// style sheet fills; so each colour is written down once, and a change of theme reaches the canvas
/// with the next pulse.
public final class TokenPaints extends Pane {
  /// The tokens that canvases need; the style class is the name in lower case with dashes.
  public enum Token {
    POLL_NONE,
    POLL_IN,
    POLL_OUT,
    POLL_INOUT,
    POLL_REMOVE,
    POLL_REMOVE_ON,
    ACT,
    GRID,
    SLOPE,
    BACKGROUND,
    ACCENT,
    ACCENT_FILL,
    TEXT_MUTED,
    SELECTED,
    GHOST,
    TRACK,
    TRACK_SELECTED,
    PAUSED,
    DONE,
    DANGER,
    ON_ACCENT;

    private String styleClass() {
      return "token-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private final Map<Token, Region> probes = new EnumMap<>(Token.class);
  private final Map<Token, Paint> known = new EnumMap<>(Token.class);

  public TokenPaints() {
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
    for (Token token : Token.values()) {
      Region probe = new Region();
      probe.getStyleClass().add(token.styleClass());
      probes.put(token, probe);
      getChildren().add(probe);
    }
  }

  /// Called whenever the theme has changed: what is drawn is to be drawn again.
  public void onChange(Runnable then) {
    Region probe = probes.get(Token.TRACK);
    if (probe != null) {
      probe.backgroundProperty().subscribe(then);
    }
  }

  /// The colour now; grey before the first pass of the style sheets, and while a theme gives way to
  /// another the one before.
  public Paint get(Token token) {
    Region probe = probes.get(token);
    Background background = probe == null ? null : probe.getBackground();
    if (background != null && !background.getFills().isEmpty()) {
      known.put(token, background.getFills().getFirst().getFill());
    }
    return known.getOrDefault(token, Color.GRAY);
  }

  /// The colour now as opaque ARGB, for what is drawn pixel by pixel.
  public int argb(Token token) {
    if (!(get(token) instanceof Color colour)) {
      return 0xff808080;
    }
    return 0xff000000
        | (int) Math.round(colour.getRed() * 255) << 16
        | (int) Math.round(colour.getGreen() * 255) << 8
        | (int) Math.round(colour.getBlue() * 255);
  }
}
