package org.sluice.engine.transfer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// How far a transfer came when, and between which two ends.
///
/// **Units**: nanoseconds since its start; 0 for what has not come to pass. **Threads**: confined to
/// the thread of its multi. **Source**: curl_easy_getinfo(3), "TIMES".
public final class Stages {
  private long startNanos;
  private long lookupNanos;
  private long connectNanos;
  private long tlsNanos;
  private long requestNanos;
  private long answerNanos;
  private long redirectNanos;
  private @Nullable InetSocketAddress local;
  private @Nullable InetSocketAddress remote;

  void starts(long nowNanos) {
    startNanos = nowNanos;
  }

  void lookedUp(long nowNanos) {
    lookupNanos = since(nowNanos);
  }

  /// The socket is connected; TLS may follow.
  void connected(@Nullable SocketChannel channel, long nowNanos) {
    if (connectNanos == 0) {
      connectNanos = since(nowNanos);
    }
    ends(channel);
  }

  void secured(long nowNanos) {
    tlsNanos = since(nowNanos);
  }

  /// It goes over this socket, new or old.
  void ends(@Nullable SocketChannel channel) {
    try {
      if (channel != null && channel.isOpen()) {
        local = channel.getLocalAddress() instanceof InetSocketAddress at ? at : null;
        remote = channel.getRemoteAddress() instanceof InetSocketAddress at ? at : null;
      }
    } catch (IOException e) {
      // A socket that has just died has no ends to tell of; the transfer will see for itself.
      remote = null;
    }
  }

  void asked(long nowNanos) {
    requestNanos = since(nowNanos);
    answerNanos = 0;
  }

  void answered(long nowNanos) {
    if (answerNanos == 0) {
      answerNanos = since(nowNanos);
    }
  }

  /// Another hop begins.
  void goesOn(long nowNanos) {
    redirectNanos = since(nowNanos);
  }

  private long since(long nowNanos) {
    return Math.max(1, nowNanos - startNanos);
  }

  public long lookupNanos() {
    return lookupNanos;
  }

  public long connectNanos() {
    return connectNanos;
  }

  public long tlsNanos() {
    return tlsNanos;
  }

  public long requestNanos() {
    return requestNanos;
  }

  public long answerNanos() {
    return answerNanos;
  }

  public long redirectNanos() {
    return redirectNanos;
  }

  public @Nullable InetSocketAddress local() {
    return local;
  }

  public @Nullable InetSocketAddress remote() {
    return remote;
  }
}
