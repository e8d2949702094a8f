package org.sluice.app.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.sluice.app.fx.GrowingScroll;
import org.sluice.app.fx.Names;

/// A dialog with a title, a content and a row of buttons; Ctrl Enter presses the last one.
///
/// **Threads**: JavaFX.
public final class DialogBox extends BorderPane {
  private final DialogLayer layer;
  private final HBox foot = new HBox(8);
  private final Region space = new Region();
  private @Nullable Button last;

  /// @param width in pixels
  public DialogBox(DialogLayer layer, String title, Node content, double width) {
    this.layer = layer;
    getStyleClass().addAll("dialog", "dialog-box");
    setPrefWidth(width);
    Label words = new Label(title);
    words.getStyleClass().add("dialog-title");
    words.setWrapText(true); // there may be a long name in it
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button cross = new Button("", new FontIcon(MaterialDesignC.CLOSE));
    cross.getStyleClass().addAll("flat", "button-icon", "icon-button");
    Names.icon(cross, ShellWords.text("dialog.close"));
    cross.setOnAction(_ -> close());
    HBox head = new HBox(words, cross);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("dialog-head");
    VBox body = new VBox(content);
    body.getStyleClass().add("dialog-body");
    VBox.setVgrow(content, Priority.ALWAYS);
    foot.getStyleClass().add("dialog-foot");
    foot.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(space, Priority.ALWAYS);
    foot.getChildren().add(space);
    setCenter(
        content instanceof ScrollPane
            ? body
            : scrolling(body)); // the keys come to it first, and to the cross last
    setBottom(foot);
    setTop(head);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            if (last != null && !last.isDisabled()) {
              last.fire();
            }
            event.consume();
          }
        });
  }

  /// In a low window, or with large text, the buttons stay where they can be seen.
  private static ScrollPane scrolling(VBox body) {
    ScrollPane scroll = new GrowingScroll(body, Double.MAX_VALUE);
    scroll.getStyleClass().add("dialog-scroll");
    return scroll;
  }

  /// What stands at the left of the buttons.
  public void aside(Node node) {
    foot.getChildren().addFirst(node);
  }

  /// A button that closes it and does nothing else.
  public DialogBox cancel(String words) {
    Button button = new Button(words);
    button.setId("dialog-cancel");
    button.setCancelButton(false);
    button.setOnAction(_ -> close());
    foot.getChildren().add(button);
    return this;
  }

  /// The same, and it has the focus first: whoever presses Enter without reading loses nothing.
  public DialogBox cancelFirst(String words) {
    cancel(words);
    foot.getChildren().getLast().getStyleClass().add("initial-focus");
    return this;
  }

  /// A button; what it does has to close the dialog itself.
  public Button button(String id, String words, String styleClass, Runnable action) {
    Button button = new Button(words);
    button.setId(id);
    if (!styleClass.isEmpty()) {
      button.getStyleClass().add(styleClass);
    }
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    foot.getChildren().add(button);
    last = button;
    return button;
  }

  public void open() {
    layer.open(this);
  }

  public void close() {
    layer.close(this);
  }

  /// Asks about something by which something is lost; the other button has the focus first.
  public static void ask(
      DialogLayer layer, String title, String words, String cancel, String yes, Runnable then) {
    Label label = new Label(words);
    label.setWrapText(true);
    DialogBox box = new DialogBox(layer, title, label, 460).cancelFirst(cancel);
    box.button(
        "dialog-yes",
        yes,
        "danger",
        () -> {
          box.close();
          then.run();
        });
    box.open();
  }
}
