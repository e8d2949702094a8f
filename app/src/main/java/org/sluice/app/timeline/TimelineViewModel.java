package org.sluice.app.timeline;

import java.util.HashMap;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.trace.TraceEvent;

/// What the timeline shows: the lanes of the last [#WINDOW_NANOS], and the timer.
///
/// **Threads**: JavaFX (or one thread in a test); fed from the trace ring once a pulse.
public final class TimelineViewModel {
  /// The length of time on the screen.
  public static final long WINDOW_NANOS = 10_000_000_000L;

  private static final String SOCKET_ACTION = "curl_multi_socket_action";
  private static final long MILLI = 1_000_000L;

  private final ObservableList<Lane> lanes = FXCollections.observableArrayList();
  private final Map<Long, Lane> bySerial = new HashMap<>();
  private final TimerHistory timer = new TimerHistory();

  /// The lanes by socket number.
  public ObservableList<Lane> lanes() {
    return lanes;
  }

  public TimerHistory timer() {
    return timer;
  }

  /// Takes one event in.
  public void accept(TraceEvent event) {
    switch (event) {
      case TraceEvent.SocketCallback callback ->
          lane(callback.socket(), callback.nanos())
              .changed(callback.nanos(), Poll.valueOf(callback.what()));
      case TraceEvent.Call call -> {
        if (call.socket() != 0 && call.fn().equals(SOCKET_ACTION)) {
          lane(call.socket(), call.nanos()).acted(call.nanos());
        }
      }
      case TraceEvent.TimerCallback set -> {
        if (set.millis() < 0) {
          timer.deleted(set.nanos());
        } else {
          timer.armed(set.nanos(), set.nanos() + set.millis() * MILLI);
        }
      }
      case TraceEvent.TimerFired fired -> timer.fired(fired.nanos());
      case TraceEvent.SocketOpened opened -> lane(opened.socket(), opened.nanos());
      case TraceEvent.Return _,
          TraceEvent.SocketClosing _,
          TraceEvent.Interest _,
          TraceEvent.Ready _,
          TraceEvent.Message _,
          TraceEvent.Note _ -> {}
    }
  }

  /// Names the other side of a socket, if the socket has a lane.
  public void name(long serial, String peer) {
    Lane lane = bySerial.get(serial);
    if (lane != null) {
      lane.peerProperty().set(hostOf(peer));
    }
  }

  /// Names the other side of a socket that has no name yet: it may be gone before a snapshot.
  public void nameIfUnnamed(long serial, String host) {
    Lane lane = bySerial.get(serial);
    if (lane != null && lane.peerProperty().get().isEmpty()) {
      lane.peerProperty().set(host);
    }
  }

  /// Lets go of what has left the window.
  public void forgetBefore(long nanos) {
    timer.forgetBefore(nanos);
    lanes.removeIf(
        lane -> {
          lane.history().forgetBefore(nanos);
          boolean over = lane.overBefore(nanos);
          if (over) {
            bySerial.remove(lane.serial());
          }
          return over;
        });
  }

  private Lane lane(long serial, long nanos) {
    Lane known = bySerial.get(serial);
    if (known != null) {
      return known;
    }
    Lane lane = new Lane(serial, nanos);
    bySerial.put(serial, lane);
    int index = lanes.size();
    while (index > 0 && lanes.get(index - 1).serial() > serial) {
      index--;
    }
    lanes.add(index, lane);
    return lane;
  }

  private static String hostOf(String peer) {
    int colon = peer.lastIndexOf(':');
    return colon > 0 ? peer.substring(0, colon) : peer;
  }
}
