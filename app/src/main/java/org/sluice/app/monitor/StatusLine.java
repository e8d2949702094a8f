package org.sluice.app.monitor;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
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
  /// What has left comes back only with some room to spare: numbers change their widths all the time.
  private static final double SLACK = 24;

  private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  /// What leaves where there is no room for all words, the last one first.
  private final List<Spare> spares;

  /// @param wanted whether there is anything to be seen
  /// @param room whether there is room for it
  private record Spare(Region node, ObservableBooleanValue wanted, BooleanProperty room) {
    static Spare of(Region node, ObservableBooleanValue wanted) {
      Spare spare = new Spare(node, wanted, new SimpleBooleanProperty(true));
      node.visibleProperty().bind(Bindings.and(wanted, spare.room));
      node.managedProperty().bind(node.visibleProperty());
      return spare;
    }
  }

  public StatusLine(MonitorViewModel model) {
    TokenPaints paints = new TokenPaints();
    getStyleClass().add("status-line");
    setId("status");
    setAlignment(Pos.CENTER_LEFT);
    setFocusTraversable(true); // to be read out: nothing can be changed here
    setAccessibleRole(AccessibleRole.TEXT);
    MetricsViewModel metrics = model.liveMetrics();
    Sparkline curve = new Sparkline(paints, 130, 20, false);
    BooleanProperty flowed = new SimpleBooleanProperty(); // a curve of nothing would be a hole
    metrics
        .curveProperty()
        .subscribe(
            _ -> {
              curve.draw(metrics.inHistory());
              flowed.set(metrics.inHistory().peak() > 0);
              fit();
            });
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox kept = kept(metrics);
    HBox next = timeout(model.liveTimeout());
    spares =
        List.of(
            Spare.of(kept, metrics.keptProperty().isNotEqualTo("0")),
            Spare.of(next, new SimpleBooleanProperty(true)),
            Spare.of(curve, flowed));
    getChildren()
        .addAll(
            paints,
            engine(model),
            pair(metrics.runningProperty(), Messages.text("status.running")),
            sockets(metrics),
            kept,
            next,
            space,
            rate(new FontIcon(MaterialDesignA.ARROW_UP), "rate-out", metrics.outRateProperty()),
            rate(new FontIcon(MaterialDesignA.ARROW_DOWN), "rate-in", metrics.inRateProperty()),
            curve);
    widthProperty().subscribe(_ -> fit());
    Tooltip whole = new Tooltip(); // what is cut all the same is told
    whole.setOnShowing(_ -> whole.setText(words(this)));
    Tooltip.install(this, whole);
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
        .filter(this::says)
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
  public void addBeforeRates(Node node) {
    getChildren().add(getChildren().size() - 3, node);
  }

  private boolean says(Node child) {
    return spares.stream()
        .filter(spare -> spare.node().equals(child))
        .findFirst()
        .map(spare -> spare.wanted().get())
        .orElse(child.isVisible());
  }

  private void fit() {
    if (getWidth() <= 0) {
      return;
    }
    double left = getWidth() - getInsets().getLeft() - getInsets().getRight() + getSpacing();
    for (Node child : getManagedChildren()) {
      left -=
          spares.stream().anyMatch(spare -> spare.node().equals(child))
              ? 0
              : child.prefWidth(-1) + getSpacing();
    }
    for (Spare spare : spares) {
      double need = spare.wanted().get() ? spare.node().prefWidth(-1) + getSpacing() : 0;
      boolean fits = left >= need + (spare.room().get() ? 0 : SLACK);
      spare.room().set(fits);
      left = fits ? left - need : 0;
    }
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
    return pair(number, new Label(words));
  }

  private static HBox pair(ObservableValue<String> number, Label words) {
    HBox box = new HBox(5, strong(number), words);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  /// The watched ones; where others are only kept, it says so of both.
  private static HBox sockets(MetricsViewModel metrics) {
    Label words = new Label();
    words
        .textProperty()
        .bind(
            metrics
                .keptProperty()
                .map(
                    kept -> Messages.text(kept.equals("0") ? "status.sockets" : "status.watched")));
    return pair(metrics.socketsProperty(), words);
  }

  /// The table has rows for them too, so they are counted; none is not worth a word.
  private static HBox kept(MetricsViewModel metrics) {
    HBox box = pair(metrics.keptProperty(), Messages.text("status.kept"));
    box.setId("status-kept");
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
    box.setId("status-timeout");
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
    label.textProperty().bind(text);
    label.setMinWidth(USE_PREF_SIZE); // words are cut before numbers
    return label;
  }
}
