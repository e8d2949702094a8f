package org.sluice.app.downloads;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Direction;
import org.sluice.app.fx.RateHistory;
import org.sluice.app.fx.TokenPaints;
import org.sluice.app.language.Isolate;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.loop.SocketView;

/// How fast the chosen download is and was, and how it is connected.
final class SpeedPane extends VBox {
  private static final double SUMS_FROM = 245;
  private static final double PEER_FROM = 190;
  private static final double PROOF_FROM = 160;

  /// What is proven is said in fewer words below this.
  private static final double LONG_FROM = 300;

  private final Label figure = new Label();
  private final Label unit = new Label();
  private final Label sums = new Label();
  private final Label host = new Label();
  private final Label protocol = new Label();
  private final Label resume = new Label();
  private final SpeedChart chart;
  private final HBox time = time();

  SpeedPane(TokenPaints paints) {
    getStyleClass().add("speed-pane");
    chart = new SpeedChart(paints);
    Label title = new Label(DownloadsWords.text("chart.title"));
    title.getStyleClass().add("sl-semibold");
    title.setMinWidth(USE_PREF_SIZE);
    Label span = small(new Label(DownloadsWords.text("chart.span")));
    figure.getStyleClass().add("speed-figure");
    figure.setMinWidth(USE_PREF_SIZE);
    unit.getStyleClass().add("muted");
    unit.setMinWidth(USE_PREF_SIZE);
    small(sums);
    sums.visibleProperty().bind(widthProperty().greaterThan(SUMS_FROM)); // better none than half
    HBox now = new HBox(6, figure, unit, space(), sums);
    now.setAlignment(Pos.BASELINE_LEFT);
    small(host);
    small(protocol);
    small(resume).getStyleClass().remove("muted");
    VBox.setVgrow(chart, Priority.ALWAYS);
    chart.setMaxHeight(138);
    Label resumeTitle = small(new Label(DownloadsWords.text("chart.resume")));
    resumeTitle.setMinWidth(USE_PREF_SIZE);
    HBox peer = row(host, protocol);
    HBox proof = row(resumeTitle, resume);
    // in a low window the curve comes first; the tabs say the rest, too
    shownFrom(PEER_FROM, peer);
    shownFrom(PROOF_FROM, proof);
    getChildren().addAll(row(title, span), now, chart, time, peer, proof);
  }

  private void shownFrom(double height, HBox row) {
    row.visibleProperty().bind(heightProperty().greaterThanOrEqualTo(height));
    row.managedProperty().bind(row.visibleProperty());
  }

  /// Below the curve: the past at the left, in every language.
  private static HBox time() {
    Label past = small(new Label(DownloadsWords.text("chart.past")));
    Label present = small(new Label(DownloadsWords.text("chart.now")));
    HBox time = new HBox(past, space(), present);
    Direction.leftToRight(time).setId("chart-time");
    time.setPadding(new Insets(0, SpeedChart.AXIS, 0, 0));
    return time;
  }

  void show(@Nullable DownloadRow row, @Nullable LoopSnapshot loop) {
    ItemView item = row == null ? null : row.item();
    RowHistory history = row == null ? null : row.history();
    long now =
        item == null || item.state() == ItemState.VERIFYING ? 0 : item.amount().bytesPerSecond();
    String speed = Isolate.plain(CellTexts.speed(now));
    int blank = speed.replace('\u00a0', ' ').indexOf(' ');
    figure.setText(blank < 0 ? speed : speed.substring(0, blank));
    unit.setText(blank < 0 ? "" : speed.substring(blank + 1));
    sums.setText(
        history == null || peak(history.speeds(), now) == 0
            ? ""
            : DownloadsWords.text(
                "chart.sums",
                briefly(Math.round(history.speeds().mean()), speed),
                briefly(peak(history.speeds(), now), speed)));
    // the curve of one that does not run ended when it stopped
    time.setVisible(item != null && item.state() == ItemState.RUNNING);
    chart.show(history == null ? null : history.speeds());
    host.setText(item == null ? "" : CellTexts.host(item.address()));
    protocol.setText(item == null || loop == null ? "" : protocol(item, loop));
    resume.setText(item == null ? "" : GeneralWords.proof(item, getWidth() >= LONG_FROM));
  }

  /// Of what the curve shows, with the speed of now, which is not in it until its second is over.
  static long peak(RateHistory speeds, long nowBytesPerSecond) {
    return Math.max(Math.round(speeds.peak()), nowBytesPerSecond);
  }

  /// Without its unit, if the large figure beside it has the same.
  private static String briefly(long bytesPerSecond, String figure) {
    String words = CellTexts.speed(bytesPerSecond);
    String plain = Isolate.plain(words);
    int blank = plain.replace('\u00a0', ' ').indexOf(' ');
    return blank > 0 && figure.endsWith(plain.substring(blank)) ? plain.substring(0, blank) : words;
  }

  private static String protocol(ItemView item, LoopSnapshot loop) {
    List<SegmentRow> segments = SegmentRow.of(item, loop, null);
    for (SocketView socket : loop.sockets()) {
      if (segments.stream().anyMatch(segment -> segment.socket() == socket.serial())) {
        return socket.protocol();
      }
    }
    return "";
  }

  private static HBox row(Label left, Label right) {
    HBox box = new HBox(8, left, space(), right);
    box.setAlignment(Pos.BASELINE_LEFT);
    return box;
  }

  private static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  private static Label small(Label label) {
    label.getStyleClass().addAll("text-small", "muted");
    return label;
  }
}
