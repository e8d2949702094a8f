package org.sluice.app.shell;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.sluice.app.fx.Names;

/// Short notices at the upper right that leave by themselves: what was done, and a way to take it
/// back.
///
/// **Threads**: JavaFX. **Limits**: [#MOST] at once; the oldest leaves for a new one.
public final class ToastLayer extends VBox {
  private static final int MOST = 3;
  private static final Duration STAY = Duration.seconds(8);

  private final Consumer<String> announce;

  /// @param announce is told what a notice says: it may be gone before anybody comes to it
  ToastLayer(Consumer<String> announce) {
    this.announce = announce;
    getStyleClass().add("toast-layer");
    setAlignment(Pos.TOP_RIGHT);
    setPickOnBounds(false);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  /// Says something.
  public void say(String words) {
    show(words, null, null);
  }

  /// Says something and offers an action.
  ///
  /// @param actionWords on the button
  public void say(String words, String actionWords, Runnable action) {
    show(words, actionWords, action);
  }

  private void show(String words, @Nullable String actionWords, @Nullable Runnable action) {
    announce.accept(words);
    HBox toast = new HBox(8);
    toast.getStyleClass().add("toast");
    toast.setAlignment(Pos.CENTER_LEFT);
    PauseTransition stay = new PauseTransition(STAY);
    Runnable leave =
        () -> {
          stay.stop();
          getChildren().remove(toast);
        };
    stay.setOnFinished(_ -> leave.run());
    toast.hoverProperty().or(toast.focusWithinProperty()).subscribe(used -> pauseOrGo(stay, used));
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMaxWidth(360);
    HBox.setHgrow(label, Priority.ALWAYS);
    toast.getChildren().add(label);
    if (actionWords != null && action != null) {
      Button button = new Button(actionWords);
      button.getStyleClass().addAll("flat", "accent", "toast-action");
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setOnAction(
          _ -> {
            leave.run();
            action.run();
          });
      toast.getChildren().add(button);
    }
    Button close = new Button("", new FontIcon(MaterialDesignC.CLOSE));
    close.getStyleClass().addAll("flat", "button-icon", "notice-close");
    Names.icon(close, ShellWords.text("toast.close"));
    close.setOnAction(_ -> leave.run());
    toast.getChildren().add(close);
    if (getChildren().size() >= MOST) {
      getChildren().removeFirst();
    }
    getChildren().add(toast);
    stay.play();
  }

  /// While the pointer is over it, or the keys are in it, it stays.
  private static void pauseOrGo(PauseTransition stay, boolean hover) {
    if (hover) {
      stay.jumpTo(Duration.ZERO);
      stay.pause();
    } else {
      stay.play();
    }
  }
}
