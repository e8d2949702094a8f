package org.sluice.app.desktop;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.sluice.app.shell.DialogBox;
import org.sluice.app.shell.DialogLayer;

/// Asks what is to become of running downloads before Sluice ends.
///
/// **Threads**: JavaFX.
public final class ClosingDialog {
  private static final double WIDTH = 480;

  private ClosingDialog() {}

  /// @param background takes the window away and lets all go on
  /// @param canHide whether that is offered, from any moment on
  public static void open(
      DialogLayer layer,
      Activity activity,
      ObservableBooleanValue canHide,
      Runnable background,
      Runnable end) {
    VBox words = new VBox(8, words("close.text"));
    if (activity.endless() > 0) {
      words.getChildren().add(words("close.endless", activity.endless()));
    }
    DialogBox box =
        new DialogBox(layer, DesktopWords.text("close.title", activity.active()), words, WIDTH);
    box.cancelFirst(DesktopWords.text("close.cancel"));
    Button hide =
        box.button(
            "close-background",
            DesktopWords.text("close.background"),
            "",
            closing(box, background));
    hide.visibleProperty().bind(canHide);
    hide.managedProperty().bind(canHide);
    box.button("close-end", DesktopWords.text("close.end"), "accent", closing(box, end));
    box.open();
  }

  private static Runnable closing(DialogBox box, Runnable then) {
    return () -> {
      box.close();
      then.run();
    };
  }

  private static Label words(String key, Object... arguments) {
    Label label = new Label(DesktopWords.text(key, arguments));
    label.setWrapText(true);
    return label;
  }
}
