package org.sluice.app.downloads;

import org.jspecify.annotations.Nullable;
import org.sluice.app.tape.Attempt;
import org.sluice.engine.item.ItemId;

/// Where it is found what was said and done for a transfer.
@FunctionalInterface
public interface AttemptSource {
  /// @return null if nothing is known of it, or no longer
  @Nullable Attempt find(ItemId item, long transfer);
}
