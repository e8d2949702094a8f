package org.sluice.app.preferences;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Direction;

/// The themes, each with a small picture of the window in it.
///
/// **Threads**: JavaFX.
final class ThemeCards extends HBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double WIDTH = 172;
  private static final double HEIGHT = 78;
  private static final double[][] LINES = {{60, 38}, {50, 30}, {42, 20}, {54, 14}};

  private final ToggleGroup group = new ToggleGroup();
  private boolean showing;

  /// @param titles what a choice is called
  /// @param chosen is told of the one that the user wants
  ThemeCards(List<String> choices, UnaryOperator<String> titles, Consumer<String> chosen) {
    super(14);
    getStyleClass().add("theme-cards");
    for (String choice : choices) {
      RadioButton button = new RadioButton(titles.apply(choice));
      button.setId("theme-" + choice);
      button.setUserData(choice);
      button.setToggleGroup(group);
      button.setMinWidth(USE_PREF_SIZE);
      VBox card = new VBox(8, picture(choice), button);
      card.getStyleClass().add("theme-card");
      card.setOnMouseClicked(_ -> button.fire());
      button
          .selectedProperty()
          .subscribe(selected -> card.pseudoClassStateChanged(CHOSEN, selected));
      getChildren().add(card);
    }
    group.selectedToggleProperty().subscribe(now -> tell(now, chosen));
  }

  /// By mouse, by Space and by the arrow keys, which give no action.
  private void tell(@Nullable Toggle now, Consumer<String> chosen) {
    if (now != null && !showing) {
      chosen.accept(String.valueOf(now.getUserData()));
    }
  }

  void show(String choice) {
    showing = true;
    group.getToggles().forEach(toggle -> toggle.setSelected(choice.equals(toggle.getUserData())));
    showing = false;
  }

  private static Node picture(String choice) {
    Pane picture =
        new Pane(
            switch (choice) {
              case "light" -> window(false);
              case "dark" -> window(true);
              default -> {
                Node dark = window(true);
                dark.setClip(
                    new Polygon(WIDTH * 0.62, 0, WIDTH, 0, WIDTH, HEIGHT, WIDTH * 0.38, HEIGHT));
                yield new Group(window(false), dark);
              }
            });
    picture.getStyleClass().add("theme-picture");
    Direction.leftToRight(picture);
    picture.setMinSize(WIDTH, HEIGHT);
    picture.setMaxSize(WIDTH, HEIGHT);
    Rectangle edge = new Rectangle(WIDTH, HEIGHT);
    edge.setArcWidth(8);
    edge.setArcHeight(8);
    picture.setClip(edge);
    return picture;
  }

  /// Header, side bar, a few names and their progress, in the colours of a theme that need not hold.
  private static Group window(boolean dark) {
    Group window = new Group();
    box(window, 0, 0, WIDTH, HEIGHT, dark ? "#0d1117" : "#ffffff");
    box(window, 0, 0, WIDTH, 13, dark ? "#161b22" : "#eaeef2");
    box(window, 0, 13, 36, HEIGHT - 13, dark ? "#161b22" : "#f6f8fa");
    for (int i = 0; i < LINES.length; i++) {
      double y = 23 + i * 13;
      bar(window, 46, y, LINES[i][0], dark ? "#6e7681" : "#8c959f");
      bar(window, 118, y, 44, dark ? "#272d35" : "#e4e8ed");
      bar(window, 118, y, LINES[i][1], dark ? "#2f81f7" : "#1a72d6");
    }
    return window;
  }

  private static void bar(Group into, double x, double y, double width, String colour) {
    Rectangle bar = box(into, x, y, width, 4, colour);
    bar.setArcWidth(4);
    bar.setArcHeight(4);
  }

  private static Rectangle box(
      Group into, double x, double y, double width, double height, String colour) {
    Rectangle box = new Rectangle(x, y, width, height);
    box.setFill(Color.web(colour));
    into.getChildren().add(box);
    return box;
  }
}
