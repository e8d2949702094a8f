package org.sluice.engine.filter;

/// Told of each socket that a filter opens, and of each before it is closed.
public interface SocketWatcher {
  void opened(SocketFilter socket);

  /// The channel is still there; whoever watches it must stop inside this call.
  void closing(SocketFilter socket);
}
