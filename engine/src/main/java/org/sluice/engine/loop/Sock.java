package org.sluice.engine.loop;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// What the loop keeps of one socket, and assigns to it.
final class Sock {
  final SocketChannel channel;
  final long serial;
  final long openedNanos;
  @Nullable SelectionKey key;

  /// Whether the engine wants it watched now.
  boolean watched;

  String lastAction = "open";
  long lastActionNanos;

  Sock(SocketChannel channel, long serial, long openedNanos) {
    this.channel = channel;
    this.serial = serial;
    this.openedNanos = openedNanos;
    lastActionNanos = openedNanos;
  }

  void acted(String action, long nanos) {
    lastAction = action;
    lastActionNanos = nanos;
  }

  @Override
  public String toString() {
    return "Sock#" + serial;
  }
}
