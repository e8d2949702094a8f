package org.sluice.app.add;

import atlantafx.base.controls.ProgressSliderSkin;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.sluice.app.downloads.CellTexts;
import org.sluice.engine.item.FetchWish;

/// How many connections fetch a file, and how large the part of each is then.
final class SegmentsRow extends HBox {
  private final AddViewModel model;

  SegmentsRow(AddViewModel model) {
    super(14);
    this.model = model;
    Slider slider = new Slider(1, FetchWish.MOST_SEGMENTS, model.segmentsProperty().get());
    slider.setId("add-segments");
    slider.setAccessibleText(AddWords.text("segments"));
    slider.setMinHeight(24);
    slider.setSkin(new ProgressSliderSkin(slider));
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    HBox.setHgrow(slider, Priority.ALWAYS);
    Spinner<Integer> spinner =
        new Spinner<>(1, FetchWish.MOST_SEGMENTS, model.segmentsProperty().get());
    spinner.setId("add-segments-number");
    spinner.setAccessibleText(AddWords.text("segments"));
    spinner.setPrefWidth(84);
    spinner.setEditable(true);
    slider
        .valueProperty()
        .subscribe(value -> model.segmentsProperty().set((int) Math.round(value.doubleValue())));
    spinner.valueProperty().subscribe(value -> model.segmentsProperty().set(value));
    Label parts = new Label();
    parts.getStyleClass().addAll("muted", "text-small");
    parts.setMinWidth(150);
    Runnable show =
        () -> {
          int count = model.segmentsProperty().get();
          slider.setValue(count);
          spinner.getValueFactory().setValue(count);
          parts.setText(parts(count));
          boolean one = isWithoutParts();
          slider.setDisable(one);
          spinner.setDisable(one);
        };
    model.segmentsProperty().subscribe(show);
    model
        .links()
        .addListener(
            (ListChangeListener<LinkRow>)
                _ -> model.links().forEach(row -> row.answerProperty().subscribe(show)));
    show.run();
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(slider, spinner, parts);
  }

  private boolean isWithoutParts() {
    LinkRow single = model.single();
    return single != null
        && single.answerProperty().get() instanceof ProbeAnswer.Ready ready
        && !ready.ranges();
  }

  private String parts(int count) {
    LinkRow single = model.single();
    if (single == null || !(single.answerProperty().get() instanceof ProbeAnswer.Ready ready)) {
      return "";
    }
    if (!ready.ranges()) {
      return AddWords.text("parts.none");
    }
    return ready.length() < 0
        ? ""
        : AddWords.text("parts", CellTexts.size(Math.ceilDiv(ready.length(), count)));
  }
}
