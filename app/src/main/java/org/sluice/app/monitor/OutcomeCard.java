package org.sluice.app.monitor;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.sluice.app.fx.Direction;

/// Where the selected download stands: what happened, what was kept, how sure it is, what to do, the
/// code last.
final class OutcomeCard extends VBox {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
  private static final PseudoClass NEUTRAL = PseudoClass.getPseudoClass("neutral");

  private final Label title = new Label();
  private final Label what = line("outcome-what");
  private final Label kept = line("outcome-kept");
  private final Label proof = line("outcome-proof");
  private final Label advice = line("outcome-advice");
  private final Label code = line("outcome-code");

  OutcomeCard(MonitorViewModel model) {
    setId("outcome");
    getStyleClass().add("outcome-card");
    title.setId("outcome-title");
    title.getStyleClass().add("sl-semibold");
    title.setWrapText(true);
    Direction.leftToRight(code).getStyleClass().add("sl-code");
    getChildren().addAll(title, what, kept, proof, advice, code);
    setMinHeight(Region.USE_PREF_SIZE);
    model
        .selectedProperty()
        .flatMap(row -> row == null ? null : row.outcomeProperty())
        .subscribe(this::show);
  }

  private void show(@Nullable Outcome outcome) {
    setVisible(outcome != null);
    setManaged(outcome != null);
    if (outcome == null) {
      return;
    }
    pseudoClassStateChanged(FAILED, outcome.tone() == Outcome.Tone.BAD);
    pseudoClassStateChanged(NEUTRAL, outcome.tone() == Outcome.Tone.NEUTRAL);
    title.setGraphic(new FontIcon(icon(outcome.tone())));
    title.setText(outcome.title());
    fill(what, outcome.what());
    fill(kept, outcome.kept());
    fill(proof, outcome.proof());
    fill(advice, outcome.advice());
    fill(code, outcome.code());
  }

  private static Ikon icon(Outcome.Tone tone) {
    return switch (tone) {
      case GOOD -> MaterialDesignC.CHECK_CIRCLE;
      case NEUTRAL -> MaterialDesignC.CLOCK_OUTLINE;
      case BAD -> MaterialDesignA.ALERT_CIRCLE;
    };
  }

  private static Label line(String id) {
    Label label = new Label();
    label.setId(id);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static void fill(Label label, String words) {
    label.setText(words);
    label.setVisible(!words.isEmpty());
    label.setManaged(!words.isEmpty());
  }
}
