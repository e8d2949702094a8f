package org.sluice.app.downloads;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The speed limit of all downloads, for the status bar; not there without one.
public final class LimitLabel extends HBox {
  public LimitLabel(DownloadsViewModel model) {
    super(5);
    setAlignment(Pos.CENTER_LEFT);
    Label limit = new Label();
    limit.setId("status-limit");
    limit.getStyleClass().addAll("sl-semibold", "strong");
    getChildren()
        .addAll(
            new FontIcon(MaterialDesignS.SPEEDOMETER),
            new Label(DownloadsWords.text("status.limit")),
            limit);
    model
        .snapshotProperty()
        .subscribe(
            list -> {
              long bytes = list == null ? 0 : list.total().limitBytesPerSecond();
              setVisible(bytes > 0);
              setManaged(bytes > 0);
              limit.setText(bytes > 0 ? CellTexts.limit(bytes) : "");
            });
  }
}
