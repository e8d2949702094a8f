package org.sluice.app.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.sluice.app.monitor.SocketRow;
import org.sluice.app.monitor.TransferRow;
import org.sluice.app.preferences.AllSettings;
import org.sluice.app.timeline.Lane;

/// A window of its own for each test, with the Monitor in front.
abstract class FreshMonitor extends FreshWindow {
  @Override
  void open(Stage stage) throws IOException {
    open(stage, "monitor");
    open.workbench.preferences().set(AllSettings.SEGMENTS, 1); // a download has one socket
  }

  /// A download that runs for long, and its socket selected.
  TransferRow begin() {
    TransferRow row = open.add(lab.http("/throttled?size=40m&rate=300k"));
    open.until("a socket", () -> socket(row) != null);
    Long socket = open.onFx(() -> socket(row));
    open.until("its row", () -> open.model.sockets().find(socket) != null);
    open.until("its lane", () -> !lanes().getItems().isEmpty());
    open.until("events", () -> open.model.tape().end() > 40);
    robot.interact(() -> open.model.travel().socketProperty().set(socket));
    focusTable();
    return row;
  }

  /// In the list of transfers the arrows fold and unfold.
  void focusTable() {
    robot.interact(() -> table().requestFocus());
  }

  TableView<SocketRow> table() {
    return robot.lookup("#sockets").query();
  }

  ListView<Lane> lanes() {
    return robot.lookup("#timeline-lanes").query();
  }

  /// The traces that were recorded.
  List<Path> traces() throws IOException {
    try (var files = Files.list(open.downloads)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).toList();
    }
  }

  /// Null while it has none.
  static Long socket(TransferRow row) {
    String socket = row.socketProperty().get();
    return socket.matches("[0-9]+") ? Long.valueOf(socket) : null;
  }
}
