package org.sluice.engine.multi;

import org.jspecify.annotations.Nullable;

/// Lets one API call at a time into a multi.
///
/// **Errors**: a call from within a callback is refused with a code; a call from another thread
/// while one is under way is a fault of the program and thrown.
final class CallGuard {
  private volatile @Nullable Thread caller;
  private boolean closed;

  /// @return null if the call may go on
  @Nullable MultiCode enter() {
    Thread inside = caller;
    Thread me = Thread.currentThread();
    if (inside == me) {
      return MultiCode.RECURSIVE_API_CALL;
    }
    if (inside != null) {
      throw new IllegalStateException(
          "the multi is in a call of thread " + inside.getName() + ", not of " + me.getName());
    }
    if (closed) {
      return MultiCode.BAD_HANDLE;
    }
    caller = me;
    return null;
  }

  void leave() {
    caller = null;
  }

  void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  /// For the calls that are allowed in callbacks too.
  void checkThread() {
    Thread inside = caller;
    if (inside != null && inside != Thread.currentThread()) {
      throw new IllegalStateException("the multi is in a call of thread " + inside.getName());
    }
  }
}
