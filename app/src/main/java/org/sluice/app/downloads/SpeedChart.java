package org.sluice.app.downloads;

import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Amounts;
import org.sluice.app.fx.Direction;
import org.sluice.app.fx.Drawing;
import org.sluice.app.fx.RateHistory;
import org.sluice.app.fx.SpokenRate;
import org.sluice.app.fx.TokenPaints;
import org.sluice.app.fx.TokenPaints.Token;

/// The speed of the last minute as a curve with an axis.
///
/// Only numbers are written on its canvas: that is done by the thread that draws, and words of a script that
/// Pango lays out may be laid out by the window's thread only.
final class SpeedChart extends Drawing {
  /// What the axis at the right takes.
  static final double AXIS = 34;

  private static final double FOOT = 6;
  private static final double LABEL = 14;
  private static final double[] STEPS = {1, 1.5, 2, 3, 4, 5, 6, 8, 10};

  private final TokenPaints paints;
  private @Nullable RateHistory history;

  SpeedChart(TokenPaints paints) {
    this.paints = paints;
    Direction.leftToRight(this);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinHeight(44);
    setPrefHeight(112);
    paints.onChange(this::redraw);
  }

  void show(@Nullable RateHistory of) {
    history = of;
    redraw();
  }

  /// For example `speed of the last minute: 2.2 megabytes a second, steady`.
  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? DownloadsWords.text(
            "chart.spoken", SpokenRate.bytes(history == null ? new RateHistory() : history))
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  /// The next round number that is not below `value`.
  static double roundUp(double value) {
    if (value <= 0) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    for (double step : STEPS) {
      if (step * power >= value) {
        return step * power;
      }
    }
    return 10 * power;
  }

  @Override
  protected void paint(GraphicsContext g, double width, double height) {
    double right = width - AXIS;
    double bottom = Math.floor(height - FOOT) - 0.5;
    if (right <= 20 || bottom <= 20) {
      return;
    }
    double top = 6.5;
    double peak = history == null ? 0 : history.peak();
    double unit = peak >= 5e5 ? 1e6 : 1e3; // as CellTexts.speed writes it
    double most = roundUp(peak / unit);
    g.setFont(Font.font("IBM Plex Sans", 11));
    g.setTextBaseline(VPos.CENTER);
    for (int i = 0; i <= 2; i++) {
      if (i == 1 && bottom - top < 2 * LABEL) {
        continue; // there is room for the first and the last only
      }
      double y = Math.floor(top + (bottom - top) * i / 2) + 0.5;
      g.setStroke(paints.get(Token.GRID));
      g.setLineWidth(1);
      g.strokeLine(0, y, right, y);
      g.setFill(paints.get(Token.TEXT_MUTED));
      g.setTextAlign(TextAlignment.RIGHT);
      g.fillText(label(most * (2 - i) / 2), width, y);
    }
    if (history != null && history.size() > 1 && peak > 0) {
      curve(g, history, right, top, bottom, most * unit);
    }
  }

  private void curve(
      GraphicsContext g, RateHistory of, double right, double top, double bottom, double most) {
    double step = right / (RateHistory.CAPACITY - 1);
    double left = right - (of.size() - 1) * step;
    g.beginPath();
    for (int i = 0; i < of.size(); i++) {
      double y = bottom - (bottom - top) * of.get(i) / most;
      if (i == 0) {
        g.moveTo(left, y);
      } else {
        g.lineTo(left + i * step, y);
      }
    }
    g.setStroke(paints.get(Token.ACCENT));
    g.setLineWidth(1.5);
    g.stroke();
    g.lineTo(right, bottom);
    g.lineTo(left, bottom);
    g.closePath();
    g.setFill(paints.get(Token.ACCENT_FILL));
    g.fill();
  }

  private static String label(double value) {
    int places = Math.rint(value) == value ? 0 : Math.rint(value * 10) == value * 10 ? 1 : 2;
    return Amounts.number(value, places);
  }
}
