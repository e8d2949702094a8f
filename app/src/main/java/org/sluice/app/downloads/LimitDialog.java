package org.sluice.app.downloads;

import java.util.List;
import java.util.function.LongConsumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.sluice.app.fx.Amounts;
import org.sluice.app.fx.Messages;
import org.sluice.app.shell.DialogBox;
import org.sluice.app.shell.DialogLayer;
import org.sluice.engine.download.DownloadsSnapshot;

/// A speed limit that a user types.
final class LimitDialog {
  private LimitDialog() {}

  /// Of all downloads together.
  static void open(DialogLayer layer, DownloadsViewModel model) {
    DownloadsSnapshot now = model.snapshotProperty().get();
    open(
        layer,
        DownloadsWords.text("limit.title"),
        now == null ? 0 : now.total().limitBytesPerSecond(),
        limit -> model.speed().byHand(limit));
  }

  /// Of each of these alone.
  static void openFor(DialogLayer layer, DownloadsViewModel model, List<DownloadRow> rows) {
    open(
        layer,
        DownloadsWords.text(
            "limit.titleFor", rows.size(), rows.isEmpty() ? "" : rows.getFirst().item().name()),
        rows.isEmpty() ? 0 : rows.getFirst().item().amount().limitBytesPerSecond(),
        limit -> rows.forEach(row -> model.wish(model.feed().limit(row.id(), limit))));
  }

  private static void open(DialogLayer layer, String title, long now, LongConsumer then) {
    CheckBox on = new CheckBox(DownloadsWords.text("limit.on"));
    on.setId("limit-on");
    on.setSelected(now > 0);
    boolean mega = now == 0 || now >= 1_000_000;
    TextField number = new TextField(now == 0 ? "10" : plain(now / (mega ? 1_000_000.0 : 1_000.0)));
    number.setId("limit-number");
    number.getStyleClass().add("initial-focus");
    number.setPrefWidth(100);
    number.setAccessibleText(DownloadsWords.text("limit.number"));
    ComboBox<String> unit = new ComboBox<>();
    unit.setId("limit-unit");
    unit.setAccessibleText(DownloadsWords.text("limit.unit"));
    unit.getItems().addAll("MB/s", "kB/s");
    unit.setValue(mega ? "MB/s" : "kB/s");
    unit.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String rate) {
            return Amounts.perSecond(Messages.text("unit." + rate.substring(0, 2)));
          }

          @Override
          public String fromString(String words) {
            throw new UnsupportedOperationException("it is chosen, not typed");
          }
        });
    number.textProperty().subscribe((_, _) -> on.setSelected(true));
    Label complaint = new Label();
    complaint.getStyleClass().add("complaint");
    complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
    HBox line = new HBox(8, number, unit);
    complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
    VBox content = new VBox(10, on, line, complaint);
    DialogBox box = new DialogBox(layer, title, content, 420);
    box.cancel(DownloadsWords.text("dialog.cancel"));
    box.button(
            "limit-save",
            DownloadsWords.text("limit.save"),
            "accent",
            () -> {
              try {
                then.accept(on.isSelected() ? parse(number.getText(), unit.getValue()) : 0);
                box.close();
              } catch (NumberFormatException e) {
                complaint.setText(DownloadsWords.text("limit.bad"));
              }
            })
        .setDefaultButton(true);
    box.open();
  }

  /// @throws NumberFormatException if it is no number above 0
  static long parse(String text, String unit) {
    double value = Double.parseDouble(text.strip().replace(',', '.'));
    long bytes = Math.round(value * (unit.startsWith("M") ? 1_000_000 : 1_000));
    if (bytes < 1 || !Double.isFinite(value)) {
      throw new NumberFormatException(text);
    }
    return bytes;
  }

  private static String plain(double value) {
    return Math.rint(value) == value ? Long.toString(Math.round(value)) : Double.toString(value);
  }
}
