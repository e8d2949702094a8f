package org.sluice.app.queues;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.sluice.engine.queue.WeekPlan.Hour;

/// With what the mouse paints hours: one of some buttons that look like their hours.
///
/// **Threads**: JavaFX.
final class Brushes extends HBox {
  Brushes(List<Hour> kinds, Hour first, String words, Consumer<Hour> chosen) {
    getStyleClass().add("brushes");
    setAlignment(Pos.CENTER_LEFT);
    ToggleGroup group = new ToggleGroup();
    for (Hour kind : kinds) {
      String name = kind.name().toLowerCase(Locale.ROOT);
      Region sample = new Region();
      sample.getStyleClass().addAll("hour-cell", "sample");
      sample.pseudoClassStateChanged(PseudoClass.getPseudoClass(name), true);
      ToggleButton button = new ToggleButton(QueuesWords.text(words + "brush." + name), sample);
      button.setId("brush-" + name);
      button.setMinWidth(USE_PREF_SIZE);
      button.getStyleClass().add(place(kinds.indexOf(kind), kinds.size()));
      button.setToggleGroup(group);
      button.setSelected(kind == first);
      button.setUserData(kind);
      button.setOnAction(_ -> button.setSelected(true)); // one is always chosen
      getChildren().add(button);
    }
    setMinWidth(USE_PREF_SIZE);
    chosen.accept(first);
    group // the arrow keys choose too, and give no action
        .selectedToggleProperty()
        .subscribe(
            now -> {
              if (now != null && now.getUserData() instanceof Hour kind) {
                chosen.accept(kind);
              }
            });
  }

  private static String place(int index, int of) {
    return index == 0 ? "left-pill" : index == of - 1 ? "right-pill" : "center-pill";
  }
}
