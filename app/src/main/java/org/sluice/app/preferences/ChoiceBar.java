package org.sluice.app.preferences;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// A few choices side by side, of which one holds.
///
/// **Threads**: JavaFX.
final class ChoiceBar extends HBox {
  private final ToggleGroup group = new ToggleGroup();
  private boolean showing;

  /// @param titles what a choice is called
  /// @param chosen is told of the one that the user wants
  ChoiceBar(List<String> choices, UnaryOperator<String> titles, Consumer<String> chosen) {
    getStyleClass().add("choice-bar");
    setAlignment(Pos.CENTER);
    setMinWidth(USE_PREF_SIZE);
    for (String choice : choices) {
      ToggleButton button = new ToggleButton(titles.apply(choice));
      button.setUserData(choice);
      button.setToggleGroup(group);
      button.setMinWidth(USE_PREF_SIZE);
      button.getStyleClass().add(place(choices.indexOf(choice), choices.size()));
      button.setOnAction(_ -> button.setSelected(true)); // one is always chosen
      getChildren().add(button);
    }
    group.selectedToggleProperty().subscribe(now -> tell(now, chosen));
  }

  /// By mouse, by Space and by the arrow keys, which give no action.
  private void tell(@Nullable Toggle now, Consumer<String> chosen) {
    if (now != null && !showing) {
      chosen.accept(String.valueOf(now.getUserData()));
    }
  }

  private static String place(int index, int of) {
    return index == 0 ? "left-pill" : index == of - 1 ? "right-pill" : "center-pill";
  }

  void show(String choice) {
    showing = true;
    group.getToggles().forEach(toggle -> toggle.setSelected(choice.equals(toggle.getUserData())));
    showing = false;
  }
}
