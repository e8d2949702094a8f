package org.sluice.engine.retry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Whether a network wants a sign-in before it lets anything through: one state for all downloads.
///
/// A single sign may be the fault of one server. Signs of several downloads and several hosts
/// within seconds are not. A server of the own network says nothing by a certificate of its own: its
/// answers pass no such page.
///
/// **Threads**: immutable; each sign makes another state.
/// **Units**: nanoseconds of the monotonic clock.
/// **Limits**: at most [#MOST_SIGNS] are remembered, each for [#WINDOW_NANOS].
///
/// @param state what is thought of the network
/// @param signs not yet enough to be sure, the latest last
/// @param askNanos when one download may try whether it is over; of no meaning if it is open
public record CaptivePortal(State state, List<Seen> signs, long askNanos) {
  public static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(10);
  public static final long ASK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(15);
  public static final int MOST_SIGNS = 64;
  public static final int ENOUGH = 2;
  public static final CaptivePortal OPEN = new CaptivePortal(State.OPEN, List.of(), 0);

  /// What is thought of the network.
  public enum State {
    /// It lets everything through, as far as is known.
    OPEN,
    /// It wants a sign-in: no download tries anything, and none counts a failed try.
    SIGN_IN
  }

  /// A sign and when it was seen.
  public record Seen(PortalSign sign, long nanos) {}

  /// The next state and, if it is another one, why.
  ///
  /// @param reason empty if nothing changed
  public record Step(CaptivePortal next, String reason) {
    public boolean changed() {
      return !reason.isEmpty();
    }
  }

  public CaptivePortal {
    signs = List.copyOf(signs);
  }

  /// After a sign.
  public Step saw(PortalSign sign, long nowNanos) {
    if (state == State.SIGN_IN) {
      return new Step(this, "");
    }
    if (sign.kind() == PortalSign.Kind.SIGN_IN_REQUIRED) {
      return signIn("The network says that it wants a sign-in", nowNanos);
    }
    if (PortalSign.isPrivate(sign.host())) {
      return new Step(this, ""); // a network with a sign-in does not stand before this machine
    }
    List<Seen> recent = new ArrayList<>();
    for (Seen seen : signs) {
      if (nowNanos - seen.nanos <= WINDOW_NANOS) {
        recent.add(seen);
      }
    }
    if (recent.size() == MOST_SIGNS) {
      recent.removeFirst();
    }
    recent.add(new Seen(sign, nowNanos));
    long items = recent.stream().map(s -> s.sign.item()).distinct().count();
    long hosts = recent.stream().map(s -> s.sign.host()).distinct().count();
    boolean sentAway =
        recent.stream().anyMatch(s -> s.sign.kind() == PortalSign.Kind.SENT_ELSEWHERE);
    if (items >= ENOUGH && (hosts >= ENOUGH || sentAway)) {
      return signIn(
          items
              + " downloads got something else than their files within seconds: the network seems"
              + " to want a sign-in",
          nowNanos);
    }
    return new Step(new CaptivePortal(State.OPEN, recent, 0), "");
  }

  private static Step signIn(String reason, long nowNanos) {
    return new Step(
        new CaptivePortal(State.SIGN_IN, List.of(), nowNanos + ASK_EVERY_NANOS), reason);
  }

  /// After an answer from the internet that is what it should be.
  public Step gotFile() {
    return state == State.OPEN
        ? new Step(OPEN, "")
        : new Step(OPEN, "A file came through again: the sign-in is done");
  }

  /// After the machine got another network.
  public Step networkChanged() {
    return state == State.OPEN
        ? new Step(OPEN, "")
        : new Step(OPEN, "This is another network: trying again");
  }

  /// Whether one download may try now whether it is over; if so, [#asked] is next.
  public boolean mayAsk(long nowNanos) {
    return state == State.SIGN_IN && nowNanos - askNanos >= 0;
  }

  /// After one download was let to try.
  public CaptivePortal asked(long nowNanos) {
    return new CaptivePortal(state, signs, nowNanos + ASK_EVERY_NANOS);
  }
}
