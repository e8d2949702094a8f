package org.sluice.app.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Goes from pane to pane with the keyboard.
final class PaneOrder {
  /// What of a pane is to have the focus; else the first of it that can.
  private static final String BEGIN = ".pane-begin";

  private PaneOrder() {}

  /// Puts the focus into the pane after, or before, the one that has it.
  static void step(Scene scene, List<Node> panes, boolean forward) {
    Node focus = scene.getFocusOwner();
    int at = -1;
    for (int i = 0; i < panes.size(); i++) {
      if (isInside(focus, panes.get(i))) {
        at = i;
      }
    }
    for (int tried = 0, i = at; tried < panes.size(); tried++) {
      i = next(i, panes.size(), forward);
      Node target = begin(panes.get(i));
      if (target != null) {
        target.requestFocus();
        return;
      }
    }
  }

  /// @param at -1 for none yet
  static int next(int at, int count, boolean forward) {
    if (at < 0) {
      return forward ? 0 : count - 1;
    }
    return Math.floorMod(at + (forward ? 1 : -1), count);
  }

  static boolean isInside(@Nullable Node node, Node pane) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.equals(pane)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Node begin(Node pane) {
    for (Node main : pane.lookupAll(BEGIN)) {
      Node found = firstFocusable(main);
      if (found != null) {
        return found;
      }
    }
    return firstFocusable(pane);
  }

  /// The first that can have the focus, in the order of the scene; null if nothing there can.
  static @Nullable Node firstFocusable(Node node) {
    if (!node.isVisible() || node.isDisabled() || !isShown(node)) {
      return null;
    }
    if (node.isFocusTraversable()) {
      return node;
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Node found = firstFocusable(child);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /// The last that can have the focus; null if nothing there can.
  static @Nullable Node lastFocusable(Node node) {
    if (!node.isVisible() || node.isDisabled() || !isShown(node)) {
      return null;
    }
    if (node.isFocusTraversable()) {
      return node;
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable().reversed()) {
        Node found = lastFocusable(child);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static boolean isShown(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null;
  }
}
