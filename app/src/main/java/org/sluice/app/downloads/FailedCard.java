package org.sluice.app.downloads;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.sluice.app.fx.Direction;
import org.sluice.app.fx.Moments;
import org.sluice.app.said.Said;
import org.sluice.app.tape.Attempt;
import org.sluice.engine.download.ChangedFile;

/// Why a download does not go on, what was kept of it, and what can be done: the best first.
final class FailedCard extends VBox {

  private static final double REMEDY = 190;

  /// Below this it stands under a remedy what it does, not beside it.
  private static final double NARROW = 420;

  /// Below this there is no room for the code beside the buttons.
  private static final double FOOT = 400;

  private final DownloadsActions actions;
  private final Clock clock;
  private final Label title = new Label();
  private final Label what = new Label();
  private final VBox remedies = new VBox(6);
  private final Label code = new Label();
  private final Button replay;
  private final HBox foot;
  private boolean narrow;
  private @Nullable Trouble shown;
  private @Nullable DownloadRow row;

  FailedCard(DownloadsActions actions, Clock clock) {
    this.actions = actions;
    this.clock = clock;
    getStyleClass().add("failed-card");
    setId("failed");
    title.setId("failed-title");
    title.getStyleClass().add("failed-title");
    title.setWrapText(true);
    what.setId("failed-what");
    what.getStyleClass().add("failed-what");
    what.setWrapText(true);
    what.setMaxWidth(640);
    Label heading = new Label(DownloadsWords.text("trouble.todo"));
    heading.getStyleClass().addAll("sl-semibold", "muted", "failed-todo");
    remedies.getStyleClass().add("remedies");
    code.setId("failed-code");
    Direction.leftToRight(code).getStyleClass().addAll("sl-code", "muted");
    code.setWrapText(true);
    Button copy =
        new Button(DownloadsWords.text("trouble.copy"), new FontIcon(MaterialDesignC.CONTENT_COPY));
    copy.setId("failed-copy");
    copy.getStyleClass().add("small");
    copy.setOnAction(_ -> copyReport());
    replay = new Button(DownloadsWords.text("trouble.replay"), new FontIcon(MaterialDesignP.PULSE));
    replay.setId("failed-replay");
    replay.getStyleClass().add("small");
    replay.setTooltip(new Tooltip(DownloadsWords.text("trouble.replay.why")));
    replay.managedProperty().bind(replay.visibleProperty());
    replay.setOnAction(_ -> replay());
    FlowPane buttons =
        new FlowPane(8, 4, copy, replay) {
          @Override
          protected double computePrefWidth(double height) { // and no wider: the code has the rest
            double buttons = getManagedChildren().stream().mapToDouble(b -> b.prefWidth(-1)).sum();
            return snapSizeX(buttons + getHgap() * (getManagedChildren().size() - 1));
          }
        };
    HBox.setHgrow(code, Priority.ALWAYS);
    code.setMaxWidth(Double.MAX_VALUE);
    foot = new HBox(12, code, buttons);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.setMinHeight(USE_PREF_SIZE);
    code.visibleProperty().bind(foot.widthProperty().greaterThanOrEqualTo(FOOT));
    code.managedProperty().bind(code.visibleProperty());
    widthProperty().subscribe(this::arrange);
    foot.getStyleClass().add("failed-foot");
    getChildren().addAll(title, what, heading, remedies);
  }

  /// The code and a report to copy; they stand below the last attempt.
  Node foot() {
    return foot;
  }

  /// Whether the code has room there.
  ReadOnlyBooleanProperty codeInFootProperty() {
    return code.visibleProperty();
  }

  void show(DownloadRow of) {
    replay.setVisible(of.attempt() != null);
    Trouble trouble = Trouble.of(of.item());
    if (trouble.equals(shown) && of.equals(row)) {
      return;
    }
    shown = trouble;
    row = of;
    title.setText(trouble.title());
    title.setGraphic(
        new FontIcon(
            trouble.remedies().contains(Remedy.ACCEPT)
                ? icon(Remedy.ACCEPT) // a certificate is what it is about
                : MaterialDesignA.ALERT_CIRCLE_OUTLINE));
    what.setText(Said.behind(trouble.what(), trouble.kept()));
    code.setText(trouble.code());
    remedies.getChildren().clear();
    for (Remedy remedy : trouble.remedies()) {
      remedies
          .getChildren()
          .add(
              remedy == Remedy.CLOCK
                  ? clock()
                  : line(remedy, trouble.keeps(), remedies.getChildren().isEmpty()));
    }
  }

  /// Nothing that can be pressed: to look at the clock is all there is to do here.
  private Pane clock() {
    Label words = new Label(Remedy.CLOCK.words(), new FontIcon(icon(Remedy.CLOCK)));
    words.setId("remedy-clock");
    words.getStyleClass().add("remedy-said");
    words.setMinWidth(REMEDY);
    Label why =
        why(DownloadsWords.text("remedy.CLOCK.why", Moments.whole(ZonedDateTime.now(clock))));
    return beside(words, why);
  }

  private void arrange() {
    boolean now = getWidth() > 0 && getWidth() < NARROW;
    if (now != narrow) {
      narrow = now;
      shown = null; // its remedies are set anew
    }
  }

  private Pane beside(Region what, Label why) {
    if (narrow) {
      return new VBox(2, what, why);
    }
    HBox line = new HBox(14, what, why);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static Label why(String words) {
    Label why = new Label(words);
    why.getStyleClass().add("muted");
    why.setWrapText(true);
    HBox.setHgrow(why, Priority.ALWAYS);
    return why;
  }

  private Pane line(Remedy remedy, boolean kept, boolean first) {
    Button button =
        new Button(remedy.words(), new FontIcon(icon(remedy))) {
          @Override
          protected double computePrefWidth(double height) {
            return Math.max(REMEDY, super.computePrefWidth(height));
          }
        };
    button.setId("remedy-" + remedy.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    button.getStyleClass().add("remedy");
    if (first) {
      button.getStyleClass().add("accent");
    }
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAlignment(Pos.CENTER_LEFT);
    button.setOnAction(_ -> apply(remedy));
    button.setMinHeight(Region.USE_PREF_SIZE);
    return beside(button, why(remedy.why(kept)));
  }

  private void apply(Remedy remedy) {
    DownloadRow of = row;
    if (of == null) {
      return;
    }
    switch (remedy) {
      case TRY_AGAIN -> actions.resume();
      case NEW_ADDRESS -> actions.newAddress();
      case TAKE_NEW -> actions.decide(of.id(), ChangedFile.TAKE_NEW);
      case CONTINUE_ANYWAY -> actions.decide(of.id(), ChangedFile.CONTINUE);
      case KEEP_OLD -> actions.decide(of.id(), ChangedFile.KEEP_OLD);
      case RESTART -> actions.restart();
      case SIGN_IN, PLACE -> actions.properties();
      case ACCEPT -> actions.acceptCertificate();
      case CLOCK -> {} // only said
    }
  }

  private static Ikon icon(Remedy remedy) {
    return switch (remedy) {
      case TRY_AGAIN -> MaterialDesignR.REFRESH;
      case NEW_ADDRESS -> MaterialDesignS.SWAP_HORIZONTAL;
      case TAKE_NEW -> MaterialDesignF.FILE_REPLACE_OUTLINE;
      case CONTINUE_ANYWAY -> MaterialDesignC.CHECK;
      case KEEP_OLD -> MaterialDesignA.ARCHIVE_OUTLINE;
      case RESTART -> MaterialDesignR.RESTART;
      case SIGN_IN -> MaterialDesignK.KEY_OUTLINE;
      case PLACE -> MaterialDesignF.FOLDER_OUTLINE;
      case ACCEPT -> MaterialDesignC.CERTIFICATE_OUTLINE;
      case CLOCK -> MaterialDesignC.CLOCK_OUTLINE;
    };
  }

  private void replay() {
    DownloadRow of = row;
    if (of != null) {
      actions.replay(of);
    }
  }

  private void copyReport() {
    Trouble trouble = shown;
    DownloadRow of = row;
    if (trouble == null || of == null) {
      return;
    }
    StringBuilder text = new StringBuilder();
    text.append(of.item().name()).append('\n');
    text.append(of.item().address()).append('\n');
    String what = Said.behind(trouble.title(), trouble.what());
    text.append(Said.behind(what, trouble.kept())).append('\n').append(trouble.code()).append('\n');
    RowHistory history = of.history();
    if (history != null) {
      history
          .lines()
          .forEach(line -> text.append(line.at()).append("  ").append(line.words()).append('\n'));
    }
    Attempt attempt = of.attempt();
    if (attempt != null) {
      new AttemptWords(attempt)
          .lines(trouble.title())
          .forEach(line -> text.append(line.call()).append("  ").append(line.words()).append('\n'));
    }
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text.toString()));
  }
}
