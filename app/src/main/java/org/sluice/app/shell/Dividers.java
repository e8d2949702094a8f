package org.sluice.app.shell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
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
  private int refreshes;
  private boolean placed;

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

  /// Puts them where they are to be, the first time that the perspective is shown.
  void place() {
    if (refreshes < REFRESHES_TO_SETTLE) {
      placed = true;
      perspective
          .splits()
          .forEach(
              (name, pane) ->
                  pane.setDividerPositions(
                      remembered.contains(name)
                          ? positions.getOrDefault(name, new double[0])
                          : PaneSize.positions(pane)));
    }
  }

  /// Called with each refresh while the perspective is shown.
  void settle() {
    if (refreshes < REFRESHES_TO_SETTLE) {
      place();
      if (++refreshes == REFRESHES_TO_SETTLE) {
        perspective.splits().values().forEach(Dividers::keepSides);
      }
    }
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
              double[] now = placed ? pane.getDividerPositions() : initial;
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
