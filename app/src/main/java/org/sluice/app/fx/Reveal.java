package org.sluice.app.fx;

import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.skin.VirtualFlow;

/// Scrolls a list or a table so that one of its rows is seen whole, with some before it; a row that is
/// seen already moves nothing.
///
/// **Threads**: JavaFX.
public final class Reveal {
  private static final int ROWS_BEFORE = 2;

  private Reveal() {}

  /// @param index -1 for a row that is not there: nothing moves
  public static void row(Control list, int index) {
    if (index >= 0 && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      IndexedCell<?> first = flow.getFirstVisibleCell();
      IndexedCell<?> last = flow.getLastVisibleCell();
      boolean seen =
          first != null
              && last != null
              && (first.getIndex() < index || index == 0)
              && index < last.getIndex(); // the outermost ones may be cut
      if (!seen) {
        flow.scrollToTop(Math.max(0, index - ROWS_BEFORE));
      }
    }
  }
}
