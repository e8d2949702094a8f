package org.sluice.app.monitor;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.sluice.app.fx.SpareWords;
import org.sluice.app.monitor.SocketRows.Grouping;
import org.sluice.app.tracefile.LoadedTrace;

/// Live or another moment; freeze, record, export; which sockets are shown, and how.
final class MonitorBar extends HBox {
  /// So much is left of the name of a trace.
  private static final double TRACE_NAME = 160;

  /// With its words given up.
  private static final double LEAST = 610;

  private final MonitorViewModel model;
  private final MonitorFiles files;
  private final TextField filter = new TextField();
  private final ToggleButton link =
      toggle("link-selection", MonitorWords.text("link"), MaterialDesignL.LINK_VARIANT);
  private final MenuButton engine;

  /// In this order they give up their word where there is not room for all.
  private final List<Labeled> spare;

  MonitorBar(MonitorViewModel model, MonitorFiles files) {
    this.model = model;
    this.files = files;
    getStyleClass().add("toolbar");
    setAlignment(Pos.CENTER_LEFT);
    engine = new MenuButton("", new FontIcon(MaterialDesignS.SERVER_NETWORK));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    ToggleButton travel =
        toggle("moment-travel", MonitorWords.text("moment.travel"), MaterialDesignH.HISTORY);
    ToggleButton freeze = freeze();
    ToggleButton record = record();
    MenuButton export = export();
    spare = List.of(link, engine, export, record, freeze, travel);
    getChildren()
        .addAll(
            moments(travel),
            freeze,
            bar(),
            record,
            export,
            bar(),
            engine,
            space,
            group(),
            link(),
            filter());
    engine();
    widthProperty().subscribe(_ -> spareWords());
    sceneProperty().subscribe(_ -> spareWords());
    record.textProperty().subscribe(_ -> spareWords());
  }

  private void spareWords() {
    SpareWords.fit(this, spare, () -> super.computeMinWidth(-1));
  }

  /// Words that do not fit are given up, so that they never make the window's content too wide.
  @Override
  protected double computeMinWidth(double height) {
    return Math.min(LEAST, super.computeMinWidth(height));
  }

  /// Puts the caret into the filter.
  void focusFilter() {
    filter.requestFocus();
    filter.selectAll();
  }

  /// Whether the filter has the focus or something in it.
  boolean filterIsUsed() {
    return filter.isFocused() || !filter.getText().isEmpty();
  }

  void clearFilter() {
    filter.clear();
  }

  private HBox moments(ToggleButton travel) {
    ToggleButton live = toggle("moment-live", MonitorWords.text("moment.live"), null);
    live.setGraphic(dot());
    live.getStyleClass().add("left-pill");
    travel.getStyleClass().add("right-pill");
    live.setTooltip(new Tooltip(MonitorWords.text("moment.live.tip")));
    travel.setTooltip(new Tooltip(MonitorWords.text("moment.travel.tip")));
    live.setOnAction(_ -> model.travel().live());
    travel.setOnAction(_ -> model.travel().stop());
    model
        .travel()
        .movesProperty()
        .subscribe(
            _ -> {
              live.setSelected(model.travel().isLive());
              travel.setSelected(!model.travel().isLive());
            });
    live.disableProperty().bind(model.loadedProperty().isNotNull());
    HBox box = new HBox(live, travel);
    box.getStyleClass().add("moments");
    box.setMinWidth(USE_PREF_SIZE);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static Region dot() {
    Region dot = new Region();
    dot.getStyleClass().add("live-dot");
    return dot;
  }

  private ToggleButton freeze() {
    ToggleButton freeze = toggle("freeze", MonitorWords.text("freeze"), MaterialDesignP.PAUSE);
    freeze.getStyleClass().add("freeze");
    freeze.setTooltip(new Tooltip(MonitorWords.text("freeze.tip")));
    freeze.selectedProperty().bindBidirectional(model.frozenProperty());
    freeze.disableProperty().bind(model.loadedProperty().isNotNull()); // it stands still anyway
    return freeze;
  }

  private ToggleButton record() {
    ToggleButton record =
        toggle("record", MonitorWords.text("record"), MaterialDesignR.RECORD_CIRCLE_OUTLINE);
    record.getStyleClass().addAll("freeze", "record");
    record.setTooltip(new Tooltip(MonitorWords.text("record.tip")));
    record
        .textProperty()
        .bind(
            Bindings.when(files.recordingProperty())
                .then(MonitorWords.text("record.stop"))
                .otherwise(MonitorWords.text("record")));
    files.recordingProperty().subscribe(record::setSelected);
    record.disableProperty().bind(files.mayRecord().not());
    record.setOnAction(
        _ -> {
          files.toggleRecording();
          record.setSelected(files.recordingProperty().get());
        });
    return record;
  }

  private MenuButton export() {
    MenuButton export =
        new MenuButton(MonitorWords.text("export"), new FontIcon(MaterialDesignE.EXPORT_VARIANT));
    export.setId("export");
    export.getStyleClass().add("flat");
    export.setMinWidth(USE_PREF_SIZE);
    for (MonitorFiles.Format format : MonitorFiles.Format.values()) {
      export
          .getItems()
          .add(
              item(
                  "export-" + format.name().toLowerCase(java.util.Locale.ROOT),
                  "export." + format,
                  format.icon(),
                  () -> files.export(format)));
    }
    CheckMenuItem whole = new CheckMenuItem(MonitorWords.text("record.whole"));
    whole.setId("record-whole");
    whole.selectedProperty().bindBidirectional(files.wholeAddressesProperty());
    export.getItems().addAll(new SeparatorMenuItem(), whole);
    return export;
  }

  private static MenuItem item(String id, String words, Ikon icon, Runnable action) {
    MenuItem item = new MenuItem(MonitorWords.text(words), new FontIcon(icon));
    item.setId(id);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private MenuButton group() {
    MenuButton view = new MenuButton("", new FontIcon(MaterialDesignF.FORMAT_LIST_GROUP));
    view.setId("group");
    view.getStyleClass().addAll("flat", "button-icon");
    view.setMinWidth(USE_PREF_SIZE);
    view.setTooltip(new Tooltip(MonitorWords.text("group")));
    view.setAccessibleText(MonitorWords.text("group"));
    ToggleGroup group = new ToggleGroup();
    for (Grouping each : Grouping.values()) {
      RadioMenuItem item = new RadioMenuItem(MonitorWords.text("group." + each));
      item.setId("group-" + each.name().toLowerCase(java.util.Locale.ROOT));
      item.setToggleGroup(group);
      item.setOnAction(_ -> model.sockets().groupingProperty().set(each));
      model.sockets().groupingProperty().subscribe(now -> item.setSelected(now == each));
      view.getItems().add(item);
    }
    return view;
  }

  /// What is looked at: the engine of this program, or a trace of an earlier run.
  private void engine() {
    engine.setId("engine");
    engine.getStyleClass().addAll("flat", "engine-name");
    engine.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    engine.setTooltip(new Tooltip(MonitorWords.text("engine.tip")));
    RadioMenuItem own = new RadioMenuItem(MonitorWords.text("engine.own"));
    own.setId("engine-own");
    own.setOnAction(_ -> model.closeTrace());
    RadioMenuItem file = new RadioMenuItem();
    file.setId("engine-trace");
    file.visibleProperty().bind(model.loadedProperty().isNotNull());
    ToggleGroup which = new ToggleGroup();
    own.setToggleGroup(which);
    file.setToggleGroup(which);
    MenuItem open =
        item("open-trace", "open", MaterialDesignF.FOLDER_OPEN_OUTLINE, files::openTrace);
    engine.getItems().addAll(own, file, new SeparatorMenuItem(), open);
    model
        .loadedProperty()
        .subscribe(
            trace -> {
              (trace == null ? own : file).setSelected(true);
              file.setText(trace == null ? "" : trace.name());
              nameSource();
            });
    engine.contentDisplayProperty().subscribe(this::nameWidth);
  }

  private void nameSource() {
    LoadedTrace trace = model.loadedProperty().get();
    String words =
        trace == null
            ? MonitorWords.text("engine")
            : MonitorWords.text("engine.trace", trace.name());
    engine.setText(words);
    nameWidth();
    spareWords();
  }

  /// Names can be long, but an icon alone is not.
  private void nameWidth() {
    boolean name =
        model.loadedProperty().get() != null
            && engine.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY;
    engine.setMinWidth(name ? TRACE_NAME : USE_PREF_SIZE);
  }

  private ToggleButton link() {
    link.getStyleClass().addAll("freeze", "link");
    link.setAccessibleText(MonitorWords.text("link"));
    link.setTooltip(new Tooltip(MonitorWords.text("link.tip")));
    link.selectedProperty().bindBidirectional(model.linkedProperty());
    return link;
  }

  private HBox filter() {
    filter.setId("filter");
    filter.setPromptText(MonitorWords.text("filter"));
    filter.setAccessibleText(MonitorWords.text("filter"));
    filter.setMinWidth(60);
    filter.setPrefWidth(178);
    HBox.setHgrow(filter, Priority.ALWAYS);
    model.sockets().filterProperty().bind(filter.textProperty());
    model.timeline().filterProperty().bind(filter.textProperty());
    filter.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            filter.clear();
            event.consume();
          }
        });
    Label key = new Label(MonitorWords.text("filter.key"));
    key.getStyleClass().add("key-cap");
    key.setMinWidth(USE_PREF_SIZE);
    key.visibleProperty().bind(filter.textProperty().isEmpty());
    key.managedProperty().bind(key.visibleProperty());
    javafx.scene.control.Button clear =
        new javafx.scene.control.Button("", new FontIcon(MaterialDesignC.CLOSE));
    clear.setId("clear-filter");
    clear.getStyleClass().addAll("flat", "button-icon", "small");
    clear.setTooltip(new Tooltip(MonitorWords.text("filter.clear")));
    clear.setAccessibleText(MonitorWords.text("filter.clear"));
    clear.setOnAction(_ -> filter.clear());
    clear.visibleProperty().bind(filter.textProperty().isNotEmpty());
    clear.managedProperty().bind(clear.visibleProperty());
    HBox box = new HBox(6, new FontIcon(MaterialDesignF.FILTER_VARIANT), filter, key, clear);
    box.getStyleClass().addAll("filter-box", "field-box");
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMaxWidth(250);
    box.setPrefWidth(250);
    box.setMinWidth(150);
    HBox.setMargin(box, new Insets(0, 0, 0, 8));
    return box;
  }

  private static ToggleButton toggle(
      String id, String words, @org.jspecify.annotations.Nullable Ikon icon) {
    ToggleButton button = new ToggleButton(words);
    if (icon != null) {
      button.setGraphic(new FontIcon(icon));
    }
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private static Separator bar() {
    Separator bar = new Separator(Orientation.VERTICAL);
    bar.getStyleClass().add("small");
    return bar;
  }
}
