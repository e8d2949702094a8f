package org.sluice.app.shell;

import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.PickResult;
import org.jspecify.annotations.Nullable;

/// Opens the menu of what has the focus, as the menu key does where a keyboard has one.
///
/// **Threads**: JavaFX.
final class MenuKey {
  private MenuKey() {}

  static void press(@Nullable Node focus) {
    if (focus == null) {
      return;
    }
    Bounds here = focus.getLayoutBounds();
    double x = here.getMinX() + Math.min(24, here.getWidth() / 2);
    double y = here.getMinY() + here.getHeight() / 2;
    var inScene = focus.localToScene(x, y);
    var onScreen = focus.localToScreen(x, y);
    if (onScreen != null) {
      Event.fireEvent(
          focus,
          new ContextMenuEvent(
              ContextMenuEvent.CONTEXT_MENU_REQUESTED,
              inScene.getX(),
              inScene.getY(),
              onScreen.getX(),
              onScreen.getY(),
              true,
              new PickResult(focus, inScene.getX(), inScene.getY())));
    }
  }
}
