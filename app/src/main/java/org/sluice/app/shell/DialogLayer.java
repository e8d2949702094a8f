package org.sluice.app.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Dialogs over the window: they hold the focus, Esc closes them, and the focus goes back to what had
/// it before.
///
/// **Threads**: JavaFX.
public final class DialogLayer extends StackPane {
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final Deque<Entry> entries = new ArrayDeque<>();

  /// @param onClose what is done when it is closed, in whatever way
  private record Entry(
      Region content, StackPane holder, @Nullable Node focusBefore, Runnable onClose) {}

  DialogLayer() {
    setVisible(false);
    setPickOnBounds(false);
    getStyleClass().add("dialog-layer");
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                scene.focusOwnerProperty().subscribe(this::holdFocus);
              }
            });
  }

  /// Whether one is open.
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  public boolean isOpen() {
    return open.get();
  }

  /// Opens a dialog in the middle of the window.
  ///
  /// @param content has a size of its own
  public void open(Region content) {
    open(content, Pos.CENTER, Insets.EMPTY, () -> {});
  }

  /// Opens a dialog.
  ///
  /// @param where in the window
  /// @param margin around it
  /// @param onClose what is done when it is closed, in whatever way
  public void open(Region content, Pos where, Insets margin, Runnable onClose) {
    Node before = getScene() == null ? null : getScene().getFocusOwner();
    StackPane holder = new StackPane(content);
    holder.getStyleClass().add("scrim");
    content.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(content, where);
    StackPane.setMargin(content, margin);
    holder.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (holder.equals(event.getTarget())) {
            close();
            event.consume();
          }
        });
    entries.push(new Entry(content, holder, before, onClose));
    getChildren().add(holder);
    setVisible(true);
    open.set(true);
    focusInside(content);
  }

  /// Closes the one on top.
  public void close() {
    Entry top = entries.poll();
    if (top == null) {
      return;
    }
    getChildren().remove(top.holder());
    boolean none = entries.isEmpty();
    setVisible(!none);
    open.set(!none);
    Node before = top.focusBefore();
    if (before != null && before.getScene() != null) {
      before.requestFocus();
    }
    top.onClose().run();
  }

  /// Closes `content`, and what was opened over it.
  public void close(Region content) {
    while (entries.stream().anyMatch(entry -> entry.content().equals(content))) {
      close();
    }
  }

  /// The focus does not leave a dialog: from its end it goes on at its beginning.
  private void holdFocus(@Nullable Node owner) {
    Entry top = entries.peek();
    if (top != null && owner != null && !PaneOrder.isInside(owner, top.content())) {
      focusInside(top.content());
    }
  }

  private static void focusInside(Region content) {
    content.applyCss();
    Node first = content.lookup(".initial-focus");
    Node target = first == null ? PaneOrder.firstFocusable(content) : first;
    if (target != null) {
      target.requestFocus();
    }
  }
}
