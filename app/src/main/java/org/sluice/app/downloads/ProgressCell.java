package org.sluice.app.downloads;

import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.sluice.app.fx.TokenPaints;
import org.sluice.engine.download.ItemView;

/// A bar with the spans that are here, and the word beside it.
final class ProgressCell extends TableCell<DownloadRow, ItemView> {
  private static final double WORD = 88;
  private static final double GAP = 10;
  private static final double BAR = 8;
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
  private static final PseudoClass NUMBER = PseudoClass.getPseudoClass("number");

  private final SegmentStrip strip;
  private final Label word = new Label();
  private final FontIcon icon = new FontIcon(MaterialDesignC.CHECK);
  private final Face face;
  private Subscription watching = Subscription.EMPTY;
  private @Nullable DownloadRow watched;
  private @Nullable StateGroup styled;

  ProgressCell(TokenPaints paints, AskedLines lines) {
    strip = new SegmentStrip(paints, lines);
    strip.setManaged(false);
    face = new Face();
    getStyleClass().add("progress-cell");
    tableRowProperty()
        .flatMap(row -> row == null ? null : row.selectedProperty())
        .subscribe(selected -> strip.selected(Boolean.TRUE.equals(selected)));
    word.getStyleClass().add("progress-word");
    setGraphic(face);
    setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
  }

  @Override
  protected void updateItem(@Nullable ItemView item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null || getTableRow() == null || getTableRow().getItem() == null) {
      face.setVisible(false); // it stays where it is: a node that comes anew is styled anew
      watch(null);
      setAccessibleText(null);
      return;
    }
    face.setVisible(true);
    DownloadRow row = getTableRow().getItem();
    watch(row);
    say(row);
    setAccessibleText(ProgressWords.spoken(item));
    strip.show(item);
  }

  private void watch(@Nullable DownloadRow row) {
    if (!Objects.equals(row, watched)) {
      watching.unsubscribe();
      watched = row;
      watching =
          row == null ? Subscription.EMPTY : row.asidesProperty().subscribe((_, _) -> say(row));
    }
  }

  private void say(DownloadRow row) {
    ItemView item = row.item();
    String text = ProgressWords.brief(item, row.queuePlace(), row.isVerified());
    StateGroup group = row.group();
    word.setText(text);
    word.setGraphic(icon(group, row.isVerified()));
    word.pseudoClassStateChanged(FAILED, group == StateGroup.FAILED);
    word.pseudoClassStateChanged(DONE, group == StateGroup.DONE);
    word.pseudoClassStateChanged(NUMBER, group == StateGroup.ACTIVE);
    if (group != styled) {
      styled = group;
      word.applyCss(); // rows move while they are laid out: a frame would be drawn without icon and
      // colour
    }
  }

  private @Nullable FontIcon icon(StateGroup group, boolean verified) {
    return switch (group) {
      case DONE -> {
        icon.setIconCode(verified ? MaterialDesignC.CHECK_DECAGRAM_OUTLINE : MaterialDesignC.CHECK);
        yield icon;
      }
      case FAILED -> {
        icon.setIconCode(MaterialDesignA.ALERT_CIRCLE_OUTLINE);
        yield icon;
      }
      case ACTIVE, QUEUED, PAUSED -> null;
    };
  }

  /// The bar takes what the word leaves.
  private final class Face extends Region {
    Face() {
      getChildren().addAll(strip, word);
    }

    @Override
    protected double computePrefWidth(double height) {
      return 100;
    }

    @Override
    protected double computePrefHeight(double width) {
      return 18;
    }

    @Override
    protected void layoutChildren() {
      double width = getWidth() > 0 ? ProgressCell.this.getWidth() - 20 : 0;
      double bar = Math.max(20, Math.floor(width - WORD - GAP));
      double top = Math.floor((getHeight() - BAR) / 2);
      strip.resizeRelocate(0, top, bar, BAR);
      word.resizeRelocate(bar + GAP, 0, WORD, getHeight());
    }
  }
}
