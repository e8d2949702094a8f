package org.sluice.app.preferences;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Says that there is no remote control yet, and what there is instead.
///
/// **Threads**: JavaFX.
public final class RemotePage extends VBox {
  public RemotePage() {
    getStyleClass().add("remote-page");
    Label title = new Label(PreferencesWords.text("remote.none"));
    title.getStyleClass().add("setting-title");
    Label words = new Label(PreferencesWords.text("remote.none.more"));
    words.getStyleClass().add("setting-more");
    words.setWrapText(true);
    getChildren().addAll(title, words);
  }
}
