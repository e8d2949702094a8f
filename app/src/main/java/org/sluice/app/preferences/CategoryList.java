package org.sluice.app.preferences;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.sluice.app.preferences.Category.Kind;

/// The categories as lines to be edited, and the button that adds one.
///
/// **Threads**: JavaFX.
final class CategoryList extends VBox {
  private final VBox lines = new VBox(6);
  private final Consumer<String> edited;
  private String shown = "";

  /// @param edited is told what the user wants, as [CategoryRules#parse] reads it
  CategoryList(Consumer<String> edited) {
    super(10);
    this.edited = edited;
    getStyleClass().add("category-list");
    Button add =
        new Button(PreferencesWords.text("category.add"), new FontIcon(MaterialDesignP.PLUS));
    add.setId("category-add");
    add.setOnAction(_ -> add());
    getChildren().addAll(lines, add);
  }

  /// Lines that say the same stay, so that nobody loses the place where he types.
  void show(CategoryRules rules) {
    if (rules.text().equals(shown) && !lines.getChildren().isEmpty()) {
      return;
    }
    lines
        .getChildren()
        .setAll(rules.all().stream().map(each -> new CategoryLine(each, this)).toList());
    shown = rules.text();
  }

  private void add() {
    CategoryLine line = new CategoryLine(Kind.OWN, this);
    lines.getChildren().add(line);
    line.begin();
  }

  void remove(CategoryLine line) {
    lines.getChildren().remove(line);
    say();
  }

  /// One place nearer to the first.
  void raise(CategoryLine line) {
    ObservableList<Node> all = lines.getChildren();
    int at = all.indexOf(line);
    if (at > 0) {
      all.remove(at);
      all.add(at - 1, line);
      say();
    }
  }

  /// Says what stands in the lines now; those that are empty say nothing.
  void say() {
    List<CategoryLine> all = new ArrayList<>();
    for (Node node : lines.getChildren()) {
      if (node instanceof CategoryLine line && !line.isEmpty()) {
        all.add(line);
      }
    }
    boolean twice = sameTitles(all); // then the names themselves are refused
    String text = all.stream().map(line -> line.text(twice)).collect(Collectors.joining("; "));
    try {
      shown = CategoryRules.parse(text).text();
    } catch (IllegalArgumentException _) {
      shown = ""; // who is told next says why; the lines that hold may come back
    }
    edited.accept(text);
  }

  private static boolean sameTitles(List<CategoryLine> lines) {
    Set<String> titles = new HashSet<>();
    return !lines.stream().allMatch(line -> titles.add(line.title().toLowerCase(Locale.ROOT)));
  }
}
