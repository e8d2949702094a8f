package org.sluice.app.monitor;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Messages;
import org.sluice.app.fx.TextWidth;
import org.sluice.app.fx.TokenPaints;
import org.sluice.engine.multi.Poll;

/// The socket table: one row a socket, in the order of their numbers.
final class SocketTable extends TableView<SocketRow> {
  /// Below this width of the window three columns leave.
  static final double NARROW = 1200;

  private static final double ROW = 24;

  /// Its head and three rows: where large text leaves less room than that, all of the Monitor scrolls.
  private static final double LEAST = 28 + 3 * ROW;

  private static final double SCROLL_BAR = 14;

  private boolean wide = true;
  private @Nullable VirtualFlow<?> flow;
  private final List<TableColumn<SocketRow, ?>> spare;
  private final List<TableColumn<SocketRow, ?>> elastic;

  SocketTable(SocketRows sockets, TokenPaints paints) {
    setId("sockets");
    getStyleClass().addAll("socket-table", "edge-to-edge", "dense");
    setFixedCellSize(ROW);
    setMinHeight(LEAST);
    setAccessibleText(Messages.text("socket.table.accessible"));
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    setPlaceholder(new Label(Messages.text("socket.table.empty")));
    setItems(sockets.rows());
    setRowFactory(_ -> new Row());

    TableColumn<SocketRow, String> number =
        words(
            "number",
            58,
            row -> new SimpleStringProperty(row.isHeading() ? "" : Long.toString(row.serial())));
    number.getStyleClass().addAll("numeric", "socket-number");
    TableColumn<SocketRow, Poll> poll = column("poll", 96, SocketRow::pollProperty);
    poll.setCellFactory(_ -> new PollCell());
    TableColumn<SocketRow, List<Long>> transfers =
        column("transfers", 84, SocketRow::transfersProperty);
    transfers.setCellFactory(_ -> new TransfersCell());
    TableColumn<SocketRow, String> assigned = words("assigned", 76, SocketRow::assignedProperty);
    assigned.getStyleClass().addAll("muted", "mono");
    TableColumn<SocketRow, String> out = numeric("out", 68, SocketRow::outProperty);
    TableColumn<SocketRow, String> age = numeric("age", 56, SocketRow::ageProperty);
    age.getStyleClass().add("muted");
    TableColumn<SocketRow, String> protocol = words("protocol", 132, SocketRow::protocolProperty);
    protocol.getStyleClass().add("muted");
    TableColumn<SocketRow, String> rate = column("rate", 152, SocketRow::rateProperty);
    rate.getStyleClass().add("numeric");
    rate.setCellFactory(_ -> new RateCell(paints));
    TableColumn<SocketRow, String> last = column("last", 160, SocketRow::lastActionProperty);
    last.setCellFactory(_ -> new LastActionCell());

    TableColumn<SocketRow, String> peer = words("peer", 140, SocketRow::peerProperty);
    getColumns()
        .addAll(
            List.of(
                number,
                peer,
                protocol,
                poll,
                assigned,
                transfers,
                numeric("in", 74, SocketRow::inProperty),
                out,
                rate,
                age,
                last));
    poll.setMinWidth(96);
    peer.setMinWidth(124); // an IPv4 address and its port
    protocol.setMinWidth(128); // HTTP/1.1 · TLS 1.3
    rate.setMinWidth(152);
    last.setMinWidth(150);
    cap(number, 72); // what is left over goes to peer and protocol, whose words can be long
    cap(poll, 108);
    cap(transfers, 104);
    cap(rate, 160);
    spare = List.of(assigned, out, age);
    widthProperty().subscribe(_ -> fit());
    elastic = List.of(peer, protocol);
    paints.onChange(this::redrawCurves);
  }

  /// No new value comes to them while the display stands still.
  private void redrawCurves() {
    for (var node : lookupAll(".rate-cell")) {
      if (node instanceof RateCell cell) {
        cell.redraw();
      }
    }
  }

  /// Tells the model which rows can be seen; each refresh.
  void look(SocketRows sockets) {
    if (flow == null && lookup(".virtual-flow") instanceof VirtualFlow<?> found) {
      flow = found;
    }
    if (flow == null) {
      return;
    }
    IndexedCell<?> first = flow.getFirstVisibleCell();
    IndexedCell<?> last = flow.getLastVisibleCell();
    if (first != null && last != null) {
      sockets.seen(first.getIndex(), last.getIndex());
    }
  }

  /// Hides what a narrow window has no room for.
  void fit(boolean wide) {
    this.wide = wide;
    elastic.forEach(column -> column.setPrefWidth(wide ? 140 : 128));
    fit();
  }

  /// Beside the transfers a wide window can be too narrow for all columns too.
  private void fit() {
    double all = getColumns().stream().mapToDouble(TableColumn::getMinWidth).sum() + SCROLL_BAR;
    boolean room = wide && getWidth() >= all;
    spare.forEach(column -> column.setVisible(room));
  }

  private static void cap(TableColumn<SocketRow, ?> column, double width) {
    column.setMaxWidth(Math.max(width, column.getMinWidth()));
  }

  private static <T> TableColumn<SocketRow, T> column(
      String key, double width, Function<SocketRow, ObservableValue<T>> value) {
    TableColumn<SocketRow, T> column = new TableColumn<>(Messages.text("column." + key));
    column.setId("column-" + key);
    double title = TextWidth.header(column.getText());
    column.setPrefWidth(Math.max(width, title));
    column.setMinWidth(Math.max(Math.min(width, 84), title));
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(features -> value.apply(features.getValue()));
    return column;
  }

  private static TableColumn<SocketRow, String> words(
      String key, double width, Function<SocketRow, ObservableValue<String>> value) {
    return column(key, width, value);
  }

  private static TableColumn<SocketRow, String> numeric(
      String key, double width, Function<SocketRow, ObservableValue<String>> value) {
    TableColumn<SocketRow, String> column = column(key, width, value);
    column.getStyleClass().add("numeric");
    return column;
  }

  /// Dims the row of a socket that is no longer watched, and speaks for it.
  private static final class Row extends TableRow<SocketRow> {
    private static final PseudoClass DIMMED = PseudoClass.getPseudoClass("dimmed");
    private static final PseudoClass ACTED = PseudoClass.getPseudoClass("acted");
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private Subscription watching = Subscription.EMPTY;

    @Override
    protected void updateItem(SocketRow row, boolean empty) {
      super.updateItem(row, empty);
      watching.unsubscribe();
      watching = Subscription.EMPTY;
      if (empty || row == null) {
        pseudoClassStateChanged(DIMMED, false);
        pseudoClassStateChanged(ACTED, false);
        pseudoClassStateChanged(HEADING, false);
        return;
      }
      pseudoClassStateChanged(HEADING, row.isHeading());
      watching =
          Subscription.combine(
              row.actedProperty().subscribe(acted -> pseudoClassStateChanged(ACTED, acted)),
              row.dimmedProperty().subscribe(dimmed -> pseudoClassStateChanged(DIMMED, dimmed)),
              row.pollProperty().subscribe(_ -> setAccessibleText(row.spoken())));
    }
  }

  private static final class PollCell extends TableCell<SocketRow, Poll> {
    private final PollPill pill = new PollPill();
    private final Tooltip why = new Tooltip();

    PollCell() {
      getStyleClass().add("pill-cell");
      why.setOnShowing(_ -> why.setText(whyRemoved()));
    }

    private String whyRemoved() {
      SocketRow row = getTableRow() == null ? null : getTableRow().getItem();
      return row == null ? "" : row.whyRemoved();
    }

    @Override
    protected void updateItem(Poll poll, boolean empty) {
      super.updateItem(poll, empty);
      SocketRow row = getTableRow() == null ? null : getTableRow().getItem();
      if (empty || poll == null || row == null || row.isHeading()) {
        setGraphic(null);
        setTooltip(null);
        setAccessibleText(null);
        return;
      }
      pill.show(poll);
      setAccessibleText(pill.getAccessibleText());
      setTooltip(poll == Poll.REMOVE ? why : null);
      setGraphic(pill);
    }
  }
}
