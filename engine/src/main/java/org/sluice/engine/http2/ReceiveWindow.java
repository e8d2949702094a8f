package org.sluice.engine.http2;

/// What the other side may still send: of one stream, or of all together.
///
/// What was taken is given back in portions of half a window. **Source**: RFC 9113, 5.2 and 6.9.
final class ReceiveWindow {
  private int size;
  private long credit;
  private int taken;

  ReceiveWindow(int size) {
    this.size = size;
    credit = size;
  }

  int size() {
    return size;
  }

  /// `bytes` have come.
  ///
  /// @return false if they were not allowed
  boolean received(int bytes) {
    credit -= bytes;
    return credit >= 0;
  }

  /// `bytes` were taken, and hold no memory any more.
  ///
  /// @return what to give back now; 0 for nothing yet
  int taken(int bytes) {
    taken += bytes;
    if (taken < (size + 1) / 2) {
      return 0;
    }
    int back = taken;
    taken = 0;
    credit += back;
    return back;
  }

  /// Lets more be on its way from now on.
  ///
  /// @return what to give for that
  int growTo(int newSize) {
    int more = newSize - size;
    size = newSize;
    credit += more;
    return more;
  }
}
