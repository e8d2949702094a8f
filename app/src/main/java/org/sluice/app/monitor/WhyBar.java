package org.sluice.app.monitor;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/// Below the table: why the selected socket is in its poll state.
final class WhyBar extends HBox {
  WhyBar(WhyViewModel why) {
    super(8);
    setId("why");
    getStyleClass().add("why-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label question = new Label();
    question.setId("why-question");
    question.setGraphic(new FontIcon(MaterialDesignH.HELP_CIRCLE_OUTLINE));
    question.getStyleClass().add("sl-semibold");
    question.setMinWidth(USE_PREF_SIZE);
    question.textProperty().bind(why.questionProperty());
    Label answer = new Label();
    answer.setId("why-answer");
    answer.setMinWidth(0);
    answer.textProperty().bind(why.answerProperty());
    Label evidence = new Label();
    evidence.setId("why-evidence");
    evidence.getStyleClass().add("muted");
    evidence.setMinWidth(0);
    evidence.textProperty().bind(why.evidenceProperty());
    HBox.setHgrow(evidence, Priority.SOMETIMES);
    getChildren().addAll(question, answer, evidence);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT);
    accessibleTextProperty()
        .bind(
            why.questionProperty()
                .map(
                    text ->
                        text
                            + ": "
                            + why.answerProperty().get()
                            + " "
                            + why.evidenceProperty().get()));
    visibleProperty().bind(why.questionProperty().map(text -> !text.isEmpty()));
    managedProperty().bind(visibleProperty());
  }
}
