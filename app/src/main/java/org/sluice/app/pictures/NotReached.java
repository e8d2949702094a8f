package org.sluice.app.pictures;

/// What was to be seen did not come; the message says what was waited for.
final class NotReached extends Exception {
  private static final long serialVersionUID = 1L;

  NotReached(String what) {
    super(what);
  }
}
