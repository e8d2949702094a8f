package org.sluice.app.monitor;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SelectionModel;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.NoticeBar;
import org.sluice.app.fx.Reveal;
import org.sluice.app.fx.TokenPaints;
import org.sluice.app.shell.PaneSize;
import org.sluice.app.timeline.Lane;
import org.sluice.app.timeline.TimeWindow;
import org.sluice.app.timeline.TimelineView;

/// The Monitor perspective: transfers, figures, socket table and timeline.
public final class MonitorView extends BorderPane {
  private static final long SECOND = 1_000_000_000L;
  private static final double SIDE = 0.208;

  private final MonitorViewModel model;
  private final SocketTable table;
  private final TimelineView timeline;
  private final TransfersPane transfers;
  private final SplitPane across;
  private final SplitPane down;
  private final MonitorBar bar;
  private final TransfersDrop drop;
  private final MetricsBar metrics;
  private final VBox centre;
  private @Nullable Boolean narrow;
  private double side = SIDE;
  private long drawnSecond;
  private long drawnFromNanos;
  private long drawnToNanos;
  private double drawnWidth;
  private double drawnHeight;

  /// The theme or the lanes have changed; what is frozen is drawn once more, as they are now.
  private boolean stale;

  /// Rows or lanes have come or changed places; the selected socket's may be among them.
  private boolean arranged;

  /// @param startTour what the button of the empty state does
  MonitorView(MonitorViewModel model, MonitorFiles files, AddingHere adding, Runnable startTour) {
    this.model = model;
    getStylesheets()
        .add(Objects.requireNonNull(MonitorView.class.getResource("monitor.css")).toExternalForm());
    getStyleClass().add("sl-monitor");
    TokenPaints paints = new TokenPaints();
    paints.onChange(() -> stale = true);
    table = new SocketTable(model.sockets(), paints);
    bar = new MonitorBar(model, files);
    timeline = new TimelineView(model.timeline(), model.travel(), paints);
    timeline.onChange(() -> stale = true);
    linkSelections();
    files.ask(new FileQuestions(this, model));
    files.pictures(new TimelinePictures(timeline, model));

    drop = new TransfersDrop(model);
    VBox.setVgrow(table, Priority.ALWAYS);
    metrics = new MetricsBar(model.metrics(), model.timeout(), paints);
    centre = new VBox(drop, metrics, table, new WhyBar(model.why()));
    centre.setMinWidth(300);
    transfers = new TransfersPane(model, adding.add());
    drop.openProperty()
        .subscribe(
            open -> {
              if (open) {
                Platform.runLater(transfers::opened); // with its layout
              }
            });
    across = new SplitPane(transfers, centre);
    down = new SplitPane(across, timeline);
    down.setOrientation(Orientation.VERTICAL);
    PaneSize.set(transfers, 300, 0.3);
    PaneSize.set(timeline, 364, 0.44);
    across.setDividerPositions(SIDE);
    down.setDividerPositions(0.60);
    centre.getStyleClass().add("grows");
    across.getStyleClass().add("grows");

    EmptyState empty = new EmptyState(startTour, adding.add());
    var nothing =
        Bindings.isEmpty(model.transfers().rows())
            .and(model.sockets().countProperty().isEqualTo(0))
            .and(model.travel().liveProperty());
    empty.visibleProperty().bind(nothing);
    empty.managedProperty().bind(empty.visibleProperty());
    down.managedProperty().bind(down.visibleProperty());
    down.visibleProperty().bind(nothing.not());

    setTop(
        new VBox(
            bar,
            new TraceBanner(model),
            new NoticeBar(
                "trace-words", files.toneProperty(), files.wordsProperty(), files::forgetWords),
            new NoticeBar("list-notices", NoticeBar.Tone.WARNING, model.noticesProperty(), null),
            new NoticeBar(
                "url-complaint",
                NoticeBar.Tone.DANGER,
                model.wishes().complaintProperty(),
                model.wishes()::forgive)));
    setCenter(new StackPane(paints, down, drop.layer(), empty));
    widthProperty().subscribe(width -> fit(width.doubleValue()));
  }

  /// A narrow window has no room for some columns, and none for the transfers beside the table.
  private void fit(double width) {
    boolean now = width < SocketTable.NARROW;
    if (width <= 0 || (narrow != null && narrow == now)) {
      return;
    }
    narrow = now;
    table.fit(!now);
    if (now) {
      side = across.getDividers().isEmpty() ? side : across.getDividerPositions()[0];
      across.getItems().remove(transfers);
    }
    drop.take(transfers, now);
    if (!now && !across.getItems().contains(transfers)) {
      across.getItems().addFirst(transfers);
      across.setDividerPositions(side);
    }
  }

  /// What can be made wider and higher, by name.
  Map<String, SplitPane> splits() {
    return Map.of("side", across, "timeline", down);
  }

  /// What F6 goes through.
  List<Node> panes() {
    return List.of(bar, drop, transfers, metrics, table, timeline, timeline.overview());
  }

  /// Where the keys go while nobody has clicked anything.
  public void focusTransfers() {
    if (Boolean.TRUE.equals(narrow)) {
      table.requestFocus();
    } else {
      transfers.focusList();
    }
  }

  /// Drains, and draws if anybody can see it; each pulse.
  public void pulse(long localNanos, boolean seen) {
    model.pulse(localNanos);
    boolean moved = isMoved();
    if (!seen || (model.frozenProperty().get() && !stale && !moved)) {
      return;
    }
    TimeWindow window = model.travel().window();
    boolean again = stale || (moved && !window.following());
    stale = false;
    drawnFromNanos = window.fromNanos();
    drawnToNanos = window.toNanos();
    drawnWidth = timeline.getWidth();
    drawnHeight = timeline.getHeight();
    boolean calm = getScene().getPreferences().isReducedMotion() && model.travel().isLive();
    long second = localNanos / SECOND;
    if (!calm || again || second != drawnSecond) {
      drawnSecond = second;
      timeline.draw(model.wallOffsetNanos());
    }
  }

  /// Whether another part of the time is to be drawn than before, or in another size. What stands still
  /// can be looked at all over.
  private boolean isMoved() {
    TimeWindow window = model.travel().window();
    return window.fromNanos() != drawnFromNanos
        || window.toNanos() != drawnToNanos
        || timeline.getWidth() != drawnWidth
        || timeline.getHeight() != drawnHeight;
  }

  /// Renews the text; ten times a second.
  public void refresh(long localNanos) {
    table.look(model.sockets());
    model.refresh(localNanos);
    if (arranged) {
      arranged = false;
      selectAgain();
    }
    timeline.refresh(model.timeout().askedBriefProperty().get(), model.wallOffsetNanos());
  }

  /// Draws the timeline now, for a picture of it.
  TimelineView timeline() {
    return timeline;
  }

  /// Puts the caret into the filter.
  void focusFilter() {
    bar.focusFilter();
  }

  /// Takes back what was opened, then what was typed, then the selection.
  void clear() {
    if (drop.openProperty().get()) {
      drop.close();
    } else if (bar.filterIsUsed()) {
      bar.clearFilter();
      table.requestFocus();
    } else {
      table.getSelectionModel().clearSelection();
      timeline.lanes().getSelectionModel().clearSelection();
      model.travel().socketProperty().set(null);
      model.selectedProperty().set(null);
    }
  }

  /// Whether the arrow keys belong to a node that has the focus and not to the cursor.
  boolean keepsArrows(@Nullable Node focus) {
    return focus != null
        && (timeline.keepsArrows(focus)
            || focus instanceof TextInputControl
            || focus.getStyleClass().contains("transfers"));
  }

  /// A socket has one selection, wherever it is shown.
  private void linkSelections() {
    bind(table.getSelectionModel(), model.sockets().chosenProperty());
    bind(timeline.lanes().getSelectionModel(), model.timeline().chosenProperty());
    model
        .sockets()
        .chosenProperty()
        .subscribe(
            row -> {
              if (row != null && !row.isHeading()) {
                model.travel().socketProperty().set(row.serial());
              }
            });
    model
        .timeline()
        .chosenProperty()
        .subscribe(
            lane -> {
              if (lane != null) {
                model.travel().socketProperty().set(lane.serial());
              }
            });
    model.travel().socketProperty().subscribe(this::select);
    table.getItems().addListener((InvalidationListener) _ -> arranged = true);
    timeline.lanes().getItems().addListener((InvalidationListener) _ -> arranged = true);
  }

  /// A row or lane that comes later than the selection, or again, is selected too; nothing scrolls.
  private void selectAgain() {
    Long serial = model.travel().socketProperty().get();
    if (serial == null || !model.linkedProperty().get()) {
      return;
    }
    selectAgain(table.getSelectionModel(), table.getItems(), row -> row.serial() == serial);
    selectAgain(
        timeline.lanes().getSelectionModel(),
        timeline.lanes().getItems(),
        lane -> lane.serial() == serial);
  }

  private static <T> void selectAgain(
      SelectionModel<T> selection, List<T> items, Predicate<T> wanted) {
    for (int i = 0; i < items.size() && selection.getSelectedIndex() < 0; i++) {
      if (wanted.test(items.get(i))) {
        selection.select(i);
      }
    }
  }

  private static <T> void bind(SelectionModel<T> selection, ObjectProperty<@Nullable T> chosen) {
    selection.selectedItemProperty().subscribe(chosen::set);
    chosen.subscribe(
        row -> {
          if (row == null) {
            selection.clearSelection();
          }
        });
  }

  private void select(@Nullable Long serial) {
    if (serial == null || !model.linkedProperty().get()) {
      return;
    }
    SocketRow row = model.sockets().find(serial);
    if (row != null && !row.equals(table.getSelectionModel().getSelectedItem())) {
      table.getSelectionModel().select(row);
      Reveal.row(table, table.getSelectionModel().getSelectedIndex());
    }
    for (Lane lane : model.timeline().lanes()) {
      if (lane.serial() == serial
          && !lane.equals(timeline.lanes().getSelectionModel().getSelectedItem())) {
        timeline.lanes().getSelectionModel().select(lane);
        Reveal.row(timeline.lanes(), timeline.lanes().getSelectionModel().getSelectedIndex());
      }
    }
  }
}
