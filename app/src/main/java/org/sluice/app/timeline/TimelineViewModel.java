package org.sluice.app.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Arrangement;
import org.sluice.app.tape.SerialMap;
import org.sluice.app.tape.Tape;
import org.sluice.engine.loop.LoopSnapshot;
import org.sluice.engine.loop.SocketView;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.trace.TraceEvent;

/// What the timeline shows: a lane for each socket of the recorded time, the timer, and which part of
/// the time.
///
/// **Threads**: JavaFX (or one thread in a test).
public final class TimelineViewModel {
  private static final String SOCKET_ACTION = "curl_multi_socket_action";

  /// No moment of the past.
  public static final long NOW = Long.MAX_VALUE - 1;

  /// Lanes that are looked at in one go.
  private static final int AT_ONCE = 1_000;

  private static final long MILLI = 1_000_000L;

  private final ObservableList<Lane> lanes = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Lane> chosen = new SimpleObjectProperty<>();
  private final List<Lane> all = new ArrayList<>();
  private final SerialMap<Lane> bySerial = new SerialMap<>();
  private final TimeWindow window = new TimeWindow();
  private final StringProperty filter = new SimpleStringProperty("");
  private TimerHistory timer = new TimerHistory();
  private boolean changed;
  private int nameFrom;
  private int forgetFrom;
  private long standing = NOW;
  private boolean held;

  /// Before this moment something may be missing that the record still has.
  private long forgottenNanos = Long.MIN_VALUE;

  public TimelineViewModel() {
    filter.subscribe(_ -> arrange());
  }

  /// The lanes by socket number, as far as the filter lets them through.
  public ObservableList<Lane> lanes() {
    return lanes;
  }

  /// The lane that is selected; it is none any more when it leaves.
  public ObjectProperty<@Nullable Lane> chosenProperty() {
    return chosen;
  }

  public TimerHistory timer() {
    return timer;
  }

  public TimeWindow window() {
    return window;
  }

  /// Words that lanes must have, as those of the socket table; empty for all.
  public StringProperty filterProperty() {
    return filter;
  }

  /// Takes one event in; [#settle] is due after the last one.
  public void accept(TraceEvent event) {
    switch (event) {
      case TraceEvent.SocketCallback callback ->
          lane(callback.socket(), callback.nanos())
              .changed(callback.nanos(), Poll.valueOf(callback.what()), standing == NOW && !held);
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

  /// Lets no lane come, go or change its state while the display stands still.
  public void hold(boolean still) {
    held = still;
    if (!held && standing == NOW) {
      stand(NOW);
    }
    settle();
  }

  /// Shows what has come since the last time; once a drain.
  public void settle() {
    if (changed && !held) {
      arrange();
    }
  }

  /// Shows another record from its beginning.
  public void show(Tape tape) {
    all.clear();
    bySerial.clear();
    timer = new TimerHistory();
    for (var view : tape.first().snapshot().sockets()) {
      lane(view.serial(), tape.beginNanos()).changed(tape.beginNanos(), view.poll(), true);
    }
    LaneNames names = new LaneNames();
    LoopSnapshot first = tape.first().snapshot();
    first.sockets().forEach(this::name);
    names.learn(first.transfers());
    tape.tell(
        sample -> {
          sample.sockets().forEach(this::name);
          names.learn(sample.transfers());
        },
        event -> {
          accept(event);
          names.learn(event);
        });
    names.tell(this::nameIfUnnamed);
    forgottenNanos = tape.beginNanos();
    if (standing != NOW) {
      stand(standing);
    }
    arrange();
  }

  /// Lets go of what is older than the last `keepNanos`, as long as nobody looks at it, and takes in
  /// again what a longer record still has of the part that is shown.
  ///
  /// @param nowNanos the newest moment
  public void keep(Tape tape, long nowNanos, long keepNanos) {
    if (tape.isEmpty()) {
      return;
    }
    long begin = tape.beginNanos();
    if (window.fromNanos() < forgottenNanos && begin < forgottenNanos) {
      show(tape);
    }
    long from = Math.max(begin, Math.min(nowNanos - keepNanos, window.fromNanos()));
    forgottenNanos = Math.max(forgottenNanos, from);
    forgetBefore(from);
  }

  /// Says in each lane what its socket was watched for at a moment, until another one is shown.
  ///
  /// @param nanos [#NOW] for the newest, whatever it is
  public void stand(long nanos) {
    standing = nanos;
    for (Lane lane : all) {
      Poll poll = lane.history().at(nanos);
      lane.pollProperty().set(poll == null ? Poll.NONE : poll);
    }
  }

  /// Names the other sides of the sockets that have lanes: of many some at a time, in turns.
  public void name(List<SocketView> sockets) {
    nameFrom = nameFrom < sockets.size() ? nameFrom : 0;
    int end = Math.min(sockets.size(), nameFrom + AT_ONCE);
    sockets.subList(nameFrom, end).forEach(this::name);
    nameFrom = end;
    changed |= end == sockets.size() && !filter.get().isBlank(); // others may fit it now
  }

  /// Names the other side of a socket, if the socket has a lane.
  public void name(SocketView socket) {
    Lane lane = bySerial.get(socket.serial());
    if (lane != null) {
      lane.known(socket);
      if (!socket.peer().isEmpty()) {
        lane.peerProperty().set(hostOf(socket.peer()));
      }
    }
  }

  /// Names the other side of a socket that has no name yet: it may be gone before a snapshot.
  ///
  /// @param url for which it is used; empty if that is not known
  public void nameIfUnnamed(long serial, String url) {
    Lane lane = bySerial.get(serial);
    if (lane != null && lane.peerProperty().get().isEmpty()) {
      lane.peerProperty().set(LaneNames.host(url));
    }
  }

  /// Lets go of what is older than the record: of many lanes some at a time, in turns.
  public void forgetBefore(long nanos) {
    timer.forgetBefore(nanos);
    forgetFrom = forgetFrom < all.size() ? forgetFrom : 0;
    int end = Math.min(all.size(), forgetFrom + AT_ONCE);
    boolean some =
        all.subList(forgetFrom, end)
            .removeIf(
                lane -> {
                  lane.history().forgetBefore(nanos);
                  lane.ticks().forgetBefore(nanos);
                  boolean over = lane.overBefore(nanos);
                  if (over) {
                    bySerial.remove(lane.serial());
                  }
                  return over;
                });
    forgetFrom = end;
    changed |= some;
    settle();
  }

  /// Shows no lane of a socket that was gone before the part of the time that is shown.
  ///
  /// @param selected a socket whose lane stays; null for none
  public void fit(@Nullable Long selected) {
    long from = window.fromNanos();
    for (Lane lane : all) {
      boolean past = lane.overBefore(from) && !(selected != null && selected == lane.serial());
      changed |= lane.past(past);
    }
    settle();
  }

  private Lane lane(long serial, long nanos) {
    Lane known = bySerial.get(serial);
    if (known != null) {
      return known;
    }
    Lane lane = new Lane(serial, nanos);
    bySerial.put(serial, lane);
    all.add(lane);
    changed = true;
    return lane;
  }

  private void arrange() {
    changed = false;
    all.sort(Comparator.comparingLong(Lane::serial)); // nearly so already
    String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
    Arrangement.of(
        lanes, all.stream().filter(lane -> !lane.isPast() && fits(lane, wanted)).toList(), chosen);
  }

  private static boolean fits(Lane lane, String wanted) {
    if (wanted.isEmpty()) {
      return true;
    }
    String text = lane.words().toLowerCase(Locale.ROOT);
    for (String word : wanted.split(" +", -1)) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private static String hostOf(String peer) {
    int colon = peer.lastIndexOf(':');
    return colon > 0 ? peer.substring(0, colon) : peer;
  }
}
