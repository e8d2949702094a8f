package org.sluice.engine.journal;

import java.util.List;
import java.util.function.Consumer;

/// Changes that wait to be committed together, and whom to tell.
record Post(List<JournalChange> changes, Runnable onCommitted, Consumer<JournalFailure> onFailed) {
  Post {
    changes = List.copyOf(changes);
  }
}
