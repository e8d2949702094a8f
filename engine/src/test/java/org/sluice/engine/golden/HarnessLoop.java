package org.sluice.engine.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.sluice.engine.multi.MultiCode;
import org.sluice.engine.multi.Poll;
import org.sluice.engine.multi.Readiness;

/// The loop of an application: one Selector and one one-shot timer.
///
/// **Source**: `turn`, `run` and `wait_ms` of `golden/harness.c`.
final class HarnessLoop implements AutoCloseable {
  private static final long GIVE_UP_MILLIS = 12_000;
  private static final long LONGEST_WAIT_MILLIS = 3_000;

  boolean usesAll;
  private final TracedMulti traced;
  private final Selector selector;
  private final Map<SocketChannel, SelectionKey> keys = new HashMap<>();
  private long deadlineNanos;
  private boolean armed;

  HarnessLoop(TracedMulti traced) {
    this.traced = traced;
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean watches(SocketChannel socket) {
    return keys.containsKey(socket);
  }

  int watched() {
    return keys.size();
  }

  /// What the Selector of this loop waits for on the one watched socket.
  int interest() {
    return keys.values().iterator().next().interestOps();
  }

  void watch(SocketChannel socket, Poll what) {
    int interest = what.wantsIn() ? SelectionKey.OP_READ : 0;
    if (what.wantsOut()) {
      interest |=
          SelectionKey.OP_WRITE | (socket.isConnectionPending() ? SelectionKey.OP_CONNECT : 0);
    }
    SelectionKey key = keys.get(socket);
    if (key != null) {
      key.interestOps(interest);
      return;
    }
    try {
      // A channel can only be registered again when its cancelled key has been processed.
      selector.selectNow(ready -> {});
      keys.put(socket, socket.register(selector, interest));
    } catch (ClosedChannelException e) {
      throw new AssertionError("a closed socket was announced", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove(SocketChannel socket) {
    SelectionKey key = keys.remove(socket);
    if (key == null) {
      throw new AssertionError("REMOVE of a socket that is not watched");
    }
    key.cancel();
  }

  void arm(long millis) {
    armed = millis >= 0;
    deadlineNanos = System.nanoTime() + millis * 1_000_000L;
  }

  void disarm() {
    armed = false;
  }

  /// One turn: waits, tells of each ready socket, then of the timer.
  ///
  /// @return the first code that is not OK
  MultiCode turn(long mostMillis) {
    long wait = mostMillis;
    if (armed) {
      long left = Math.ceilDiv(deadlineNanos - System.nanoTime(), 1_000_000L);
      wait = Math.min(wait, Math.max(0, left));
    }
    for (SelectionKey key : select(wait)) {
      SocketChannel socket = (SocketChannel) key.channel();
      if (keys.get(socket) == key) {
        Readiness readiness = readiness(key);
        MultiCode code = usesAll ? traced.socketAll() : traced.act(socket, readiness);
        if (code != MultiCode.OK) {
          return code;
        }
      }
    }
    if (armed && deadlineNanos - System.nanoTime() <= 0) {
      armed = false;
      return usesAll ? traced.socketAll() : traced.timeout();
    }
    return MultiCode.OK;
  }

  private List<SelectionKey> select(long millis) {
    List<SelectionKey> ready = new ArrayList<>();
    try {
      if (millis == 0) {
        selector.selectNow(ready::add);
      } else {
        selector.select(ready::add, millis);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ready;
  }

  private static Readiness readiness(SelectionKey key) {
    int ready = key.readyOps();
    int mask = (ready & SelectionKey.OP_READ) != 0 ? 1 : 0;
    return Readiness.of(mask | ((ready & ~SelectionKey.OP_READ) != 0 ? 2 : 0));
  }

  /// Turns until nothing runs, or a call fails.
  MultiCode run() {
    return runUntil(() -> traced.multi.running() == 0);
  }

  /// Turns until `condition`, which must come true while something runs, or a call fails.
  MultiCode runUntil(BooleanSupplier condition) {
    long end = System.nanoTime() + GIVE_UP_MILLIS * 1_000_000L;
    MultiCode code = MultiCode.OK;
    while (!condition.getAsBoolean() && code == MultiCode.OK) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("it did not happen:\n" + traced.trace);
      }
      code = turn(LONGEST_WAIT_MILLIS);
    }
    return code;
  }

  /// Keeps turning for a time, as an application with nothing else to do.
  void turnFor(long millis) {
    long end = System.nanoTime() + millis * 1_000_000L;
    for (long left = millis; left > 0; left = (end - System.nanoTime()) / 1_000_000L) {
      turn(left);
    }
  }

  @Override
  public void close() throws IOException {
    selector.close();
  }
}
