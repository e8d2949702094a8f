package org.sluice.app.learn;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.sluice.app.fx.SharpScroll;

/// The lessons: the one there is, and the names of those that are to come.
final class LessonsPane extends VBox {
  private static final int LESSONS = 9;

  LessonsPane(LearnViewModel model) {
    setId("lessons");
    getStyleClass().add("lessons");
    setMinWidth(150);
    VBox rows = new VBox(2);
    rows.getStyleClass().add("lesson-rows");
    rows.getChildren().add(heading("lessons"));
    rows.getChildren().add(now());
    rows.getChildren().add(heading("lessons.later"));
    for (int i = 2; i <= LESSONS; i++) {
      rows.getChildren().add(later(i));
    }
    Label note = new Label(LearnWords.text("lessons.note"));
    note.getStyleClass().addAll("text-small", "muted", "lessons-note");
    note.setWrapText(true);
    rows.getChildren().add(note);
    ScrollPane scroll = new ScrollPane(rows);
    SharpScroll.in(scroll);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Label lab = new Label("", new FontIcon(MaterialDesignS.SERVER));
    lab.textProperty()
        .bind(
            model
                .portProperty()
                .map(
                    port ->
                        port.intValue() == 0
                            ? LearnWords.text("lessons.lab")
                            : LearnWords.text("lessons.lab.at", port.toString())));
    lab.getStyleClass().addAll("text-small", "muted", "lessons-lab");
    lab.setWrapText(true);
    lab.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(scroll, lab);
  }

  private static Label heading(String key) {
    Label heading = new Label(LearnWords.text(key));
    heading.getStyleClass().add("lessons-heading");
    return heading;
  }

  private static HBox now() {
    HBox row = row(1);
    row.getStyleClass().add("chosen");
    row.setFocusTraversable(true);
    row.setAccessibleRole(AccessibleRole.TEXT);
    row.setAccessibleText(LearnWords.text("lessons.now", LearnWords.text("lesson.1")));
    row.setId("lesson-1");
    return row;
  }

  private static HBox later(int number) {
    HBox row = row(number);
    row.getStyleClass().add("later");
    return row;
  }

  private static HBox row(int number) {
    Label badge = new Label(Integer.toString(number));
    badge.getStyleClass().add("lesson-badge");
    badge.setMinWidth(Region.USE_PREF_SIZE);
    Label title = new Label(LearnWords.text("lesson." + number));
    title.setWrapText(true);
    HBox row = new HBox(10, badge, title);
    row.getStyleClass().add("lesson-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
