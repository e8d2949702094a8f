package org.sluice.app.fx;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.paint.Color;

/// The colour of what moves or is selected, as tokens of the style sheets. Whatever hue is wanted, it
/// is made darker or lighter until text can be read in it and on it.
///
/// **Threads**: pure functions. **Source**: WCAG 2.2, 1.4.3 and "relative luminance".
public final class Accent {
  /// What the design has; its tokens stand in the style sheets.
  public static final Color DESIGNED = Color.web("#0969da");

  /// What JavaFX says where the system has no accent colour.
  static final Color UNKNOWN = Color.web("#157efb");

  /// Of text to what is behind it.
  static final double READABLE = 4.5;

  private static final double STEP = 0.02;

  private Accent() {}

  /// Declarations for the root of a scene; empty for the design's own colour.
  public static String style(Color wanted, Theme theme) {
    if (wanted.equals(DESIGNED) || wanted.equals(UNKNOWN)) {
      return "";
    }
    StringBuilder css = new StringBuilder();
    tokens(wanted, theme)
        .forEach(
            (token, colour) -> css.append(token).append(": ").append(web(colour)).append("; "));
    return css.toString();
  }

  /// The colours by their tokens.
  static Map<String, Color> tokens(Color wanted, Theme theme) {
    Color back = theme == Theme.LIGHT ? Color.WHITE : Color.web("#0d1117");
    Color towards = theme == Theme.LIGHT ? Color.BLACK : Color.WHITE;
    Color selected = back.interpolate(wanted, theme == Theme.LIGHT ? 0.14 : 0.22);
    Color emphasis = until(wanted, Color.BLACK, Color.WHITE);
    Color text = until(until(wanted, towards, back), towards, selected);
    Map<String, Color> tokens = new TreeMap<>();
    tokens.put("-color-accent-emphasis", emphasis);
    tokens.put("-color-accent-fg", text);
    tokens.put("-color-accent-muted", alpha(wanted, 0.4));
    tokens.put("-color-accent-subtle", alpha(wanted, 0.15));
    tokens.put("-sl-selected", selected);
    tokens.put("-sl-selected-edge", text);
    tokens.put("-sl-accent-fill", alpha(wanted, 0.24));
    tokens.put("-sl-hour-limited", back.interpolate(wanted, 0.32));
    return tokens;
  }

  /// Moves a colour towards another one until it can be told from a third.
  private static Color until(Color from, Color towards, Color against) {
    for (double step = 0; step < 1; step += STEP) {
      Color moved = from.interpolate(towards, step);
      if (contrast(moved, against) >= READABLE) {
        return moved;
      }
    }
    return towards;
  }

  private static Color alpha(Color colour, double opacity) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity);
  }

  static double contrast(Color one, Color other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  private static String web(Color colour) {
    return String.format(
        Locale.ROOT,
        "rgba(%d,%d,%d,%.2f)",
        Math.round(colour.getRed() * 255),
        Math.round(colour.getGreen() * 255),
        Math.round(colour.getBlue() * 255),
        colour.getOpacity());
  }
}
