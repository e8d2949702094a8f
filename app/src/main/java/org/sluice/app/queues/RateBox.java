package org.sluice.app.queues;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.sluice.app.said.Said;

/// A speed limit to choose or to type. What makes no sense is said and not taken.
///
/// **Threads**: JavaFX.
final class RateBox extends ComboBox<String> {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
  private static final List<Long> OFFERED =
      List.of(
          500_000L,
          1_000_000L,
          2_000_000L,
          5_000_000L,
          10_000_000L,
          25_000_000L,
          50_000_000L,
          100_000_000L);

  private final LongConsumer chosen;
  private final Consumer<String> complain;
  private long shown = -1;

  /// @param orNone whether no limit is a choice
  /// @param complain is told what is wrong with what was typed; empty for nothing
  RateBox(String id, boolean orNone, LongConsumer chosen, Consumer<String> complain) {
    this.chosen = chosen;
    this.complain = complain;
    setId(id);
    getStyleClass().add("rate-box");
    setEditable(true);
    if (orNone) {
      getItems().add(Rates.text(0));
    }
    OFFERED.forEach(rate -> getItems().add(Rates.text(rate)));
    getSelectionModel()
        .selectedIndexProperty()
        .subscribe(
            index -> {
              if (index.intValue() >= 0) {
                take(getItems().get(index.intValue()));
              }
            });
    getEditor().focusedProperty().subscribe((was, is) -> takeOnLeaving(was, is));
    focusedProperty().subscribe((was, is) -> takeOnLeaving(was, is));
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && !isShowing()) {
            take(getEditor().getText());
            event.consume();
          }
        });
  }

  private void takeOnLeaving(boolean was, boolean is) {
    if (was && !is) {
      take(getEditor().getText());
    }
  }

  /// Shows a limit.
  void show(long bytesPerSecond) {
    if (bytesPerSecond != shown) {
      shown = bytesPerSecond;
      pseudoClassStateChanged(INVALID, false);
      setValue(Rates.text(bytesPerSecond));
    }
  }

  private void take(String text) {
    if (shown < 0 || text.equals(Rates.text(shown))) {
      if (getPseudoClassStates().contains(INVALID)) { // not what another one complains of
        pseudoClassStateChanged(INVALID, false);
        complain.accept("");
      }
      return;
    }
    try {
      long rate = Rates.parse(text);
      shown = rate;
      pseudoClassStateChanged(INVALID, false);
      complain.accept("");
      setValue(Rates.text(rate));
      chosen.accept(rate);
    } catch (IllegalArgumentException e) {
      pseudoClassStateChanged(INVALID, true);
      complain.accept(Said.of(e));
    }
  }
}
