package org.sluice.engine.download;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;

/// In which state a run leaves its item, and why.
///
/// @param sentence for a person
/// @param until when it goes on by itself; null if not by time
record Ending(ItemState state, StateReason reason, String sentence, @Nullable Instant until) {

  static Ending paused(StateReason reason, String sentence) {
    return new Ending(ItemState.PAUSED, reason, sentence, null);
  }

  static Ending failed(StateReason reason, String sentence) {
    return new Ending(ItemState.FAILED, reason, sentence, null);
  }

  static Ending waiting(StateReason reason, String sentence, Instant until) {
    return new Ending(ItemState.WAITING, reason, sentence, until);
  }

  static Ending queued(String sentence) {
    return new Ending(ItemState.QUEUED, StateReason.NONE, sentence, null);
  }

  static Ending complete(String sentence) {
    return new Ending(ItemState.COMPLETE, StateReason.NONE, sentence, null);
  }
}
