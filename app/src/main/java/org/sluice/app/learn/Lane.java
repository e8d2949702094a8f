package org.sluice.app.learn;

/// The three who talk, from left to right.
enum Lane {
  APPLICATION,
  MULTI,
  SOCKETS;

  /// Its name over its line.
  String title() {
    return LearnWords.text("lane." + name());
  }
}
