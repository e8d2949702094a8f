package org.sluice.engine.lab;

/// A port that the lab holds, whatever happens to those who connect to it.
interface LabPort extends AutoCloseable {
  /// The number of the port.
  int port();

  /// Gives the port back.
  @Override
  void close();
}
