package org.sluice.app.add;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// Small parts of the dialog that are made in several places.
final class AddNodes {
  private AddNodes() {}

  /// A sentence with a sign before it; not there until it is made visible.
  ///
  /// @param bad whether something is wrong, and not only worth knowing
  static Label warning(String id, boolean bad) {
    Label label = new Label("", new FontIcon(MaterialDesignA.ALERT_OUTLINE));
    label.setId(id);
    label.setWrapText(true);
    label.getStyleClass().add(bad ? "complaint" : "caution");
    visible(label, false);
    return label;
  }

  /// The name of a field.
  static Label label(String key) {
    Label label = new Label(AddWords.text(key));
    label.getStyleClass().add("muted");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /// What is not visible takes no room.
  static void visible(Node node, boolean value) {
    node.setVisible(value);
    node.setManaged(value);
  }
}
