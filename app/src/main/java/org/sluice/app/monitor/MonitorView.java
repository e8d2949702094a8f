package org.sluice.app.monitor;

import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sluice.app.fx.NoticeBar;
import org.sluice.app.fx.TokenPaints;
import org.sluice.app.timeline.Lane;
import org.sluice.app.timeline.TimelineView;

/// The Monitor perspective: transfers, figures, socket table and timeline.
public final class MonitorView extends BorderPane {
  /// The timeline moves four pixels in this time; drawing it more often costs more than it shows.
  private static final long FRAME_NANOS = 33_000_000L;

  private final MonitorViewModel model;
  private final MonitorToolbar toolbar;
  private final SocketTable table;
  private final TimelineView timeline;
  private final TransfersPane transfers;
  private final SplitPane across;
  private final SplitPane down;
  private final long wallOffsetNanos;
  private long drawnNanos;

  /// @param startTour what the button of the empty state does
  public MonitorView(MonitorViewModel model, Runnable startTour) {
    this.model = model;
    this.wallOffsetNanos = System.currentTimeMillis() * 1_000_000L - System.nanoTime();
    getStyleClass().add("sl-monitor");
    TokenPaints paints = new TokenPaints();
    toolbar = new MonitorToolbar(model);
    table = new SocketTable(model.sockets(), paints);
    timeline = new TimelineView(model.timeline(), paints);
    linkSelections();

    VBox.setVgrow(table, Priority.ALWAYS);
    VBox centre = new VBox(new MetricsBar(model.metrics(), model.timeout(), paints), table);
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
        Bindings.isEmpty(model.transfers().rows()).and(Bindings.isEmpty(model.sockets().rows()));
    empty.visibleProperty().bind(nothing);
    down.visibleProperty().bind(nothing.not());

    setTop(
        new VBox(
            toolbar,
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
    return List.of(toolbar, transfers, table, timeline);
  }

  /// Where the keys go while nobody has clicked anything.
  public void focusTransfers() {
    transfers.focusList();
  }

  /// Drains, and draws if anybody can see it; each pulse.
  public void pulse(long localNanos, boolean seen) {
    model.pulse(localNanos);
    if (seen && !model.frozenProperty().get() && localNanos - drawnNanos >= FRAME_NANOS) {
      drawnNanos = localNanos;
      timeline.draw(model.nowNanos(), wallOffsetNanos);
    }
  }

  /// Renews the text; ten times a second.
  public void refresh(long localNanos) {
    model.refresh(localNanos);
    timeline.showArmed(model.timeout().askedBriefProperty().get());
  }

  /// A socket has one selection, wherever it is shown.
  private void linkSelections() {
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (row != null) {
                selectLane(row.serial());
              }
            });
    timeline
        .lanes()
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            lane -> {
              if (lane != null) {
                selectSocket(lane.serial());
              }
            });
    model
        .selectedProperty()
        .flatMap(row -> row == null ? null : row.socketProperty())
        .subscribe(
            socket -> {
              if (socket != null && !socket.equals(TransferFaces.NO_SOCKET)) {
                selectSocket(Long.parseLong(socket));
              }
            });
  }

  private void selectLane(long serial) {
    for (Lane lane : model.timeline().lanes()) {
      if (lane.serial() == serial) {
        timeline.lanes().getSelectionModel().select(lane);
      }
    }
  }

  private void selectSocket(long serial) {
    for (SocketRow row : model.sockets().rows()) {
      if (row.serial() == serial) {
        table.getSelectionModel().select(row);
      }
    }
  }
}
