package org.sluice.app.monitor;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/// A progress bar of four pixels, coloured by the phase of its transfer.
final class ThinBar extends Region {
  private static final double HEIGHT = 4;

  private final Region track = new Region();
  private final Region fill = new Region();
  private double share;

  ThinBar() {
    getStyleClass().add("thin-bar");
    track.getStyleClass().add("thin-track");
    fill.getStyleClass().add("thin-fill");
    getChildren().addAll(track, fill);
    setMinWidth(20);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
  }

  /// @param value 0 to 1
  void share(double value) {
    share = value;
    requestLayout();
  }

  void phase(Phase phase) {
    for (Phase each : Phase.values()) {
      pseudoClassStateChanged(pseudoClass(each), each == phase);
    }
  }

  static PseudoClass pseudoClass(Phase phase) {
    return PseudoClass.getPseudoClass(phase.name().toLowerCase(java.util.Locale.ROOT));
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    track.resizeRelocate(0, 0, width, HEIGHT);
    fill.resizeRelocate(0, 0, snapSizeX(width * share), HEIGHT);
  }
}
