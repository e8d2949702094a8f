package org.sluice.engine.journal;

import java.io.IOException;

/// A file of the journal is not what was written there; the message says in what way.
final class DamagedException extends Exception {
  private static final long serialVersionUID = 1L;

  DamagedException(String how) {
    super(how);
  }

  DamagedException(String how, IOException cause) {
    super(how, cause);
  }

  String how() {
    return String.valueOf(getMessage());
  }
}
