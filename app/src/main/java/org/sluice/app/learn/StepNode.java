package org.sluice.app.learn;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.loop.Step;

/// One step in the loop diagram: number, title, and what it is about now. Pressing it shows its code.
class StepNode extends Region {
  static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
  private static final double BADGE = 22;

  private final Step step;
  private final Runnable show;
  private final Label badge = new Label();
  private final Label title = new Label();
  private final Label detail = new Label();

  StepNode(Step step, Runnable show) {
    this.step = step;
    this.show = show;
    setId("step-" + StepWords.number(step));
    getStyleClass().add("step-node");
    badge.getStyleClass().add("step-badge");
    badge.setText(Integer.toString(StepWords.number(step)));
    title.getStyleClass().add("step-title");
    title.setText(StepWords.title(step));
    detail.getStyleClass().add("step-detail");
    getChildren().addAll(badge, title, detail);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        _ -> {
          requestFocus();
          show.run();
        });
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            show.run();
            event.consume();
          }
        });
    look(null);
  }

  Step step() {
    return step;
  }

  /// Shows how things are at a moment.
  void look(@Nullable Moment now) {
    boolean current = now != null && now.step() == step;
    pseudoClassStateChanged(CURRENT, current);
    pseudoClassStateChanged(DONE, StepWords.isDone(step, now));
    detail.setText(StepWords.detail(step, now));
    setAccessibleText(StepWords.spoken(step, now));
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }

  Label detail() {
    return detail;
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      show.run();
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }

  @Override
  protected void layoutChildren() {
    double middle = 22;
    badge.resizeRelocate(9, middle - BADGE / 2, BADGE, BADGE);
    double room = Math.max(0, getWidth() - 39 - 6);
    title.resizeRelocate(39, 5, room, 18);
    detail.resizeRelocate(39, 22, room, 17);
  }
}
