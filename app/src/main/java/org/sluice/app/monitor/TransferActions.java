package org.sluice.app.monitor;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.sluice.app.fx.Messages;
import org.sluice.app.fx.Names;

/// Small buttons over the transfers: add one; pause, resume or remove the selected one.
final class TransferActions extends HBox {
  private final ObservableValue<Phase> phase;

  TransferActions(MonitorViewModel model, Runnable add) {
    phase = model.selectedProperty().flatMap(row -> row == null ? null : model.phaseOf(row));
    BooleanBinding mayResume = can(Phase::canResume);
    Button pause = button("pause", MaterialDesignP.PAUSE, model.wishes()::pauseSelected);
    var ofFile = model.loadedProperty().isNotNull();
    pause.disableProperty().bind(can(Phase::canPause).not().or(ofFile));
    pause.visibleProperty().bind(can(_ -> true).and(mayResume.not()));
    Button resume = button("resume", MaterialDesignP.PLAY, model.wishes()::resumeSelected);
    resume.disableProperty().bind(mayResume.not().or(ofFile));
    resume.visibleProperty().bind(mayResume);
    Button remove =
        button("remove", MaterialDesignD.DELETE_OUTLINE, model.wishes()::removeSelected);
    remove.disableProperty().bind(can(_ -> true).not().or(ofFile));
    remove.visibleProperty().bind(can(_ -> true));
    getChildren().addAll(pause, resume, remove, button("add", MaterialDesignP.PLUS, add));
    getChildren().forEach(each -> each.managedProperty().bind(each.visibleProperty()));
    getStyleClass().add("transfer-actions");
    setMinWidth(USE_PREF_SIZE);
  }

  private BooleanBinding can(java.util.function.Predicate<Phase> what) {
    return Bindings.createBooleanBinding(
        () -> phase.getValue() != null && what.test(phase.getValue()), phase);
  }

  private static Button button(String key, Ikon icon, Runnable action) {
    Button button = new Button("", new FontIcon(icon));
    button.setId(key);
    button.getStyleClass().addAll("flat", "button-icon", "small");
    Names.icon(button, Messages.text("action." + key + ".tip"));
    button.setOnAction(_ -> action.run());
    return button;
  }
}
