package org.sluice.engine.disk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.FileWish.IfExists;

/// How a complete file is to be ended.
///
/// @param lengthBytes that it must have; room behind it is cut off
/// @param ifExists what to do if its name was taken in the meantime
/// @param webMark null for none
/// @param serverTime of its last change; null to leave the time of now
public record FinishOrder(
    long lengthBytes, IfExists ifExists, @Nullable WebMark webMark, @Nullable Instant serverTime) {
  public FinishOrder {
    if (lengthBytes < 0) {
      throw new IllegalArgumentException("not a length: " + lengthBytes);
    }
  }
}
