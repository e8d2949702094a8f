package org.sluice.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemState;

/// Notices that nothing goes on because everything waits for its turn, and says why: once for each
/// reason.
///
/// **Threads**: one at a time.
final class HeldWords {
  /// A wait that is shorter is not worth a word.
  private static final Duration SHORT = Duration.ofSeconds(2);

  private String why = "";
  private @Nullable Instant since;

  HeldWords() {}

  /// What is to be said now; null for nothing.
  ///
  /// @param items all that have not ended
  @Nullable String of(List<ItemView> items, Instant now) {
    boolean held =
        !items.isEmpty()
            && items.stream()
                .allMatch(item -> item.state() == ItemState.QUEUED && !item.why().isEmpty());
    String reason = held ? items.getFirst().why().getFirst() : "";
    if (!reason.equals(why)) {
      why = reason;
      since = now;
      return null;
    }
    if (reason.isEmpty() || since == null || now.isBefore(since.plus(SHORT))) {
      return null;
    }
    since = null;
    return reason + ". Nothing is downloaded meanwhile.";
  }
}
