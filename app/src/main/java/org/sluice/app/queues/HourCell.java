package org.sluice.app.queues;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.queue.WeekPlan.Hour;

/// One hour of the week: a colour, a mark in it, and a sentence for who does not see them.
///
/// **Threads**: JavaFX.
final class HourCell extends Region {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final int index;
  private final String words;
  private final Runnable fire;
  private @Nullable Hour shown;

  /// @param words the beginning of the keys under which its hours have their names
  /// @param fire what a press by other means than keys and mouse does
  HourCell(int index, String words, Runnable fire) {
    this.index = index;
    this.words = words;
    this.fire = fire;
    setId("hour-" + index);
    getStyleClass().add("hour-cell");
    setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
  }

  int index() {
    return index;
  }

  void show(Hour hour) {
    if (hour != shown) {
      shown = hour;
      for (Hour each : Hour.values()) {
        pseudoClassStateChanged(
            PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == hour);
      }
      setAccessibleText(QueuesWords.spoken(index, words, hour));
      notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }
  }

  void choose(boolean chosen) {
    pseudoClassStateChanged(CHOSEN, chosen);
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.SELECTED
        ? shown != Hour.STOPPED
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      fire.run();
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }
}
