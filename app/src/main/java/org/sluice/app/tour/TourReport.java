package org.sluice.app.tour;

import java.util.List;
import java.util.stream.Collectors;
import org.sluice.app.fx.Amounts;
import org.sluice.app.fx.Messages;
import org.sluice.app.monitor.SocketRow;

/// The window's tables as text.
public final class TourReport {
  private TourReport() {}

  /// The socket table as it stands.
  public static String sockets(List<SocketRow> rows) {
    TextTable table =
        new TextTable(
            Messages.text("column.number"),
            Messages.text("column.peer"),
            Messages.text("column.protocol"),
            Messages.text("column.poll"),
            Messages.text("column.assigned"),
            Messages.text("column.transfers"),
            Messages.text("column.in"),
            Messages.text("column.out"),
            Messages.text("column.rate"),
            Messages.text("column.last"));
    for (SocketRow row : rows) {
      table.row(
          Long.toString(row.serial()),
          row.peerProperty().get(),
          row.protocolProperty().get(),
          row.pollProperty().get().name(),
          row.assignedProperty().get(),
          row.transfersProperty().get().isEmpty()
              ? "–"
              : row.transfersProperty().get().stream()
                  .map(id -> "E" + id)
                  .collect(Collectors.joining(" ")),
          row.inProperty().get(),
          row.outProperty().get(),
          row.rateProperty().get(),
          row.lastActionProperty().get() + " " + row.agoProperty().get());
    }
    return table.toString();
  }

  /// How each download ended, and whether it had to end so.
  public static String results(List<LabTour.Line> lines) {
    TextTable table =
        new TextTable(
            Messages.text("tour.column.file"),
            Messages.text("tour.column.what"),
            Messages.text("tour.column.received"),
            Messages.text("tour.column.result"),
            Messages.text("tour.column.expected"));
    for (LabTour.Line line : lines) {
      var result = line.result();
      table.row(
          line.name(),
          line.purpose(),
          Amounts.bytes(line.received()),
          result == null
              ? Messages.text("tour.unfinished")
              : result.name() + " (" + result.number() + ")",
          line.asExpected()
              ? Messages.text("tour.expected")
              : Messages.text("tour.unexpected", line.expected().name()));
    }
    return table.toString();
  }
}
