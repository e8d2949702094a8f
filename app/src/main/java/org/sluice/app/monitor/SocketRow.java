package org.sluice.app.monitor;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.sluice.app.fx.Amounts;
import org.sluice.app.fx.Messages;
import org.sluice.app.fx.RateHistory;
import org.sluice.app.fx.RateMeter;
import org.sluice.engine.loop.SocketView;
import org.sluice.engine.multi.Poll;

/// One socket in the table; its properties are changed in place. **Threads**: JavaFX.
public final class SocketRow {
  private final long serial;
  private final StringProperty peer = new SimpleStringProperty("");
  private final StringProperty protocol = new SimpleStringProperty("");
  private final ObjectProperty<Poll> poll = new SimpleObjectProperty<>(Poll.NONE);
  private final StringProperty assigned = new SimpleStringProperty("–");
  private final ObjectProperty<List<Long>> transfers = new SimpleObjectProperty<>(List.of());
  private final StringProperty in = new SimpleStringProperty("");
  private final StringProperty out = new SimpleStringProperty("");
  private final StringProperty rate = new SimpleStringProperty("–");
  private final IntegerProperty curve = new SimpleIntegerProperty();
  private final StringProperty age = new SimpleStringProperty("");
  private final StringProperty lastAction = new SimpleStringProperty("");
  private final StringProperty ago = new SimpleStringProperty("");
  private final BooleanProperty dimmed = new SimpleBooleanProperty();
  private final RateHistory history = new RateHistory();
  private final RateMeter inMeter = new RateMeter();
  private final RateMeter outMeter = new RateMeter();
  private long goneNanos = Long.MAX_VALUE;
  private long lastActionNanos;

  SocketRow(long serial) {
    this.serial = serial;
  }

  public long serial() {
    return serial;
  }

  public ReadOnlyStringProperty peerProperty() {
    return peer;
  }

  public ReadOnlyStringProperty protocolProperty() {
    return protocol;
  }

  public ReadOnlyObjectProperty<Poll> pollProperty() {
    return poll;
  }

  public ReadOnlyStringProperty assignedProperty() {
    return assigned;
  }

  public ReadOnlyObjectProperty<List<Long>> transfersProperty() {
    return transfers;
  }

  public ReadOnlyStringProperty inProperty() {
    return in;
  }

  public ReadOnlyStringProperty outProperty() {
    return out;
  }

  public ReadOnlyStringProperty rateProperty() {
    return rate;
  }

  /// Changes when [#history()] has a new value.
  public ReadOnlyIntegerProperty curveProperty() {
    return curve;
  }

  public RateHistory history() {
    return history;
  }

  public ReadOnlyStringProperty ageProperty() {
    return age;
  }

  public ReadOnlyStringProperty lastActionProperty() {
    return lastAction;
  }

  public ReadOnlyStringProperty agoProperty() {
    return ago;
  }

  /// Closed, or idle in the pool.
  public ReadOnlyBooleanProperty dimmedProperty() {
    return dimmed;
  }

  /// A sentence for a screen reader.
  public String spoken() {
    return Messages.text(
        "socket.accessible",
        Long.toString(serial),
        peer.get(),
        Messages.text("poll." + poll.get()),
        rate.get());
  }

  double inPerSecond() {
    return gone() ? 0 : inMeter.perSecond();
  }

  double outPerSecond() {
    return gone() ? 0 : outMeter.perSecond();
  }

  boolean gone() {
    return goneNanos != Long.MAX_VALUE;
  }

  boolean goneSince(long nanos) {
    return goneNanos < nanos;
  }

  void poll(Poll value) {
    poll.set(value);
  }

  /// @param seenNanos when the engine looked at it
  /// @param nowNanos when the window shows it
  void update(SocketView view, long seenNanos, long nowNanos, boolean newPoint) {
    peer.set(view.peer());
    if (!view.protocol().isEmpty() || protocol.get().endsWith("…")) {
      protocol.set(view.protocol()); // else idle in the pool: it still speaks what it spoke
    }
    poll.set(view.poll());
    assigned.set(view.assigned().isEmpty() ? "–" : view.assigned());
    List<Long> users = view.transfers();
    if (!users.equals(transfers.get())) {
      transfers.set(users);
    }
    in.set(Amounts.bytes(view.bytesIn()));
    out.set(Amounts.bytes(view.bytesOut()));
    inMeter.sample(seenNanos, view.bytesIn());
    outMeter.sample(seenNanos, view.bytesOut());
    rate.set(Amounts.rate(inMeter.perSecond()));
    age.set(Amounts.age(nowNanos - view.openedNanos()));
    lastAction.set(view.lastAction());
    lastActionNanos = view.lastActionNanos();
    showAgo(nowNanos);
    dimmed.set(view.poll() == Poll.REMOVE);
    if (newPoint) {
      history.add(inMeter.perSecond());
      curve.set(curve.get() + 1);
    }
  }

  void leave(long nowNanos) {
    if (!gone()) {
      goneNanos = nowNanos;
      lastActionNanos = nowNanos;
      poll.set(Poll.REMOVE);
      assigned.set("–");
      transfers.set(List.of());
      rate.set("–");
      lastAction.set(Poll.REMOVE.name());
      dimmed.set(true);
    }
    showAgo(nowNanos);
  }

  private void showAgo(long nowNanos) {
    ago.set(Messages.text("socket.ago", Amounts.span(nowNanos - lastActionNanos)));
  }
}
