package org.sluice.app.learn;

import org.sluice.engine.loop.Step;

/// The ninth step, which is an arrow: only its number stands on it.
final class BackNode extends StepNode {
  static final double SIZE = 22;

  BackNode(Runnable show) {
    super(Step.GO_BACK, show);
    getStyleClass().add("back-node");
  }

  @Override
  protected void layoutChildren() {
    getChildrenUnmodifiable().forEach(child -> child.setVisible(false));
    var badge = getChildrenUnmodifiable().getFirst();
    badge.setVisible(true);
    badge.resizeRelocate(0, 0, SIZE, SIZE);
  }
}
