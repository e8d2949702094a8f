package org.sluice.app.learn;

import org.sluice.engine.loop.Step;

/// The ninth step, which is an arrow: only its number stands on it.
final class BackNode extends StepNode {
  /// What can be hit; the number in it is as large as that of the other steps.
  static final double SIZE = 24;

  private static final double NUMBER = 22;

  BackNode(Runnable show) {
    super(Step.GO_BACK, show);
    getStyleClass().add("back-node");
  }

  @Override
  protected void layoutChildren() {
    getChildrenUnmodifiable().forEach(child -> child.setVisible(false));
    var badge = getChildrenUnmodifiable().getFirst();
    badge.setVisible(true);
    double around = (SIZE - NUMBER) / 2;
    badge.resizeRelocate(around, around, NUMBER, NUMBER);
  }
}
