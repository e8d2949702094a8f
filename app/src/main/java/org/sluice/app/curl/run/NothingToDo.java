package org.sluice.app.curl.run;

/// An operation whose transfers are left out, all of them, as a file for its ETag cannot be made.
final class NothingToDo extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
