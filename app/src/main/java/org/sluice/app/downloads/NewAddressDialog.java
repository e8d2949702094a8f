package org.sluice.app.downloads;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sluice.app.fx.Direction;
import org.sluice.app.shell.DialogBox;
import org.sluice.app.shell.DialogLayer;

/// Another address of the same file, for one that has expired or a server that cannot be used.
final class NewAddressDialog {
  private NewAddressDialog() {}

  static void open(DialogLayer layer, DownloadsViewModel model, DownloadRow row) {
    Label words =
        new Label(
            DownloadsWords.text(
                "address.words",
                row.item().name(),
                CellTexts.size(row.item().amount().received())));
    words.setWrapText(true);
    TextField field = new TextField();
    field.setId("new-address");
    Direction.leftToRight(field).getStyleClass().addAll("sl-code", "initial-focus");
    field.setPromptText("https://");
    field.setAccessibleText(DownloadsWords.text("address.title"));
    VBox content = new VBox(12, words, field);
    DialogBox box = new DialogBox(layer, DownloadsWords.text("address.title"), content, 620);
    box.cancel(DownloadsWords.text("dialog.cancel"));
    var save =
        box.button(
            "new-address-save",
            DownloadsWords.text("address.save"),
            "accent",
            () -> {
              String url = field.getText().strip();
              box.close();
              model.whenDone(
                  model.feed().replaceAddress(row.id(), url),
                  _ -> {
                    if (row.group().canResume()) {
                      model.wish(model.feed().resume(row.id()));
                    }
                  });
            });
    save.setDefaultButton(true);
    save.disableProperty()
        .bind(
            javafx.beans.binding.Bindings.createBooleanBinding(
                () -> !field.getText().strip().matches("(?i)https?://[^\\s/]+.*"),
                field.textProperty()));
    box.open();
  }
}
