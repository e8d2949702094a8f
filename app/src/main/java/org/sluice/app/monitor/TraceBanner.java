package org.sluice.app.monitor;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.sluice.app.fx.Amounts;
import org.sluice.app.tracefile.LoadedTrace;

/// Says that a record from a file is shown, and which.
final class TraceBanner extends HBox {
  TraceBanner(MonitorViewModel model) {
    super(8);
    setId("trace-banner");
    getStyleClass().addAll("notice", "trace-banner");
    setAlignment(Pos.CENTER_LEFT);
    Label words = new Label();
    words.setId("trace-banner-words");
    words.setGraphic(new FontIcon(MaterialDesignF.FILE_CLOCK_OUTLINE));
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button close = new Button(MonitorWords.text("trace.close"));
    close.setId("close-trace");
    close.getStyleClass().add("small");
    close.setOnAction(_ -> model.closeTrace());
    getChildren().addAll(words, close);
    visibleProperty().bind(model.loadedProperty().isNotNull());
    managedProperty().bind(visibleProperty());
    model
        .loadedProperty()
        .subscribe(
            trace -> {
              if (trace != null) {
                words.setText(words(trace));
              }
            });
  }

  private static String words(LoadedTrace trace) {
    String text =
        MonitorWords.text(
            "trace.banner",
            trace.name(),
            trace.tape().end(),
            Amounts.span(trace.tape().endNanos() - trace.tape().beginNanos()));
    if (trace.tape().begin() > 0) {
      text += " " + MonitorWords.text("trace.cut", trace.tape().begin());
    }
    if (trace.lost() > 0) {
      text += " " + MonitorWords.text("trace.lost", trace.lost());
    }
    if (trace.skipped() > 0) {
      text += " " + MonitorWords.text("trace.skipped", trace.skipped());
    }
    return text;
  }
}
