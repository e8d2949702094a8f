package org.sluice.app.monitor;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.sluice.app.fx.Messages;
import org.sluice.icons.AppIcon;

/// What stands in the Monitor before the first transfer: a sentence, and a way to begin.
final class EmptyState extends VBox {
  EmptyState(Runnable startTour, Runnable addUrl) {
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    ImageView picture = new ImageView(new Image(AppIcon.png(256).toExternalForm()));
    picture.setFitWidth(112);
    picture.setFitHeight(112);
    Label title = new Label(Messages.text("empty.title"));
    title.getStyleClass().add("empty-title");
    Label words = new Label(Messages.text("empty.words"));
    words.getStyleClass().addAll("muted", "empty-words");
    words.setWrapText(true);
    words.setMaxWidth(520);
    Button tour =
        new Button(Messages.text("empty.tour"), new FontIcon(MaterialDesignF.FLASK_OUTLINE));
    tour.setId("start-tour");
    tour.getStyleClass().add("accent");
    tour.setDefaultButton(false);
    tour.setOnAction(_ -> startTour.run());
    Button add = new Button(Messages.text("empty.add"), new FontIcon(MaterialDesignP.PLUS));
    add.setId("empty-add");
    add.setOnAction(_ -> addUrl.run());
    HBox buttons = new HBox(8, tour, add);
    buttons.setAlignment(Pos.CENTER);
    getChildren().addAll(picture, title, words, buttons);
  }
}
