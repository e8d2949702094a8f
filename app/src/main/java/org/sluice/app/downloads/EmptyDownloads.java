package org.sluice.app.downloads;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.sluice.app.command.Shortcut;

/// What stands here before the first download: what can be begun with.
final class EmptyDownloads extends ScrollPane {
  private static final double CARD = 284;
  private static final double LEAST_CARD = 180;
  private static final double GAP = 16;

  /// Around everything, as the style says.
  private static final double MARGIN = 24;

  /// Below this there is less room around everything.
  private static final double HIGH = 640;

  private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

  private final Button begin;
  private final Region learnCard;
  private final List<Region> cards;
  private final GridPane grid = new GridPane(GAP, GAP);

  EmptyDownloads(Runnable add, Runnable tour, Runnable monitor, Runnable learn) {
    getStyleClass().add("first-scroll");
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false); // it goes where the focus is
    Label title = new Label(DownloadsWords.text("first.title"));
    title.getStyleClass().add("first-title");
    Label words = new Label(DownloadsWords.text("first.words"));
    words.getStyleClass().addAll("muted", "first-words");
    words.setWrapText(true);
    words.setMaxWidth(470);
    words.setMinHeight(USE_PREF_SIZE);
    Button lab =
        new Button(DownloadsWords.text("first.lab"), new FontIcon(MaterialDesignF.FLASK_OUTLINE));
    lab.setId("first-lab");
    lab.getStyleClass().add("accent");
    lab.setOnAction(_ -> tour.run());
    begin = new Button(DownloadsWords.text("first.add"), new FontIcon(MaterialDesignP.PLUS));
    begin.setId("first-add");
    begin.setOnAction(_ -> add.run());
    HBox buttons = new HBox(8, lab, begin);
    buttons.setAlignment(Pos.CENTER);
    learnCard =
        card("learn", MaterialDesignS.SCHOOL_OUTLINE, learn, Shortcut.ctrl(KeyCode.DIGIT3), false);
    cards =
        List.of(
            card("lab", MaterialDesignF.FLASK_OUTLINE, tour, null, true),
            card("monitor", MaterialDesignP.PULSE, monitor, Shortcut.ctrl(KeyCode.DIGIT2), false),
            learnCard);
    grid.getChildren().addAll(cards);
    grid.setAlignment(Pos.CENTER);
    grid.getStyleClass().add("first-cards");
    grid.setMinHeight(USE_PREF_SIZE);
    Pane picture = SluicePicture.make();
    VBox all = new VBox(picture, title, words, buttons, grid);
    all.getStyleClass().add("first-run");
    all.setAlignment(Pos.CENTER);
    setContent(all);
    widthProperty().subscribe(_ -> fitCards());
    heightProperty()
        .subscribe(
            height -> {
              boolean low = height.doubleValue() < HIGH;
              all.pseudoClassStateChanged(LOW, low);
              SluicePicture.scale(picture, low ? 0.6 : 1);
            });
  }

  /// Without that perspective there is nothing to offer.
  void offerLearn(boolean value) {
    learnCard.setVisible(value);
    learnCard.setManaged(value);
    fitCards();
  }

  /// Beside each other as far as they can be read so, else below each other.
  private void fitCards() {
    List<Region> shown = cards.stream().filter(Node::isManaged).toList();
    double room = getWidth() - 2 * MARGIN - 1;
    double each = Math.floor((room - (shown.size() - 1) * GAP) / shown.size());
    boolean beside = each >= LEAST_CARD;
    double width = Math.clamp(beside ? each : room, LEAST_CARD, CARD);
    for (Region card : shown) {
      int place = shown.indexOf(card);
      GridPane.setConstraints(card, beside ? place : 0, beside ? 0 : place);
      card.setPrefWidth(width);
    }
  }

  void focusAdd() {
    begin.requestFocus();
  }

  private static Region card(
      String name, Ikon icon, Runnable action, @Nullable Shortcut key, boolean marked) {
    Label title = new Label(DownloadsWords.text("first." + name + ".title"));
    FontIcon picture = new FontIcon(icon);
    picture.getStyleClass().add("card-icon");
    Label holder = new Label("", picture);
    holder.getStyleClass().add("card-icon-box");
    title.getStyleClass().addAll("sl-semibold", "card-title");
    HBox head = new HBox(10, holder, title);
    head.setAlignment(Pos.CENTER_LEFT);
    Label words = new Label(DownloadsWords.text("first." + name + ".words"));
    words.getStyleClass().add("muted");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    VBox.setVgrow(words, Priority.ALWAYS); // the ways on stand in one line
    words.setMaxHeight(Double.MAX_VALUE);
    words.setAlignment(Pos.TOP_LEFT);
    Hyperlink link = new Hyperlink(DownloadsWords.text("first." + name + ".link"));
    link.setId("first-" + name + "-link");
    link.setOnAction(
        _ -> {
          link.setVisited(false);
          action.run();
        });
    HBox way = new HBox(8, link);
    way.setAlignment(Pos.CENTER_LEFT);
    if (key != null) {
      Label cap = new Label(key.text());
      cap.getStyleClass().add("key-cap");
      way.getChildren().add(cap);
    }
    VBox card = new VBox(8, head, words, way);
    card.getStyleClass().add("first-card");
    if (marked) {
      card.getStyleClass().add("marked");
    }
    card.setMaxHeight(Double.MAX_VALUE);
    return card;
  }
}
