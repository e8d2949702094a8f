package org.sluice.app.downloads;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Amounts;
import org.sluice.app.monitor.PollPill;
import org.sluice.app.shell.LinkedSelection;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.download.SegmentView;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.loop.SocketView;
import org.sluice.engine.loop.TransferView;

/// The sockets that a download uses now.
final class SocketsTab extends TableView<SocketView> {
  private final ObservableBooleanValue pollWords;
  private long nowNanos;

  SocketsTab(LinkedSelection selection, ObservableBooleanValue pollWords) {
    this.pollWords = pollWords;
    pollWords.subscribe(this::refresh);
    setId("download-sockets");
    getStyleClass().addAll("detail-table", "edge-to-edge");
    setFixedCellSize(26);
    setPlaceholder(new Label(DownloadsWords.text("sockets.empty")));
    setAccessibleText(DownloadsWords.text("tab.sockets"));
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getColumns()
        .addAll(
            List.of(
                text("socket", 64, true, socket -> Long.toString(socket.serial())),
                Lists.atLeast(130, text("peer", 190, false, SocketView::peer)),
                text("protocol", 150, false, SocketView::protocol),
                poll(),
                Lists.atLeast(80, text("in", 84, true, socket -> CellTexts.size(socket.bytesIn()))),
                text("out", 84, true, socket -> CellTexts.size(socket.bytesOut())),
                text("age", 74, true, socket -> Amounts.age(nowNanos - socket.openedNanos())),
                text("last", 110, false, SocketView::lastAction)));
    Lists.giveWay(this, "age", 840);
    Lists.giveWay(this, "out", 770);
    Lists.giveWay(this, "last", 640);
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            socket -> {
              if (socket != null && selection.linkedProperty().get()) {
                selection.socketProperty().set(socket.serial());
              }
            });
    selection
        .socketProperty()
        .subscribe(
            serial -> {
              if (serial != null && selection.linkedProperty().get()) {
                select(serial);
              }
            });
  }

  private void select(long serial) {
    SocketView now = getSelectionModel().getSelectedItem();
    if (now == null || now.serial() != serial) {
      getItems().stream()
          .filter(each -> each.serial() == serial)
          .findFirst()
          .ifPresent(getSelectionModel()::select);
    }
  }

  void show(@Nullable DownloadRow row, @Nullable LoopSnapshot loop) {
    if (loop != null) {
      nowNanos = loop.nanos();
    }
    int chosen = getSelectionModel().getSelectedIndex();
    Lists.show(getItems(), row == null || loop == null ? List.of() : of(row.item(), loop));
    if (chosen >= 0 && chosen < getItems().size()) {
      getSelectionModel().select(chosen);
    }
  }

  static List<SocketView> of(ItemView item, LoopSnapshot loop) {
    Set<Long> handles = new HashSet<>();
    for (SegmentView segment : item.segments()) {
      handles.addAll(segment.transfers());
    }
    Set<Long> serials = new HashSet<>();
    for (TransferView transfer : loop.transfers()) {
      if (handles.contains(transfer.id())) {
        serials.add(transfer.info().socketSerial());
      }
    }
    return loop.sockets().stream().filter(each -> serials.contains(each.serial())).toList();
  }

  private static TableColumn<SocketView, SocketView> column(String key, double width) {
    return Lists.column(key, DownloadsWords.text("sockets." + key), width);
  }

  private static TableColumn<SocketView, SocketView> text(
      String key, double width, boolean numeric, Function<SocketView, String> words) {
    return Lists.text(key, DownloadsWords.text("sockets." + key), width, numeric, words);
  }

  private TableColumn<SocketView, SocketView> poll() {
    TableColumn<SocketView, SocketView> column = column("poll", 104);
    column.setMinWidth(98);
    column.setCellFactory(
        _ ->
            new TableCell<>() {
              private final PollPill pill = new PollPill();

              @Override
              protected void updateItem(@Nullable SocketView socket, boolean empty) {
                super.updateItem(socket, empty);
                if (empty || socket == null) {
                  setGraphic(null);
                  setAccessibleText(null);
                } else {
                  pill.words(pollWords.get());
                  pill.show(socket.poll());
                  setGraphic(pill);
                  setAccessibleText(pill.getAccessibleText());
                }
              }
            });
    return column;
  }
}
