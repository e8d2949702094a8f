package org.sluice.app.shell;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Cell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A ring around what has the focus, while the user works with keys: the same around all controls, in both
/// themes. In a list or a table it is an inner ring of the row that has the focus, and in a field its edge.
///
/// A style of each control of its own would be forgotten for some; JavaFX's `:focus-visible` does not hold
/// where the focus was put by a command.
///
/// **Threads**: JavaFX.
final class FocusRing extends Region {
  /// Of the ring and of the gap between it and the control.
  private static final double AROUND = 3;

  private boolean keys;
  private @Nullable Scene watched;
  private @Nullable Node listing;
  private @Nullable VirtualFlow<?> flow;
  private final Runnable afterLayout = this::place;

  FocusRing() {
    getStyleClass().add("focus-ring");
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
    sceneProperty().subscribe(this::watch);
  }

  private void watch(@Nullable Scene scene) {
    if (scene == null || scene.equals(watched)) {
      return;
    }
    watched = scene; // a window has one scene for all its life
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> use(!event.getCode().isModifierKey()));
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> forget());
    scene.focusOwnerProperty().subscribe(_ -> place());
    scene.addPostLayoutPulseListener(afterLayout);
  }

  private void use(boolean key) {
    if (key && !keys) {
      keys = true;
      place();
    }
  }

  /// Whoever came with the mouse goes on with Enter: a button that waits for that is shown.
  void dialogOpened() {
    Scene scene = getScene();
    use(scene != null && scene.getFocusOwner() instanceof Button);
  }

  private void forget() {
    keys = false;
    setVisible(false);
  }

  /// Puts it around what has the focus now.
  void place() {
    Scene scene = getScene();
    Node owner = scene == null ? null : scene.getFocusOwner();
    Parent ground = getParent();
    if (!keys || owner == null || ground == null) {
      setVisible(false);
      return;
    }
    Node row = row(owner);
    Node ringed = row == null ? boxed(owner) : row;
    double around = row == null && !(owner instanceof TextInputControl) ? AROUND : 0;
    Bounds seen = seen(ringed);
    if (seen.isEmpty() || ringed.equals(scene.getRoot())) {
      setVisible(false);
      return;
    }
    Bounds at = ground.sceneToLocal(seen);
    double left = Math.max(0, Math.floor(at.getMinX() - around));
    double top = Math.max(0, Math.floor(at.getMinY() - around));
    double right = Math.min(ground.getLayoutBounds().getWidth(), Math.ceil(at.getMaxX() + around));
    double bottom =
        Math.min(ground.getLayoutBounds().getHeight(), Math.ceil(at.getMaxY() + around));
    resizeRelocate(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    setVisible(true);
  }

  /// A field that stands with an icon or a key in a box of its own has the edge of that box.
  private static Node boxed(Node owner) {
    Parent box = owner.getParent();
    return box != null && box.getStyleClass().contains("field-box") ? box : owner;
  }

  /// The row of a list that has the focus in it; null for what is no list.
  private @Nullable Node row(Node owner) {
    int index =
        switch (owner) {
          case ListView<?> list -> list.getFocusModel().getFocusedIndex();
          case TableView<?> table -> table.getFocusModel().getFocusedIndex();
          default -> -1;
        };
    if (index < 0) {
      return null;
    }
    if (!owner.equals(listing) || flow == null) {
      listing = owner;
      flow = owner.lookup(".virtual-flow") instanceof VirtualFlow<?> found ? found : null;
    }
    Cell<?> cell = flow == null ? null : flow.getVisibleCell(index);
    return cell == null || cell.isEmpty() ? null : cell;
  }

  /// Where it is in the scene, without what its ancestors cut off.
  private static Bounds seen(Node node) {
    Bounds seen = node.localToScene(node.getLayoutBounds());
    for (Parent each = node.getParent(); each != null; each = each.getParent()) {
      if (each.getClip() != null) {
        seen = common(seen, each.localToScene(each.getClip().getBoundsInParent()));
      }
    }
    return seen;
  }

  private static Bounds common(Bounds one, Bounds other) {
    double left = Math.max(one.getMinX(), other.getMinX());
    double top = Math.max(one.getMinY(), other.getMinY());
    return new BoundingBox(
        left,
        top,
        Math.min(one.getMaxX(), other.getMaxX()) - left,
        Math.min(one.getMaxY(), other.getMaxY()) - top);
  }
}
