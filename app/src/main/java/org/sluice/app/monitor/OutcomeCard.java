package org.sluice.app.monitor;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// How the selected transfer ended: what happened, what was kept, what to do, the code last.
final class OutcomeCard extends VBox {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  private final Label title = new Label();
  private final Label what = line("outcome-what");
  private final Label kept = line("outcome-kept");
  private final Label advice = line("outcome-advice");
  private final Label code = line("outcome-code");

  OutcomeCard(MonitorViewModel model) {
    setId("outcome");
    getStyleClass().add("outcome-card");
    title.setId("outcome-title");
    title.getStyleClass().add("sl-semibold");
    title.setWrapText(true);
    code.getStyleClass().add("sl-code");
    getChildren().addAll(title, what, kept, advice, code);
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
    pseudoClassStateChanged(FAILED, !outcome.ok());
    title.setGraphic(
        new FontIcon(outcome.ok() ? MaterialDesignC.CHECK_CIRCLE : MaterialDesignA.ALERT_CIRCLE));
    title.setText(outcome.title());
    fill(what, outcome.what());
    fill(kept, outcome.kept());
    fill(advice, outcome.advice());
    fill(code, outcome.code());
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
