package org.sluice.app.add;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.sluice.app.downloads.CellTexts;
import org.sluice.app.downloads.FileIcons;
import org.sluice.app.preferences.Category;
import org.sluice.app.said.Said;

/// What the server says of the one link that is to be added.
final class ProbeCard extends HBox {
  private final Function<String, Category> category;
  private final Label name = new Label();
  private final Label state = new Label();
  private final Label size = new Label();
  private final Label type = new Label();
  private final Label resume = new Label();
  private final Label connection = new Label();
  private final Label problem = new Label();
  private final GridPane grid = new GridPane(36, 2);
  private final Label onePiece = AddNodes.warning("probe-one-piece", false);
  private final ProgressBar asking = new ProgressBar(-1);
  private final FontIcon picture = new FontIcon(MaterialDesignF.FILE_OUTLINE);
  private Subscription watching = Subscription.EMPTY;
  private Runnable signIn = () -> {};

  /// @param category says by its name what a file belongs to
  ProbeCard(Function<String, Category> category, Runnable again) {
    this.category = category;
    getStyleClass().add("probe-card");
    picture.getStyleClass().add("probe-picture");
    name.setId("probe-name");
    name.getStyleClass().add("sl-semibold");
    state.setId("probe-state");
    state.getStyleClass().add("probe-state");
    state.setMinWidth(USE_PREF_SIZE);
    onePiece.setText(AddWords.text("probe.onePiece"));
    problem.setId("probe-problem");
    problem.setWrapText(true);
    problem.getStyleClass().add("complaint");
    asking.setMaxWidth(Double.MAX_VALUE);
    asking.getStyleClass().add("probe-asking");
    Button refresh = new Button("", new FontIcon(MaterialDesignR.REFRESH));
    refresh.setId("probe-again");
    refresh.getStyleClass().addAll("flat", "button-icon", "notice-close");
    refresh.setTooltip(new Tooltip(AddWords.text("probe.again")));
    refresh.setAccessibleText(AddWords.text("probe.again"));
    refresh.setOnAction(_ -> again.run());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(8, name, space, state, refresh);
    head.setAlignment(Pos.CENTER_LEFT);
    column(0, "probe.size", size);
    column(1, "probe.type", type);
    column(2, "probe.resume", resume);
    column(3, "probe.connection", connection);
    size.getStyleClass().add("sl-semibold");
    VBox body = new VBox(4, head, asking, grid, problem, onePiece);
    HBox.setHgrow(body, Priority.ALWAYS);
    setSpacing(16);
    getChildren().addAll(picture, body);
  }

  private void column(int at, String key, Label value) {
    Label title = new Label(AddWords.text(key));
    title.getStyleClass().addAll("muted", "text-small");
    grid.add(title, at, 0);
    grid.add(value, at, 1);
  }

  /// Told when a server wants a name and a password.
  void onSignIn(Runnable then) {
    signIn = then;
  }

  /// Shows this link from now on.
  void show(@Nullable LinkRow row) {
    watching.unsubscribe();
    watching = Subscription.EMPTY;
    if (row != null) {
      watching = row.answerProperty().subscribe(answer -> show(row, answer));
    }
  }

  private void show(LinkRow row, @Nullable ProbeAnswer answer) {
    name.setText(row.name());
    picture.setIconCode(FileIcons.of(row.name(), category.apply(row.name())));
    boolean ready = answer instanceof ProbeAnswer.Ready;
    boolean refused = answer instanceof ProbeAnswer.Refused;
    AddNodes.visible(grid, ready);
    AddNodes.visible(problem, refused);
    AddNodes.visible(asking, !ready && !refused);
    AddNodes.visible(
        onePiece, answer instanceof ProbeAnswer.Ready(_, _, _, boolean ranges, _, _) && !ranges);
    state.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("bad"), refused);
    state.pseudoClassStateChanged(
        javafx.css.PseudoClass.getPseudoClass("asking"), !ready && !refused);
    switch (answer) {
      case null -> state("probe.asking", null);
      case ProbeAnswer.Asking _ -> state("probe.asking", null);
      case ProbeAnswer.Refused(String sentence, String code, boolean wantsSignIn) -> {
        state("probe.refused", new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE));
        if (wantsSignIn) {
          signIn.run();
        }
        problem.setText(
            wantsSignIn
                ? AddWords.text("probe.signIn")
                : AddWords.text("probe.problem", Said.closed(sentence), code));
      }
      case ProbeAnswer.Ready said -> {
        state("probe.ready", new FontIcon(MaterialDesignC.CHECK_CIRCLE_OUTLINE));
        size.setText(
            said.length() < 0 ? AddWords.text("probe.unsaid") : CellTexts.size(said.length()));
        type.setText(said.type() == null ? AddWords.text("probe.unsaid") : said.type());
        resume.setText(AddWords.text(said.ranges() ? "probe.ranges" : "probe.noRanges"));
        connection.setText(
            AddWords.text("probe.answered", said.protocol(), Long.toString(said.millis())));
      }
    }
  }

  private void state(String key, @Nullable FontIcon icon) {
    state.setText(AddWords.text(key));
    state.setGraphic(icon);
  }
}
