package org.sluice.engine.journal;

import org.jspecify.annotations.Nullable;

/// Pages of a database file by their numbers, which begin at 1.
interface PageImages {
  /// @return [Database#PAGE_BYTES] bytes; null if the page cannot be had
  byte @Nullable [] page(long number);
}
