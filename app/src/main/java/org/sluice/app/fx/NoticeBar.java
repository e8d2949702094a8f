package org.sluice.app.fx;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// A sentence under the toolbar, there only while there is something to say.
public final class NoticeBar extends HBox {
  /// How serious it is.
  public enum Tone {
    INFO,
    WARNING,
    DANGER
  }

  private static final PseudoClass INFO = PseudoClass.getPseudoClass("info");
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  /// One that is always as serious.
  ///
  /// @param words empty for nothing to say
  /// @param dismiss what the cross does; null for a notice that stays
  public NoticeBar(
      String id, Tone tone, ObservableValue<String> words, @Nullable Runnable dismiss) {
    this(id, new ReadOnlyObjectWrapper<>(tone), words, dismiss);
  }

  /// @param words empty for nothing to say
  /// @param dismiss what the cross does; null for a notice that stays
  public NoticeBar(
      String id,
      ObservableValue<Tone> tone,
      ObservableValue<String> words,
      @Nullable Runnable dismiss) {
    getStyleClass().add("notice");
    setAlignment(Pos.CENTER_LEFT);
    Label label = new Label();
    label.setId(id);
    FontIcon icon = new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE);
    label.setGraphic(icon);
    tone.subscribe(
        now -> {
          pseudoClassStateChanged(INFO, now == Tone.INFO);
          pseudoClassStateChanged(DANGER, now == Tone.DANGER);
          icon.setIconCode(
              now == Tone.INFO
                  ? MaterialDesignI.INFORMATION_OUTLINE
                  : MaterialDesignA.ALERT_CIRCLE_OUTLINE);
        });
    label.setWrapText(true);
    label.setMaxWidth(Double.MAX_VALUE);
    label.textProperty().bind(words);
    HBox.setHgrow(label, Priority.ALWAYS);
    getChildren().add(label);
    if (dismiss != null) {
      getChildren().add(cross(dismiss));
    }
    words.subscribe(
        text -> {
          boolean some = text != null && !text.isEmpty();
          setVisible(some);
          setManaged(some);
        });
  }

  private static Button cross(Runnable dismiss) {
    Button close = new Button("", new FontIcon(MaterialDesignC.CLOSE));
    close.getStyleClass().addAll("flat", "button-icon", "notice-close");
    Names.icon(close, Messages.text("action.dismiss"));
    close.setOnAction(_ -> dismiss.run());
    return close;
  }
}
