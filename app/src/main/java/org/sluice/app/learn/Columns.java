package org.sluice.app.learn;

/// How many panes stand side by side, by the width there is.
enum Columns {
  FOUR(1200),
  THREE(940),
  TWO(600),
  ONE(0);

  private final double from;

  Columns(double from) {
    this.from = from;
  }

  static Columns of(double width) {
    for (Columns each : values()) {
      if (width >= each.from) {
        return each;
      }
    }
    return ONE;
  }
}
