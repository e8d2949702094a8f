package org.sluice.app.main;

import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Looks at what can be used in a part of a window: whether Tab comes to it, whether it has a name, and
/// whether it is large enough to be hit.
///
/// **Threads**: JavaFX.
final class Reach {
  /// The least that a pointer can be asked to hit; WCAG 2.2, 2.5.8.
  private static final double LEAST = 24;

  /// Nobody presses Tab so often.
  private static final int MOST_TABS = 400;

  private Reach() {}

  /// What is wrong with what can be used in `root`, a sentence each; empty for nothing.
  static List<String> faults(Scene scene, Parent root) {
    root.applyCss();
    root.layout();
    List<Node> used = usable(root);
    Set<Node> reached = byTab(scene, root, false);
    List<String> faults = new ArrayList<>();
    for (Node node : used) {
      if (!node.isDisabled() && !isReached(node, reached) && !isMovedByAnother(node)) {
        faults.add("Tab does not come to " + name(node));
      }
      if (spoken(scene, node).isBlank()) {
        faults.add("has no accessible name: " + name(node));
      }
      Bounds size = node.getLayoutBounds();
      if ((size.getWidth() < LEAST || size.getHeight() < LEAST) && !isSpaced(node)) {
        faults.add(
            "is only %.0f by %.0f: %s".formatted(size.getWidth(), size.getHeight(), name(node)));
      }
      if (node instanceof Labeled labeled && isWithoutWords(labeled)) {
        Tooltip tip = labeled.getTooltip();
        if (tip == null || tip.getText().isBlank()) {
          faults.add("is an icon without a tooltip: " + name(node));
        } else if (!tip.getText().equals(labeled.getAccessibleText())) {
          faults.add(
              "is said to be “%s” and shown to be “%s”: %s"
                  .formatted(labeled.getAccessibleText(), tip.getText(), name(node)));
        }
      }
    }
    return faults;
  }

  /// Of some of which one is chosen, Tab comes to that one; the arrow keys go on from it.
  private static boolean isReached(Node node, Set<Node> reached) {
    return reached.contains(node)
        || (node instanceof Toggle toggle
            && toggle.getToggleGroup() != null
            && toggle.getToggleGroup().getToggles().stream().anyMatch(reached::contains));
  }

  /// Where the focus goes, from the first that can have it and around.
  static Set<Node> byTab(Scene scene, Parent root, boolean backwards) {
    Set<Node> reached = new LinkedHashSet<>();
    for (int i = 0; i < MOST_TABS; i++) {
      Node owner = scene.getFocusOwner();
      if (owner != null && !reached.add(owner) && i > 0) {
        return reached;
      }
      tab(owner == null ? root : owner, backwards);
    }
    throw new AssertionError("Tab does not come around: " + reached);
  }

  /// Puts the focus onto `node` as a key does it, so that it is to be seen.
  static void come(Scene scene, Parent root, Node node) {
    node.requestFocus();
    tab(node, false);
    Node next = scene.getFocusOwner();
    if (next != null && !next.equals(node)) {
      tab(next, true);
    }
    if (!node.equals(scene.getFocusOwner())) { // of a group Tab comes to another one
      node.requestFocus();
    }
    root.applyCss();
    root.layout();
  }

  /// Puts the focus onto the next one by a key.
  static void neighbour(Scene scene, Parent root, Node node) {
    node.requestFocus();
    tab(node, false);
    root.applyCss();
    root.layout();
  }

  static void tab(Node owner, boolean backwards) {
    for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
      Event.fireEvent(
          owner, new KeyEvent(type, "", "", KeyCode.TAB, backwards, false, false, false));
    }
  }

  /// All that is seen and reacts.
  static List<Node> usable(Parent root) {
    List<Node> found = new ArrayList<>();
    collect(root, found);
    return found;
  }

  private static void collect(Node node, List<Node> found) {
    if (!node.isVisible() || node instanceof ScrollBar || node.getOpacity() == 0) {
      return;
    }
    if (isUsable(node)) {
      found.add(node);
    }
    boolean whole =
        node instanceof Spinner
            || node instanceof ComboBoxBase
            || node instanceof TextInputControl
            || node instanceof Slider
            || node instanceof MenuButton;
    if (!whole && node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  private static boolean isUsable(Node node) {
    return node instanceof ButtonBase
        || node instanceof TextInputControl
        || node instanceof ComboBoxBase
        || node instanceof ChoiceBox
        || node instanceof Spinner
        || node instanceof Slider
        || node instanceof ListView
        || node instanceof TableView
        || node instanceof ToggleSwitch
        || node.isFocusTraversable()
        || (node.getOnMouseClicked() != null
            && !(node instanceof IndexedCell)
            && !isAroundAButton(node));
  }

  /// A card that does what the button in it does.
  private static boolean isAroundAButton(Node node) {
    return node instanceof Parent parent
        && parent.getChildrenUnmodifiable().stream().anyMatch(ButtonBase.class::isInstance);
  }

  /// The list below a field is moved by the keys of the field; what stands in a row is done by the keys of
  /// its list.
  private static boolean isMovedByAnother(Node node) {
    for (Node each = node.getParent(); each != null; each = each.getParent()) {
      if (each instanceof IndexedCell) {
        return true;
      }
    }
    return "palette-list".equals(node.getId());
  }

  /// The hours of the week stand 24 apart, with a gap between them that belongs to them.
  private static boolean isSpaced(Node node) {
    return node.getStyleClass().contains("hour-cell");
  }

  /// What a screen reader says to it; empty for nothing.
  static String spoken(Scene scene, Node node) {
    if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
      return node.getAccessibleText();
    }
    for (Node each : scene.getRoot().lookupAll(".label")) {
      if (each instanceof Label label && node.equals(label.getLabelFor())) {
        return label.getText();
      }
    }
    if (node instanceof TextInputControl
        || node instanceof ComboBoxBase
        || node instanceof Spinner
        || node instanceof Slider) {
      return ""; // what stands in it is its value
    }
    return Objects.toString(node.queryAccessibleAttribute(AccessibleAttribute.TEXT), "");
  }

  private static boolean isWithoutWords(Labeled labeled) {
    if (!(labeled instanceof ButtonBase)) {
      return false;
    }
    String text = Objects.toString(labeled.getText(), "");
    if (!text.isBlank() && labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY) {
      return false;
    }
    return labeled.getGraphic() == null || !hasWords(labeled.getGraphic());
  }

  private static boolean hasWords(Node node) {
    if (node instanceof Labeled label && label.getText() != null && !label.getText().isBlank()) {
      return true;
    }
    return node instanceof Parent parent
        && parent.getChildrenUnmodifiable().stream().anyMatch(Reach::hasWords);
  }

  /// For a sentence about it.
  static String name(Node node) {
    String words = node instanceof Labeled labeled ? " “" + labeled.getText() + "”" : "";
    String id = node.getId() == null ? "" : "#" + node.getId();
    return node.getClass().getSimpleName() + id + " " + node.getStyleClass() + words;
  }
}
