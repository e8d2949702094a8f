package org.sluice.app.monitor;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.sluice.app.fx.Direction;

/// A download in two lines: its file, then handle, bar, state and socket; one of several transfers in
/// one line, without the file.
final class TransferCell extends ListCell<TransferRow> {
  static final double HEIGHT = 44;
  static final double PART_HEIGHT = 21;
  static final double HEAD_HEIGHT = 24;

  private static final PseudoClass PART = PseudoClass.getPseudoClass("part");
  private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");

  private final FontIcon caret = new FontIcon(MaterialDesignC.CHEVRON_DOWN);
  private final Function<String, Ikon> icons;
  private final FontIcon icon = new FontIcon(MaterialDesignF.FILE_OUTLINE);
  private final Label name = new Label();
  private final Label amount = new Label();
  private final Label handle = new Label();
  private final ThinBar bar = new ThinBar();
  private final Label state = new Label();
  private final Label socket = new Label();
  private final HBox top;
  private final HBox below;
  private final VBox lines;
  private Subscription watching = Subscription.EMPTY;

  /// @param toggle shows or hides the transfers of a download
  /// @param icons the picture of a file by its name
  TransferCell(Consumer<TransferRow> toggle, Function<String, Ikon> icons) {
    this.icons = icons;
    Label fold = new Label("", caret);
    fold.getStyleClass().add("fold");
    fold.setOnMouseClicked(
        event -> {
          TransferRow row = getItem();
          if (row != null) {
            toggle.accept(row);
          }
          event.consume();
        });
    getStyleClass().add("transfer-cell");
    setPrefWidth(0);
    name.getStyleClass().add("sl-medium");
    name.setGraphic(icon);
    name.setMinWidth(0);
    amount.getStyleClass().addAll("muted", "transfer-amount");
    amount.setMinWidth(Region.USE_PREF_SIZE);
    handle.getStyleClass().addAll("sl-medium", "transfer-handle");
    state.getStyleClass().add("transfer-state");
    socket.getStyleClass().addAll("sl-medium", "transfer-socket");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox.setHgrow(bar, Priority.ALWAYS);
    top = new HBox(4, fold, name, space, amount);
    top.getStyleClass().add("transfer-top");
    top.setAlignment(Pos.CENTER_LEFT);
    below = new HBox(8, handle, bar, state, socket);
    below.getStyleClass().add("transfer-below");
    below.setAlignment(Pos.CENTER_LEFT);
    lines = new VBox(top, below);
    lines.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  protected void updateItem(TransferRow row, boolean empty) {
    super.updateItem(row, empty);
    watching.unsubscribe();
    watching = Subscription.EMPTY;
    if (empty || row == null) {
      setGraphic(null);
      setPrefHeight(HEIGHT);
      return;
    }
    boolean whole = row.isWhole();
    top.setVisible(whole);
    top.setManaged(whole);
    pseudoClassStateChanged(PART, !whole);
    watching =
        Subscription.combine(
            row.partsProperty().subscribe(parts -> shape(row, parts.intValue())),
            row.openProperty()
                .subscribe(
                    open ->
                        caret.setIconCode(
                            open ? MaterialDesignC.CHEVRON_DOWN : Direction.folded())),
            row.nameProperty().subscribe(this::name),
            row.handleProperty().subscribe(handle::setText),
            row.amountProperty().subscribe(amount::setText),
            row.stateProperty()
                .subscribe(
                    word -> {
                      state.setText(word);
                      setAccessibleText(row.spoken());
                    }),
            row.socketProperty().subscribe(this::socket),
            row.progressProperty().subscribe(value -> bar.share(value.doubleValue())),
            row.phaseProperty().subscribe(this::phase));
    setGraphic(lines);
  }

  /// A download with several transfers is the heading of these; one with a single transfer, or none,
  /// shows it itself.
  private void shape(TransferRow row, int parts) {
    boolean head = row.isWhole() && parts > 0;
    caret.setVisible(head);
    below.setVisible(!head);
    below.setManaged(!head);
    setPrefHeight(head ? HEAD_HEIGHT : row.isWhole() ? HEIGHT : PART_HEIGHT);
  }

  private void name(String file) {
    name.setText(file);
    icon.setIconCode(icons.apply(file));
  }

  private void socket(String number) {
    socket.setText(number);
    socket.pseudoClassStateChanged(NONE, number.equals(TransferFaces.NO_SOCKET));
  }

  private void phase(Phase phase) {
    bar.phase(phase);
    for (Phase each : Phase.values()) {
      pseudoClassStateChanged(ThinBar.pseudoClass(each), each == phase);
    }
  }
}
