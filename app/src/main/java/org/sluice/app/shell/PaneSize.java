package org.sluice.app.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import org.jspecify.annotations.Nullable;

/// How large a pane beside the main one is before anybody has moved its divider.
///
/// A share of the window would be too small in a small window. **Units**: pixels, and a share of all
/// the panes together that it never takes more of.
///
/// @param pixels in the direction in which the panes stand
/// @param most of the whole, 0 to 1
public record PaneSize(double pixels, double most) {
  private static final String KEY = PaneSize.class.getName();

  public PaneSize {
    if (!(pixels > 0 && most > 0 && most < 1)) {
      throw new IllegalArgumentException(pixels + " px, at most " + most + " of all");
    }
  }

  /// Gives a pane its size.
  public static void set(Node pane, double pixels, double most) {
    pane.getProperties().put(KEY, new PaneSize(pixels, most));
  }

  /// Where the dividers are to stand; where they are, if not exactly one pane is without a size.
  static double[] positions(SplitPane split) {
    double whole =
        split.getOrientation() == Orientation.HORIZONTAL ? split.getWidth() : split.getHeight();
    List<@Nullable PaneSize> sizes = new ArrayList<>();
    split.getItems().forEach(pane -> sizes.add(of(pane)));
    return whole > 0 && Collections.frequency(sizes, null) == 1
        ? positions(sizes, whole)
        : split.getDividerPositions();
  }

  /// @param sizes of which the one without takes what is left
  static double[] positions(List<@Nullable PaneSize> sizes, double whole) {
    double[] shares = new double[sizes.size()];
    double rest = 1;
    int grows = 0;
    for (int i = 0; i < shares.length; i++) {
      PaneSize size = sizes.get(i);
      if (size == null) {
        grows = i;
      } else {
        shares[i] = Math.min(size.pixels() / whole, size.most());
        rest -= shares[i];
      }
    }
    shares[grows] = Math.max(0, rest);
    double[] positions = new double[shares.length - 1];
    double at = 0;
    for (int i = 0; i < positions.length; i++) {
      at += shares[i];
      positions[i] = Math.min(1, at);
    }
    return positions;
  }

  private static @Nullable PaneSize of(Node pane) {
    return pane.hasProperties() && pane.getProperties().get(KEY) instanceof PaneSize size
        ? size
        : null;
  }
}
