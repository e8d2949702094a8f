package org.sluice.app.add;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.sluice.app.fx.Direction;
import org.sluice.app.fx.Names;

/// Where links, patterns or a command are typed, and what they are taken for.
final class LinkField extends VBox {
  /// It grows with its lines up to here; then it scrolls.
  private static final int MOST_ROWS = 6;

  private static final int FEWEST_ROWS = 2;

  private final AddViewModel model;
  private final TextArea text = new TextArea();

  /// @param typed told of each change
  LinkField(AddViewModel model, Runnable typed) {
    super(12);
    this.model = model;
    field(typed);
    getChildren().addAll(kinds(), text);
  }

  /// Puts something there, as if it had been typed.
  void put(String words) {
    text.setText(words);
    text.positionCaret(words.length());
  }

  private HBox kinds() {
    ToggleButton urls =
        new ToggleButton(AddWords.text("urls"), new FontIcon(MaterialDesignL.LINK_VARIANT));
    ToggleButton curl =
        new ToggleButton(AddWords.text("curl"), new FontIcon(MaterialDesignC.CONSOLE_LINE));
    urls.getStyleClass().add("left-pill");
    curl.getStyleClass().add("right-pill");
    model
        .textProperty()
        .subscribe(
            typed -> {
              curl.setSelected(LinkText.isCurl(typed));
              urls.setSelected(!curl.isSelected());
            });
    urls.setOnAction(_ -> kind(urls, curl, false));
    curl.setOnAction(_ -> kind(urls, curl, true));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label hint = new Label(AddWords.text("hint"));
    hint.getStyleClass().addAll("muted", "text-small");
    HBox row = new HBox(new HBox(urls, curl), space, hint);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /// What stands in the field says what it is; the buttons only help to begin.
  private void kind(ToggleButton urls, ToggleButton curl, boolean command) {
    if (command && text.getText().isBlank()) {
      text.setText("curl ");
      text.positionCaret(5);
    } else if (!command && text.getText().strip().equals("curl")) {
      text.clear();
    }
    boolean is = LinkText.isCurl(text.getText()) || text.getText().equals("curl ");
    curl.setSelected(is);
    urls.setSelected(!is);
    text.requestFocus();
  }

  private void field(Runnable typed) {
    text.setId("add-text");
    Direction.leftToRight(text).getStyleClass().addAll("sl-code", "initial-focus");
    text.setPromptText(AddWords.text("prompt"));
    text.setAccessibleText(AddWords.text("prompt"));
    text.textProperty()
        .subscribe(
            words ->
                text.setPrefRowCount(Math.clamp(words.lines().count(), FEWEST_ROWS, MOST_ROWS)));
    text.setMinHeight(58);
    text.textProperty().bindBidirectional(model.textProperty());
    text.textProperty().subscribe((_, _) -> typed.run());
    Names.tabLeaves(text); // a tab is no part of an address
  }
}
