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
  private final Runnable lost;
  private final Runnable opened;
  private Leaving leaving = Leaving.OTHERWISE;

  /// @param onClose what is done when it is closed, in whatever way
  private record Entry(
      Region content, StackPane holder, @Nullable Node focusBefore, Runnable onClose) {}

  /// By which key the focus is about to leave.
  private enum Leaving {
    FORWARD,
    BACKWARD,
    OTHERWISE
  }

  /// @param lost puts the focus somewhere: what had it before a dialog is there no more
  /// @param opened called when one has come and has the focus
  DialogLayer(Runnable lost, Runnable opened) {
    this.lost = lost;
    this.opened = opened;
    setVisible(false);
    setPickOnBounds(false);
    getStyleClass().add("dialog-layer");
    addEventFilter( // some controls keep the key for themselves
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
                scene.addEventFilter(KeyEvent.KEY_PRESSED, this::noteKey);
                scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> leaving = Leaving.OTHERWISE);
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
    opened.run();
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
    giveBack(top.focusBefore());
    top.onClose().run();
  }

  private void giveBack(@Nullable Node before) {
    if (before != null && before.getScene() != null) {
      before.requestFocus();
    }
    if (before != null && getScene() != null && before.equals(getScene().getFocusOwner())) {
      return;
    }
    Entry below = entries.peek();
    if (below == null) {
      lost.run();
    } else {
      focusInside(below.content());
    }
  }

  /// Closes `content`, and what was opened over it.
  public void close(Region content) {
    while (entries.stream().anyMatch(entry -> entry.content().equals(content))) {
      close();
    }
  }

  private void noteKey(KeyEvent event) {
    leaving =
        event.getCode() != KeyCode.TAB
            ? Leaving.OTHERWISE
            : event.isShiftDown() ? Leaving.BACKWARD : Leaving.FORWARD;
  }

  /// The focus does not leave a dialog: from its end it goes on at its beginning, and the other way
  /// round.
  private void holdFocus(@Nullable Node owner) {
    Entry top = entries.peek();
    if (top == null || owner == null || PaneOrder.isInside(owner, top.content())) {
      return;
    }
    switch (leaving) {
      case FORWARD -> focus(PaneOrder.firstFocusable(top.content()));
      case BACKWARD -> focus(PaneOrder.lastFocusable(top.content()));
      case OTHERWISE -> focusInside(top.content());
    }
  }

  private static void focusInside(Region content) {
    content.applyCss();
    Node first = content.lookup(".initial-focus");
    focus(first == null ? PaneOrder.firstFocusable(content) : first);
  }

  private static void focus(@Nullable Node target) {
    if (target != null) {
      target.requestFocus();
    }
  }
}
