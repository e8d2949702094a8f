package org.sluice.app.learn;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A pane below a row with its title and a note.
final class HeadedPane extends VBox {
  private final Label title = new Label();
  private final Label note;
  private final HBox head;

  /// @param name of its words
  HeadedPane(String name, Label note, Region content) {
    this.note = note;
    title.setText(LearnWords.text("pane." + name));
    title.getStyleClass().add("sl-semibold");
    title.setMinWidth(USE_PREF_SIZE);
    title.managedProperty().bind(title.visibleProperty());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    note.getStyleClass().addAll("text-small", "muted");
    note.setId(name + "-note");
    head = new HBox(8, title, space, note);
    head.getStyleClass().add("learn-head");
    head.setAlignment(Pos.CENTER_LEFT);
    head.managedProperty().bind(head.visibleProperty());
    VBox.setVgrow(content, Priority.ALWAYS);
    getChildren().addAll(head, content);
    setMinHeight(80);
  }

  /// Its title is wanted where no tab says it.
  void head(boolean titled, boolean noted) {
    title.setVisible(titled);
    note.setVisible(noted);
    head.setVisible(titled || noted);
    head.getStyleClass().remove("noted");
    if (!titled) {
      head.getStyleClass().add("noted");
    }
  }
}
