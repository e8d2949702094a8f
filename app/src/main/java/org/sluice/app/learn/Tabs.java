package org.sluice.app.learn;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Panes that share a place: a row with their names, and below it the chosen one.
final class Tabs extends VBox {
  private final HBox bar = new HBox();
  private final StackPane place = new StackPane();
  private List<PaneTab> tabs = List.of();

  Tabs() {
    bar.getStyleClass().add("code-tabs");
    setMinWidth(0);
    VBox.setVgrow(place, Priority.ALWAYS);
    getChildren().addAll(bar, place);
  }

  /// Shows these: of them the one that was chosen before, else `first`.
  void show(PaneTab first, List<PaneTab> shown) {
    tabs = shown;
    tabs.forEach(each -> each.setOnAction(_ -> choose(each)));
    bar.getChildren().setAll(tabs);
    choose(tabs.stream().filter(PaneTab::isSelected).findFirst().orElse(first));
  }

  /// Gives all of them back.
  void clear() {
    tabs = List.of();
    bar.getChildren().clear();
    place.getChildren().clear();
  }

  /// Shows one of them; nothing happens if it is not one of them.
  void choose(PaneTab tab) {
    if (tabs.contains(tab)) {
      tabs.forEach(each -> each.setSelected(each.equals(tab)));
      place.getChildren().setAll(tab.pane);
    }
  }

  /// The name of a pane in such a row.
  static final class PaneTab extends ToggleButton {
    private final Node pane;

    PaneTab(String name, String words, Node pane) {
      super(words);
      this.pane = pane;
      setId("tab-" + name);
      getStyleClass().add("code-tab");
    }
  }
}
