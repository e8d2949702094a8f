package org.sluice.app.shell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/// The dividers of a perspective: put where they were, followed until the window has its size.
///
/// At the first start the panes beside the main one have their sizes in pixels; see [PaneSize].
final class Dividers {
  /// A window finds its size in several steps; until it has, the dividers are put again.
  private static final int REFRESHES_TO_SETTLE = 4;

  private final Perspective perspective;
  private final Map<String, double[]> positions = new HashMap<>();
  private final Set<String> remembered = new HashSet<>();
  private final Map<String, Integer> refreshes = new HashMap<>();

  Dividers(Perspective perspective, Map<String, String> memory) {
    this.perspective = perspective;
    for (Entry<String, SplitPane> entry : perspective.splits().entrySet()) {
      double[] initial = entry.getValue().getDividerPositions();
      for (int i = 0; i < initial.length; i++) {
        String before = memory.get(key(entry.getKey(), i));
        if (before != null) {
          remembered.add(entry.getKey());
        }
        initial[i] = share(before, initial[i]);
      }
      positions.put(entry.getKey(), initial);
    }
  }

  /// Puts them where they are to be; called when the perspective is shown.
  void place() {
    perspective.splits().forEach(this::place);
  }

  private void place(String name, SplitPane pane) {
    if (refreshes(name) < REFRESHES_TO_SETTLE) {
      pane.setDividerPositions(
          remembered.contains(name)
              ? positions.getOrDefault(name, new double[0])
              : PaneSize.positions(pane));
    }
  }

  /// Called with each refresh while the perspective is shown. A pane that is hidden then, as the list is
  /// as long as it is empty, has no size: its turn comes when it is seen.
  void settle() {
    perspective
        .splits()
        .forEach(
            (name, pane) -> {
              if (refreshes(name) < REFRESHES_TO_SETTLE && isSeen(pane)) {
                place(name, pane);
                if (refreshes.merge(name, 1, Integer::sum) == REFRESHES_TO_SETTLE) {
                  keepSides(pane);
                }
              }
            });
  }

  private int refreshes(String name) {
    return refreshes.getOrDefault(name, 0);
  }

  private static boolean isSeen(SplitPane pane) {
    for (Node node = pane; node != null; node = node.getParent()) {
      if (!node.isVisible()) {
        return false;
      }
    }
    return pane.getScene() != null && pane.getWidth() > 0 && pane.getHeight() > 0;
  }

  /// From now on a larger window is more room for the pane that grows, not for those beside it.
  private static void keepSides(SplitPane pane) {
    pane.getItems()
        .forEach(
            item -> {
              boolean grows = item.getStyleClass().contains("grows");
              SplitPane.setResizableWithParent(item, grows);
            });
  }

  /// Where they stand; those that were never shown stay as they were.
  Map<String, String> remember() {
    Map<String, String> memory = new HashMap<>();
    perspective
        .splits()
        .forEach(
            (name, pane) -> {
              double[] initial = positions.getOrDefault(name, new double[0]);
              if (refreshes(name) == 0 && !remembered.contains(name)) {
                return; // it was never seen, so it has no place yet
              }
              double[] now = refreshes(name) == 0 ? initial : pane.getDividerPositions();
              if (now.length < initial.length) {
                now = initial; // a narrow window shows fewer panes
              }
              for (int i = 0; i < now.length; i++) {
                memory.put(key(name, i), Double.toString(now[i]));
              }
            });
    return memory;
  }

  private static String key(String name, int index) {
    return "divider." + name + "." + index;
  }

  private static double share(@org.jspecify.annotations.Nullable String text, double otherwise) {
    if (text == null) {
      return otherwise;
    }
    try {
      double value = Double.parseDouble(text);
      return value >= 0 && value <= 1 ? value : otherwise;
    } catch (NumberFormatException broken) {
      return otherwise; // a divider in its usual place is no loss
    }
  }
}
