package org.sluice.app.timeline;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.loop.SocketView;
import org.sluice.engine.multi.Poll;

/// One socket in the timeline. **Threads**: JavaFX.
public final class Lane {
  private final long serial;
  private final StringProperty peer = new SimpleStringProperty("");
  private final ObjectProperty<Poll> poll = new SimpleObjectProperty<>(Poll.NONE);
  private final PollHistory history = new PollHistory();
  private final TickTimes ticks = new TickTimes();
  private Poll last = Poll.NONE;
  private long lastNanos;
  private boolean past;
  private @Nullable SocketView view;

  Lane(long serial, long bornNanos) {
    this.serial = serial;
    this.lastNanos = bornNanos;
  }

  /// The socket's number.
  public long serial() {
    return serial;
  }

  /// Its host, as far as it is known.
  public StringProperty peerProperty() {
    return peer;
  }

  /// What was said of it last.
  void known(SocketView socket) {
    view = socket;
  }

  /// By which it is found: what the row of its socket is found by.
  String words() {
    StringBuilder words = new StringBuilder();
    words.append(serial).append(' ').append(poll.get()).append(' ').append(peer.get());
    SocketView known = view;
    if (known != null) {
      words.append(' ').append(known.peer()).append(' ').append(known.protocol());
      known.transfers().forEach(transfer -> words.append(" E").append(transfer));
    }
    return words.toString();
  }

  /// What it is watched for at the moment that is shown.
  public ObjectProperty<Poll> pollProperty() {
    return poll;
  }

  public PollHistory history() {
    return history;
  }

  public TickTimes ticks() {
    return ticks;
  }

  /// @param shown whether the newest moment is shown
  void changed(long nanos, Poll to, boolean shown) {
    lastNanos = nanos;
    last = to;
    history.add(nanos, to);
    if (shown) {
      poll.set(to);
    }
  }

  void acted(long nanos) {
    lastNanos = nanos;
    ticks.add(nanos);
  }

  /// Whether nothing of it can be seen after a moment.
  boolean overBefore(long nanos) {
    return lastNanos < nanos && (history.size() == 0 || last == Poll.REMOVE);
  }

  /// Whether it was over before what is shown, and so is not shown itself.
  boolean isPast() {
    return past;
  }

  /// @return whether that is new
  boolean past(boolean value) {
    boolean before = past;
    past = value;
    return before != value;
  }
}
