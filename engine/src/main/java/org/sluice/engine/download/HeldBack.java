package org.sluice.engine.download;

/// Whether the speed of a run is set on this side, by a speed limit or a slow disk: more connections
/// bring nothing then, and one that is silent is not stalled.
///
/// A limit that the network does not reach sets no speed, so what counts is whether something was
/// kept waiting in one tick after the other.
///
/// **Threads**: confined to the loop.
final class HeldBack {
  /// So many ticks in a row with something kept waiting say that it is so.
  static final int TICKS_TO_BEGIN = 2;

  /// So many without say that it is over.
  static final int TICKS_TO_END = 8;

  private boolean is;
  private int against;

  /// @param first what is taken for true before it is known: whether there is a limit
  HeldBack(boolean first) {
    is = first;
  }

  boolean is() {
    return is;
  }

  /// @param waited whether something was kept waiting since the last tick
  /// @return whether it has changed
  boolean tick(boolean waited) {
    against = waited == is ? 0 : against + 1;
    if (against < (is ? TICKS_TO_END : TICKS_TO_BEGIN)) {
      return false;
    }
    is = !is;
    against = 0;
    return true;
  }
}
