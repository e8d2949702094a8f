package org.sluice.app.monitor;

import java.util.List;
import java.util.Locale;
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
import org.jspecify.annotations.Nullable;
import org.sluice.app.fx.Amounts;
import org.sluice.app.fx.Messages;
import org.sluice.app.fx.RateHistory;
import org.sluice.app.fx.RateMeter;
import org.sluice.engine.loop.SocketView;
import org.sluice.engine.multi.Poll;

/// One socket in the table; its properties are changed in place. **Threads**: JavaFX.
public final class SocketRow {
  /// What happened just now is shown strongly.
  private static final long ACTED_NANOS = 50_000_000L;

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
  private final BooleanProperty acted = new SimpleBooleanProperty();
  private final BooleanProperty dimmed = new SimpleBooleanProperty();
  private RateHistory history = new RateHistory();
  private RateMeter inMeter = new RateMeter();
  private @Nullable SocketView view;
  private long goneNanos = Long.MAX_VALUE;
  private long lastActionNanos;
  private boolean redraw;

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

  /// Whether something has happened to it just now.
  public ReadOnlyBooleanProperty actedProperty() {
    return acted;
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

  /// Whether this is no socket but the heading of some.
  public boolean isHeading() {
    return serial < 0;
  }

  /// A heading over some rows.
  static SocketRow heading(long number, String title, int count) {
    SocketRow row = new SocketRow(-1 - number);
    row.peer.set(title);
    row.protocol.set(MonitorWords.text("group.sockets", count));
    return row;
  }

  void renumber(String title, int count) {
    peer.set(title);
    protocol.set(MonitorWords.text("group.sockets", count));
  }

  /// The words in it that a filter looks at.
  boolean has(List<String> words) {
    SocketView known = view;
    StringBuilder text = new StringBuilder();
    text.append(serial).append(' ');
    text.append(known == null || gone() ? Poll.REMOVE : known.poll()).append(' ');
    if (known != null) {
      text.append(known.peer()).append(' ').append(known.protocol());
      for (long transfer : known.transfers()) {
        text.append(" e").append(transfer);
      }
    }
    String all = text.toString().toLowerCase(Locale.ROOT);
    return words.stream().allMatch(all::contains);
  }

  /// The host that it is connected to.
  String host() {
    SocketView known = view;
    if (known == null || known.peer().isEmpty()) {
      return "–";
    }
    int colon = known.peer().lastIndexOf(':');
    return colon > 0 ? known.peer().substring(0, colon) : known.peer();
  }

  /// The first transfer that uses it; 0 for none.
  long firstTransfer() {
    SocketView known = view;
    return known == null || known.transfers().isEmpty() ? 0 : known.transfers().getFirst();
  }

  /// Forgets the past: another moment is shown next.
  void restart() {
    inMeter = new RateMeter();
    history = new RateHistory();
    redraw = true; // whatever is drawn now is of another moment
    goneNanos = Long.MAX_VALUE;
  }

  /// Why it is no longer watched; empty while it is.
  String whyRemoved() {
    return poll.get() != Poll.REMOVE ? "" : MonitorWords.text(gone() ? "why.CLOSED" : "why.DONE");
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

  /// Takes in what the engine says of it, without making anything of it.
  void take(SocketView next) {
    view = next;
    goneNanos = Long.MAX_VALUE;
  }

  /// Takes its numbers in for rate and curve.
  ///
  /// @param seenNanos when the engine looked at it
  /// @param points by how much the curve goes on
  void measure(long seenNanos, int points) {
    SocketView known = view;
    if (known == null || gone()) {
      return;
    }
    inMeter.sample(seenNanos, known.bytesIn());
    for (int i = 0; i < points; i++) {
      history.add(inMeter.perSecond());
    }
  }

  /// Makes words of the numbers, for one who can see them.
  ///
  /// @param nowNanos when the window shows it
  void show(long nowNanos, boolean newPoint) {
    SocketView known = view;
    if (known == null || gone()) {
      showAgo(nowNanos);
      return;
    }
    poll.set(known.poll());
    dimmed.set(known.poll() == Poll.REMOVE);
    lastActionNanos = known.lastActionNanos();
    peer.set(known.peer());
    if (!known.protocol().isEmpty() || protocol.get().endsWith("…")) {
      protocol.set(known.protocol()); // else idle in the pool: it still speaks what it spoke
    }
    assigned.set(known.assigned().isEmpty() ? "–" : known.assigned());
    List<Long> users = known.transfers();
    if (!users.equals(transfers.get())) {
      transfers.set(users);
    }
    in.set(Amounts.bytes(known.bytesIn()));
    out.set(Amounts.bytes(known.bytesOut()));
    rate.set(known.poll() == Poll.REMOVE ? "–" : Amounts.rate(inMeter.perSecond()));
    age.set(Amounts.age(nowNanos - known.openedNanos()));
    lastAction.set(known.lastAction());
    showAgo(nowNanos);
    acted.set(nowNanos - lastActionNanos < ACTED_NANOS);
    if (newPoint || redraw) {
      redraw = false;
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
      acted.set(false);
      lastAction.set(Poll.REMOVE.name());
      dimmed.set(true);
    }
    showAgo(nowNanos);
  }

  private void showAgo(long nowNanos) {
    ago.set(Messages.text("socket.ago", Amounts.span(nowNanos - lastActionNanos)));
  }
}
