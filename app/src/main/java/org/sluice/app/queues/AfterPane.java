package org.sluice.app.queues;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.sluice.app.said.Said;
import org.sluice.engine.queue.AfterFinish;
import org.sluice.engine.queue.ArgumentText;
import org.sluice.engine.queue.SystemAction;

/// What comes after a download, and after the last one of a queue.
///
/// **Threads**: JavaFX.
final class AfterPane extends VBox {
  private final ComboBox<SystemAction> whenEmpty = new ComboBox<>();
  private final TextField program = new TextField();
  private final Label programMore = new Label();
  private final Consumer<String> runs;
  private AfterFinish shown = AfterFinish.NOTHING;
  private boolean showing;

  /// @param runs is told of the program and its arguments; refuses them with a sentence
  AfterPane(Consumer<SystemAction> acts, Consumer<String> runs) {
    this.runs = runs;
    whenEmpty.setId("queue-when-empty");
    whenEmpty.setPrefWidth(200);
    whenEmpty.setMinWidth(140);
    whenEmpty.getItems().setAll(SystemAction.values());
    whenEmpty.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(SystemAction action) {
            return action == null ? "" : QueuesWords.action(action);
          }

          @Override
          public SystemAction fromString(String text) {
            throw new UnsupportedOperationException("nobody types into a choice");
          }
        });
    whenEmpty
        .valueProperty()
        .subscribe(
            (_, action) -> {
              if (action != null && !showing) {
                acts.accept(action);
              }
            });
    program.setId("queue-program");
    program.setPrefWidth(300);
    program.setMinWidth(180);
    program.setPromptText(QueuesWords.text("program.prompt"));
    program.setOnAction(_ -> take());
    program
        .focusedProperty()
        .subscribe(
            (was, is) -> {
              if (was && !is) {
                take();
              }
            });
    getChildren()
        .addAll(
            row("empty", new Label(QueuesWords.text("empty.more")), whenEmpty),
            row("program", programMore, program));
    programMore.setText(QueuesWords.text("program.more"));
  }

  private static HBox row(String key, Label more, Node control) {
    Label title = new Label(QueuesWords.text(key));
    title.getStyleClass().add("setting-title");
    title.setLabelFor(control);
    control.setAccessibleText(QueuesWords.text(key));
    more.getStyleClass().add("setting-more");
    more.setWrapText(true);
    VBox words = new VBox(title, more);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(words, control);
    row.getStyleClass().add("setting-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  void show(AfterFinish after) {
    shown = after;
    showing = true;
    whenEmpty.setValue(after.whenEmpty());
    showing = false;
    if (!program.isFocused()) {
      program.setText(ArgumentText.write(after.command()));
    }
  }

  private void take() {
    if (program.getText().strip().equals(ArgumentText.write(shown.command()))) {
      programMore.setText(QueuesWords.text("program.more"));
      return;
    }
    try {
      runs.accept(program.getText().strip());
      programMore.setText(QueuesWords.text("program.more"));
    } catch (IllegalArgumentException e) {
      programMore.setText(QueuesWords.text("program.refused", Said.of(e)));
    }
  }
}
