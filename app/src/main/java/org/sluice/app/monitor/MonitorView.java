package org.sluice.app.monitor;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.NoticeBar;
import org.sluice.app.fx.TokenPaints;
import org.sluice.app.timeline.Lane;
import org.sluice.app.timeline.TimelineView;

/// The Monitor perspective: transfers, figures, socket table and timeline.
public final class MonitorView extends BorderPane {
  private static final long SECOND = 1_000_000_000L;

  private final MonitorViewModel model;
  private final MonitorToolbar toolbar;
  private final SocketTable table;
  private final TimelineView timeline;
  private final TransfersPane transfers;
  private final SplitPane across;
  private final SplitPane down;
  private final MonitorBar bar;
  private long drawnSecond;

  /// @param startTour what the button of the empty state does
  MonitorView(MonitorViewModel model, MonitorFiles files, Runnable startTour) {
    this.model = model;
    getStylesheets()
        .add(Objects.requireNonNull(MonitorView.class.getResource("monitor.css")).toExternalForm());
    getStyleClass().add("sl-monitor");
    TokenPaints paints = new TokenPaints();
    toolbar = new MonitorToolbar(model);
    table = new SocketTable(model.sockets(), paints);
    bar = new MonitorBar(model, files);
    timeline = new TimelineView(model.timeline(), model.travel(), paints);
    linkSelections();
    files.ask(new FileQuestions(this, model));
    files.pictures(new TimelinePictures(timeline, model));

    VBox.setVgrow(table, Priority.ALWAYS);
    VBox centre =
        new VBox(
            new MetricsBar(model.metrics(), model.timeout(), paints),
            table,
            new WhyBar(model.why()));
    centre.setMinWidth(300);
    transfers = new TransfersPane(model);
    across = new SplitPane(transfers, centre);
    down = new SplitPane(across, timeline);
    down.setOrientation(Orientation.VERTICAL);
    across.setDividerPositions(0.208);
    down.setDividerPositions(0.60);
    centre.getStyleClass().add("grows");
    across.getStyleClass().add("grows");

    EmptyState empty = new EmptyState(startTour, this::focusUrl);
    var nothing =
        Bindings.isEmpty(model.transfers().rows())
            .and(model.sockets().countProperty().isEqualTo(0))
            .and(model.travel().liveProperty());
    empty.visibleProperty().bind(nothing);
    down.visibleProperty().bind(nothing.not());

    setTop(
        new VBox(
            toolbar,
            bar,
            new TraceBanner(model),
            new NoticeBar(
                "trace-words", NoticeBar.Tone.WARNING, files.wordsProperty(), files::forgetWords),
            new NoticeBar(
                "engine-failure", NoticeBar.Tone.DANGER, model.engineFailureProperty(), null),
            new NoticeBar("list-notices", NoticeBar.Tone.WARNING, model.noticesProperty(), null),
            new NoticeBar(
                "url-complaint",
                NoticeBar.Tone.DANGER,
                model.urlComplaintProperty(),
                model::forgiveUrl)));
    setCenter(new StackPane(paints, down, empty));
    widthProperty().subscribe(width -> table.fit(width.doubleValue()));
  }

  /// Puts the caret into the URL field.
  public void focusUrl() {
    toolbar.focusUrl();
  }

  /// What can be made wider and higher, by name.
  Map<String, SplitPane> splits() {
    return Map.of("side", across, "timeline", down);
  }

  /// What F6 goes through.
  List<Node> panes() {
    return List.of(bar, toolbar, transfers, table, timeline, timeline.overview());
  }

  /// Where the keys go while nobody has clicked anything.
  public void focusTransfers() {
    transfers.focusList();
  }

  /// Drains, and draws if anybody can see it; each pulse.
  public void pulse(long localNanos, boolean seen) {
    model.pulse(localNanos);
    if (!seen || model.frozenProperty().get()) {
      return;
    }
    boolean calm = getScene().getPreferences().isReducedMotion() && model.travel().isLive();
    long second = localNanos / SECOND;
    if (!calm || second != drawnSecond) {
      drawnSecond = second;
      timeline.draw(model.wallOffsetNanos());
    }
  }

  /// Renews the text; ten times a second.
  public void refresh(long localNanos) {
    table.look(model.sockets());
    model.refresh(localNanos);
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

  /// Whether the arrow keys belong to a node that has the focus and not to the cursor.
  boolean keepsArrows(@Nullable Node focus) {
    return focus != null
        && (timeline.keepsArrows(focus)
            || focus instanceof TextInputControl
            || focus.getStyleClass().contains("transfers"));
  }

  /// A socket has one selection, wherever it is shown.
  private void linkSelections() {
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (row != null && !row.isHeading()) {
                model.travel().socketProperty().set(row.serial());
              }
            });
    timeline
        .lanes()
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            lane -> {
              if (lane != null) {
                model.travel().socketProperty().set(lane.serial());
              }
            });
    model
        .selectedProperty()
        .flatMap(row -> row == null ? null : row.socketProperty())
        .subscribe(
            socket -> {
              if (socket != null && !socket.equals(TransferFaces.NO_SOCKET)) {
                model.travel().socketProperty().set(Long.parseLong(socket));
              }
            });
    model.travel().socketProperty().subscribe(this::select);
  }

  private void select(@Nullable Long serial) {
    if (serial == null || !model.linkedProperty().get()) {
      return;
    }
    SocketRow row = model.sockets().find(serial);
    if (row != null && !row.equals(table.getSelectionModel().getSelectedItem())) {
      table.getSelectionModel().select(row);
    }
    for (Lane lane : model.timeline().lanes()) {
      if (lane.serial() == serial
          && !lane.equals(timeline.lanes().getSelectionModel().getSelectedItem())) {
        timeline.lanes().getSelectionModel().select(lane);
      }
    }
  }
}
