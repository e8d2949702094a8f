package org.sluice.app.desktop;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.sluice.app.shell.DialogBox;
import org.sluice.app.shell.DialogLayer;
import org.sluice.engine.queue.SystemAction;

/// Says what the computer is about to do, for a minute in which the user can prevent it.
///
/// **Threads**: JavaFX.
public final class AfterCountdown {
  static final int SECONDS = 60;
  private static final double WIDTH = 500;

  private final SystemAction action;
  private final Label words = new Label();
  private final Timeline clock;
  private int left = SECONDS;

  private AfterCountdown(SystemAction action, Runnable now) {
    this.action = action;
    words.setId("after-words");
    words.setWrapText(true);
    clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> second(now)));
    clock.setCycleCount(Animation.INDEFINITE);
    say();
  }

  /// Begins to count.
  ///
  /// @param queue as the user calls it
  /// @param now does it
  public static void open(DialogLayer layer, String queue, SystemAction action, Runnable now) {
    DialogBox[] box = new DialogBox[1];
    AfterCountdown count =
        new AfterCountdown(
            action,
            () -> {
              box[0].close();
              now.run();
            });
    box[0] = new DialogBox(layer, DesktopWords.text("after.title", queue), count.words, WIDTH);
    box[0].cancel(DesktopWords.text("after.cancel"));
    box[0].button(
        "after-now",
        DesktopWords.text("after.now"),
        "accent",
        () -> {
          box[0].close();
          now.run();
        });
    layer.open(box[0], Pos.CENTER, Insets.EMPTY, count.clock::stop);
    count.clock.play();
  }

  private void second(Runnable now) {
    left--;
    if (left <= 0) {
      now.run();
    } else {
      say();
    }
  }

  private void say() {
    words.setText(DesktopWords.text("after." + action.name(), left));
  }
}
