package org.sluice.app.main;

import javafx.scene.paint.Color;

/// How well two colours can be told apart; a reading of its own, to check the program with.
///
/// **Source**: WCAG 2.2, "contrast ratio" and "relative luminance".
final class Wcag {
  private Wcag() {}

  /// 1 for equal ones, 21 for black and white.
  static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /// A colour that lets something through, over what is behind it.
  static Color over(Color colour, Color behind) {
    return behind.interpolate(
        new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 1), colour.getOpacity());
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
