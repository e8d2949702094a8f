package org.sluice.app.add;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sluice.app.downloads.DownloadsViewModel;
import org.sluice.app.queues.QueueIcons;
import org.sluice.engine.item.DownloadRequest;
import org.sluice.engine.queue.QueueRules;

/// In which queue a download waits for its turn.
final class QueueRow extends HBox {
  private final DownloadsViewModel list;

  QueueRow(AddViewModel model, DownloadsViewModel list) {
    super(14);
    this.list = list;
    ComboBox<String> queue = new ComboBox<>();
    queue.setId("add-queue");
    queue.setAccessibleText(AddWords.text("queue"));
    queue.getItems().setAll(list.queuesProperty().get().stream().map(QueueRules::name).toList());
    if (queue.getItems().isEmpty()) {
      queue.getItems().add(DownloadRequest.MAIN_QUEUE);
    }
    queue.setCellFactory(_ -> queueCell());
    queue.setButtonCell(queueCell());
    queue.valueProperty().bindBidirectional(model.queueProperty());
    queue.setPrefWidth(216);
    Label hint = new Label();
    hint.getStyleClass().addAll("muted", "text-small");
    model.queueProperty().subscribe(name -> hint.setText(hint(name)));
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(queue, hint);
  }

  private String hint(String name) {
    return find(name)
        .map(rules -> AddWords.text("queue.hint", Integer.toString(rules.concurrency())))
        .orElse("");
  }

  private QueueRules rules(String name) {
    return find(name).orElseGet(() -> QueueRules.named(name));
  }

  private Optional<QueueRules> find(String name) {
    return list.queuesProperty().get().stream()
        .filter(rules -> rules.name().equals(name))
        .findFirst();
  }

  private ListCell<String> queueCell() {
    return new ListCell<>() {
      private final FontIcon icon = new FontIcon();

      @Override
      protected void updateItem(@Nullable String name, boolean empty) {
        super.updateItem(name, empty);
        setText(
            empty || name == null
                ? null
                : name.equals(DownloadRequest.MAIN_QUEUE) ? AddWords.text("queue.main") : name);
        setGraphicTextGap(8);
        setGraphic(empty || name == null ? null : icon);
        if (name != null) {
          icon.setIconCode(QueueIcons.of(rules(name)));
        }
      }
    };
  }
}
