package org.sluice.engine.rate;

/// What sets the speed of a download.
public enum Flow {
  /// The network and the server.
  RUNNING,
  /// A speed limit of the user.
  LIMITED,
  /// Nothing is to come.
  PAUSED
}
