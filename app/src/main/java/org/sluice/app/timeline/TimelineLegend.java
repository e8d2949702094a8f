package org.sluice.app.timeline;

import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.sluice.app.fx.Glyph;
import org.sluice.engine.multi.Poll;

/// What the signs of the timeline mean, and how much time it shows.
final class TimelineLegend extends HBox {
  private static final Poll[] ORDER = {Poll.IN, Poll.OUT, Poll.INOUT, Poll.NONE, Poll.REMOVE};
  private static final double ROOM_FOR_PLACES = 1180;

  TimelineLegend(TravelViewModel travel, Label span, BooleanProperty asList) {
    super(14);
    Label title = new Label(TimelineWords.text("title"));
    title.getStyleClass().add("sl-semibold");
    title.setMinWidth(USE_PREF_SIZE);
    getChildren().add(title);
    getStyleClass().add("timeline-legend");
    setAlignment(Pos.CENTER_LEFT);
    for (Poll poll : ORDER) {
      Label name = new Label(poll.name());
      name.getStyleClass().add("sl-medium");
      name.setMinWidth(USE_PREF_SIZE);
      Label place = new Label(TimelineWords.text("place." + poll));
      place.getStyleClass().add("muted");
      place.setMinWidth(0);
      place.visibleProperty().bind(widthProperty().greaterThan(ROOM_FOR_PLACES));
      place.managedProperty().bind(place.visibleProperty());
      HBox entry = new HBox(5, new Glyph(poll, 14), name, place);
      entry.setAlignment(Pos.CENTER_LEFT);
      getChildren().add(entry);
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    span.setId("timeline-span");
    span.getStyleClass().add("muted");
    span.setMinWidth(USE_PREF_SIZE);
    Button fit = new Button(TimelineWords.text("fit"));
    fit.setId("timeline-fit");
    fit.getStyleClass().add("small");
    fit.setMinWidth(USE_PREF_SIZE);
    fit.setTooltip(new Tooltip(TimelineWords.text("fit.tip")));
    fit.setOnAction(_ -> travel.fit());
    ToggleButton list =
        new ToggleButton("", new FontIcon(MaterialDesignF.FORMAT_LIST_BULLETED_SQUARE));
    list.setId("timeline-as-list");
    list.getStyleClass().addAll("button-icon", "icon-button", "freeze");
    list.setTooltip(new Tooltip(TimelineWords.text("list.tip")));
    list.setAccessibleText(TimelineWords.text("list.tip"));
    list.selectedProperty().bindBidirectional(asList);
    getChildren()
        .addAll(
            hint("ticks", "M0 2h4v8H0z M5 2h4v8H5z M10 2h4v8h-4z"),
            hint("fired", "M0 10 4.5 2 9 10z"),
            space,
            span,
            icon("timeline-out", MaterialDesignM.MAGNIFY_MINUS_OUTLINE, "out", travel::zoomOut),
            icon("timeline-in", MaterialDesignM.MAGNIFY_PLUS_OUTLINE, "in", travel::zoomIn),
            fit,
            list);
  }

  static Button icon(String id, Ikon icon, String words, Runnable action) {
    Button button = new Button("", new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll("flat", "button-icon", "icon-button", "small");
    button.setTooltip(new Tooltip(TimelineWords.text(words + ".tip")));
    button.setAccessibleText(TimelineWords.text(words + ".tip"));
    button.setOnAction(_ -> action.run());
    return button;
  }

  private static Label hint(String key, String path) {
    SVGPath mark = new SVGPath();
    mark.setContent(path);
    mark.getStyleClass().add("legend-" + key);
    Label label = new Label(TimelineWords.text(key), mark);
    label.setGraphicTextGap(6);
    label.getStyleClass().add("muted");
    label.setMinWidth(0);
    return label;
  }
}
