package org.sluice.app.preferences;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.sluice.app.preferences.Category.Kind;

/// One category to be edited: its name, its endings and its folder.
///
/// **Threads**: JavaFX.
final class CategoryLine extends HBox {
  private static final double NAME = 140;
  private static final double FOLDER = 150;
  private static final double WHOLE = 420;

  private final Kind kind;
  private final TextField name = new TextField();
  private final TextField types = new TextField();
  private final TextField folder = new TextField();
  private final CategoryList list;

  CategoryLine(Category category, CategoryList list) {
    this(category.kind(), list);
    name.setText(category.title());
    types.setText(String.join(" ", category.types()));
    folder.setText(category.folder());
  }

  /// An empty one.
  CategoryLine(Kind kind, CategoryList list) {
    super(6);
    this.kind = kind;
    this.list = list;
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("category-line");
    field(name, "name");
    field(types, "types");
    field(folder, "folder");
    whole(types, "types");
    whole(folder, "folder");
    name.setMinWidth(NAME);
    name.setPrefWidth(NAME);
    types.setMinWidth(0);
    folder.setMinWidth(FOLDER);
    folder.setPrefWidth(FOLDER);
    folder.promptTextProperty().bind(name.textProperty());
    HBox.setHgrow(types, Priority.ALWAYS);
    Button raise = button("raise", MaterialDesignA.ARROW_UP);
    raise.setOnAction(_ -> list.raise(this));
    Button remove = button("remove", MaterialDesignC.CLOSE);
    remove.setOnAction(_ -> list.remove(this));
    getChildren().addAll(name, types, folder, raise, remove);
  }

  private void field(TextField field, String word) {
    String words = PreferencesWords.text("category." + word);
    field.getStyleClass().add("category-" + word);
    field.setPromptText(words);
    field.setAccessibleText(words);
    field.setTooltip(new Tooltip(PreferencesWords.text("category." + word + ".more")));
    field.setOnAction(_ -> list.say());
    field.focusedProperty().subscribe((before, _) -> left(before));
  }

  /// What is longer than its field is read in the tooltip, before what the field is for.
  private static void whole(TextField field, String word) {
    Tooltip tip = field.getTooltip();
    String more = PreferencesWords.text("category." + word + ".more");
    tip.setOnShowing(
        _ -> tip.setText(field.getText().isBlank() ? more : field.getText() + "\n\n" + more));
    tip.setMaxWidth(WHOLE);
    tip.setWrapText(true);
  }

  private void left(boolean focusedBefore) {
    if (focusedBefore) {
      list.say();
    }
  }

  private Button button(String word, Ikon icon) {
    Button button = new Button("", new FontIcon(icon));
    String words = PreferencesWords.text("category." + word);
    button.getStyleClass().addAll("flat", "button-icon", "category-" + word);
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
    return button;
  }

  /// The keys go to its name.
  void begin() {
    name.requestFocus();
  }

  boolean isEmpty() {
    return kind == Kind.OWN
        && name.getText().isBlank()
        && types.getText().isBlank()
        && folder.getText().isBlank();
  }

  String title() {
    return name.getText().strip();
  }

  /// As [CategoryRules#parse] reads it.
  ///
  /// @param byName whether its name is said even if it is the usual one
  String text(boolean byName) {
    boolean usual =
        kind != Kind.OWN && title().equals(PreferencesWords.text("category." + kind.key()));
    return String.join(
        " | ",
        kind.key(),
        usual && !byName ? "" : title(),
        types.getText().strip(),
        folder.getText().strip());
  }
}
