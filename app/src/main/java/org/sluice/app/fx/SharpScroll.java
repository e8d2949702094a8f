package org.sluice.app.fx;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/// Scrolled text that stays sharp where it is shown larger: JavaFX keeps what is scrolled as a picture,
/// and a picture that stands between two pixels is soft.
///
/// **Threads**: JavaFX.
public final class SharpScroll {
  private SharpScroll() {}

  /// Has the text in a pane drawn as text.
  public static void in(ScrollPane pane) {
    pane.skinProperty()
        .subscribe(
            skin -> {
              if (skin != null && pane.lookup(".viewport") instanceof Parent viewport) {
                viewport.setCache(false);
                for (Node content : viewport.getChildrenUnmodifiable()) {
                  content.setCache(false);
                }
              }
            });
  }
}
