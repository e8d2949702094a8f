package org.sluice.app.monitor;

import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.sluice.app.fx.Messages;
import org.sluice.app.fx.Sparkline;
import org.sluice.app.fx.TokenPaints;

/// The line at the foot: engine, handles, sockets, next timeout, rates.
public final class StatusLine extends HBox {
  private static final double ROOM_FOR_CURVE = 960;
  private static final double ROOM_FOR_TIMEOUT = 800;

  private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  private final HBox next;

  public StatusLine(MonitorViewModel model) {
    TokenPaints paints = new TokenPaints();
    getStyleClass().add("status-line");
    setId("status");
    setAlignment(Pos.CENTER_LEFT);
    setFocusTraversable(true); // to be read out: nothing can be changed here
    setAccessibleRole(AccessibleRole.TEXT);
    MetricsViewModel metrics = model.liveMetrics();
    Sparkline curve = new Sparkline(paints, 130, 20, false);
    metrics
        .curveProperty()
        .subscribe(
            _ -> {
              curve.draw(metrics.inHistory());
              fit(curve, metrics);
            });
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    next = timeout(model.liveTimeout());
    getChildren()
        .addAll(
            paints,
            engine(model),
            pair(metrics.runningProperty(), Messages.text("status.running")),
            sockets(metrics),
            kept(metrics),
            next,
            space,
            rate(new FontIcon(MaterialDesignA.ARROW_UP), "rate-out", metrics.outRateProperty()),
            rate(new FontIcon(MaterialDesignA.ARROW_DOWN), "rate-in", metrics.inRateProperty()),
            curve);
    watch(curve, metrics);
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? words(this)
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  /// All words that are seen, from the left, and those that have no room.
  private String words(Parent of) {
    return of.getChildrenUnmodifiable().stream()
        .filter(child -> child.isVisible() || child.equals(next))
        .map(
            child ->
                child instanceof Label label
                    ? label.getText()
                    : child instanceof HBox box
                        ? words(box).replace(", ", " ")
                        : child instanceof Sparkline curve ? curve.spoken() : "")
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(", "));
  }

  /// Puts something before the rates.
  public void addBeforeRates(javafx.scene.Node node) {
    getChildren().add(getChildren().size() - 3, node);
  }

  /// A curve of nothing would be a hole at the end of the line; it leaves before words are cut.
  private void fit(Sparkline curve, MetricsViewModel metrics) {
    curve.setVisible(getWidth() >= ROOM_FOR_CURVE && metrics.inHistory().peak() > 0);
  }

  /// The timeout leaves next: the Monitor has it as well. What is cut all the same is told by a tooltip.
  private void watch(Sparkline curve, MetricsViewModel metrics) {
    curve.managedProperty().bind(curve.visibleProperty());
    next.managedProperty().bind(next.visibleProperty());
    widthProperty()
        .subscribe(
            width -> {
              fit(curve, metrics);
              next.setVisible(width.doubleValue() >= ROOM_FOR_TIMEOUT);
            });
    Tooltip whole = new Tooltip();
    whole.setOnShowing(_ -> whole.setText(words(this)));
    Tooltip.install(this, whole);
  }

  private static HBox engine(MonitorViewModel model) {
    Region dot = new Region();
    dot.getStyleClass().add("engine-dot");
    Label words = new Label();
    words.setId("engine-state");
    ObservableValue<String> running = model.liveMetrics().runningProperty();
    Runnable say =
        () -> {
          boolean failed = !model.engineFailureProperty().get().isEmpty();
          boolean idle = !failed && running.getValue().equals("0");
          words.setText(
              Messages.text(failed ? "status.failed" : idle ? "status.idle" : "status.engine"));
          dot.pseudoClassStateChanged(IDLE, idle);
          dot.pseudoClassStateChanged(FAILED, failed);
        };
    running.subscribe(_ -> say.run());
    model.engineFailureProperty().subscribe(_ -> say.run());
    HBox box = new HBox(6, dot, words);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static HBox pair(ObservableValue<String> number, String words) {
    HBox box = new HBox(5, strong(number), new Label(words));
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  /// The watched ones; where others are only kept, it says so of both.
  private static HBox sockets(MetricsViewModel metrics) {
    HBox box = pair(metrics.socketsProperty(), "");
    if (box.getChildren().getLast() instanceof Label words) {
      words
          .textProperty()
          .bind(
              metrics
                  .keptProperty()
                  .map(
                      kept ->
                          Messages.text(kept.equals("0") ? "status.sockets" : "status.watched")));
    }
    return box;
  }

  /// The table has rows for them too, so they are counted; none is not worth a word.
  private static HBox kept(MetricsViewModel metrics) {
    HBox box = pair(metrics.keptProperty(), Messages.text("status.kept"));
    box.setId("status-kept");
    box.visibleProperty().bind(metrics.keptProperty().isNotEqualTo("0"));
    box.managedProperty().bind(box.visibleProperty());
    Tooltip.install(box, new Tooltip(MonitorWords.text("why.DONE")));
    return box;
  }

  private static HBox timeout(TimeoutViewModel model) {
    HBox box =
        new HBox(
            6,
            new SmallRing(model.shareProperty()),
            new Label(Messages.text("status.timeout")),
            strong(model.briefProperty()));
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static HBox rate(FontIcon icon, String id, ObservableValue<String> rate) {
    Label label = strong(rate);
    label.setId(id);
    label.getStyleClass().add("total-rate");
    HBox box = new HBox(5, icon, label);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static Label strong(ObservableValue<String> text) {
    Label label = new Label();
    label.getStyleClass().addAll("sl-semibold", "strong");
    label.setMinWidth(USE_PREF_SIZE); // words are cut before numbers are
    label.textProperty().bind(text);
    return label;
  }
}
