package org.sluice.app.monitor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.loop.SocketView;
import org.sluice.engine.multi.Poll;

/// The rows of the socket table, by number; a closed socket stays for [#LEAVE_NANOS].
///
/// **Threads**: JavaFX.
public final class SocketRows {
  /// How long a removed socket keeps its dimmed row.
  public static final long LEAVE_NANOS = 2_000_000_000L;

  private final ObservableList<SocketRow> rows = FXCollections.observableArrayList();
  private final Map<Long, SocketRow> bySerial = new HashMap<>();
  private long refreshes;

  public ObservableList<SocketRow> rows() {
    return rows;
  }

  /// The engine asked to watch a socket for something else.
  void poll(long serial, Poll poll) {
    SocketRow row = bySerial.get(serial);
    if (row != null && !row.gone()) {
      row.poll(poll);
    }
  }

  void update(LoopSnapshot snapshot, long nowNanos) {
    boolean newPoint = refreshes++ % 2 == 0;
    Set<Long> present = new HashSet<>();
    for (SocketView view : snapshot.sockets()) {
      present.add(view.serial());
      SocketRow row = bySerial.get(view.serial());
      if (row == null) {
        row = insert(view.serial());
      }
      row.update(view, snapshot.nanos(), nowNanos, newPoint);
    }
    for (SocketRow row : rows) {
      if (!present.contains(row.serial())) {
        row.leave(nowNanos);
      }
    }
    if (rows.removeIf(row -> row.goneSince(nowNanos - LEAVE_NANOS))) {
      bySerial.values().removeIf(row -> row.goneSince(nowNanos - LEAVE_NANOS));
    }
  }

  /// Bytes a second over all sockets.
  double inPerSecond() {
    return rows.stream().mapToDouble(SocketRow::inPerSecond).sum();
  }

  double outPerSecond() {
    return rows.stream().mapToDouble(SocketRow::outPerSecond).sum();
  }

  private SocketRow insert(long serial) {
    SocketRow row = new SocketRow(serial);
    bySerial.put(serial, row);
    int index = rows.size();
    while (index > 0 && rows.get(index - 1).serial() > serial) {
      index--;
    }
    rows.add(index, row);
    return row;
  }
}
