package org.sluice.app.monitor;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sluice.app.fx.Direction;
import org.sluice.app.fx.Messages;
import org.sluice.app.fx.Sparkline;
import org.sluice.app.fx.SpokenRate;
import org.sluice.app.fx.TokenPaints;

/// The row of figures above the socket table.
final class MetricsBar extends HBox {
  private static final double CURVE_WIDTH = 76;
  private static final double CURVE_HEIGHT = 24;
  private static final double ROOM_FOR_CURVE = 176;

  private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

  /// Below this the words beside the ring leave the figures their room.
  private static final double ROOMY = 720;

  /// Of the title beside the ring then: a word in a line.
  private static final double TITLE = 60;

  MetricsBar(MetricsViewModel metrics, TimeoutViewModel timeout, TokenPaints paints) {
    getStyleClass().add("metrics");
    Sparkline actions =
        new Sparkline(paints, CURVE_WIDTH, CURVE_HEIGHT, false).says(SpokenRate::count);
    Sparkline callbacks =
        new Sparkline(paints, CURVE_WIDTH, CURVE_HEIGHT, true).says(SpokenRate::count);
    metrics
        .curveProperty()
        .subscribe(
            _ -> {
              actions.draw(metrics.actionHistory());
              callbacks.draw(metrics.callbackHistory());
            });
    paints.onChange(
        () -> {
          actions.redraw(); // no new value comes while the display stands still
          callbacks.redraw();
        });
    getChildren()
        .addAll(
            nextTimeout(timeout),
            figure("running", metrics.runningProperty(), metrics.runningNoteProperty(), null),
            figure("actions", metrics.actionsProperty(), null, actions),
            figure("callbacks", metrics.callbacksProperty(), null, callbacks),
            completions(metrics));
  }

  /// With a word on what has ended early: with several segments that is no failure.
  private static VBox completions(MetricsViewModel metrics) {
    VBox figure =
        figure(
            "completions", metrics.completionsProperty(), metrics.completionsNoteProperty(), null);
    String tip = Messages.text("metric.completions.tip");
    figure.setAccessibleHelp(tip);
    Tooltip.install(figure, new Tooltip(tip));
    return figure;
  }

  private HBox nextTimeout(TimeoutViewModel timeout) {
    BooleanBinding roomy = widthProperty().greaterThanOrEqualTo(ROOMY);
    Label title = new Label(Messages.text("timeout.title"));
    title.getStyleClass().add("sl-medium");
    title.setWrapText(true);
    title.maxWidthProperty().bind(Bindings.when(roomy).then(Double.MAX_VALUE).otherwise(TITLE));
    Label asked = new Label();
    asked.getStyleClass().addAll("muted", "text-small");
    asked.setId("timeout-asked");
    asked.textProperty().bind(timeout.askedProperty());
    asked.visibleProperty().bind(roomy);
    asked.managedProperty().bind(roomy);
    Label then = new Label(Messages.text("timeout.then"));
    then.getStyleClass().addAll("muted", "text-small");
    then.visibleProperty().bind(roomy.and(timeout.armedProperty()));
    then.managedProperty().bind(then.visibleProperty());
    Label call = new Label(Messages.text("timeout.call"));
    Direction.leftToRight(call).getStyleClass().addAll("sl-code", "timeout-call");
    call.setId("timeout-call");
    call.visibleProperty().bind(roomy.and(timeout.armedProperty()));
    call.managedProperty().bind(call.visibleProperty());
    VBox words = new VBox(title, asked, then, call);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox box = new HBox(14, new TimeoutRing(timeout), words);
    box.setAlignment(Pos.CENTER_LEFT);
    box.getStyleClass().add("next-timeout");
    roomy.subscribe(has -> pseudoClassStateChanged(TIGHT, !has));
    return box;
  }

  private static VBox figure(
      String key,
      ObservableValue<String> value,
      @org.jspecify.annotations.Nullable ObservableValue<String> changingNote,
      @org.jspecify.annotations.Nullable Node curve) {
    Label number = new Label();
    number.setId("figure-" + key);
    number.getStyleClass().add("sl-figure");
    number.setMinWidth(USE_PREF_SIZE);
    number.textProperty().bind(value);
    HBox top = new HBox(10, number);
    top.setAlignment(Pos.CENTER_LEFT);
    if (curve != null) {
      top.getChildren().add(curve);
    }
    Label name = new Label(Messages.text("metric." + key));
    name.getStyleClass().add("sl-medium");
    Label note = new Label();
    note.getStyleClass().addAll("muted", "text-small");
    note.setWrapText(true); // in some languages it is longer than a narrow window is wide
    note.setMinHeight(USE_PREF_SIZE);
    if (changingNote == null) {
      note.setText(Messages.text("metric." + key + ".note"));
    } else {
      note.textProperty().bind(changingNote);
    }
    VBox box = new VBox(top, name, note);
    box.getStyleClass().add("metric");
    box.setMinWidth(0);
    box.setPrefWidth(0);
    if (curve != null) {
      curve.visibleProperty().bind(box.widthProperty().greaterThan(ROOM_FOR_CURVE));
      curve.managedProperty().bind(curve.visibleProperty());
    }
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }
}
