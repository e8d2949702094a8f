package org.sluice.app.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Where a run takes its downloads from, one after the other.
///
/// **Threads**: the main thread.
@FunctionalInterface
interface RunSource {
  /// The next one; null after the last.
  ///
  /// @throws IOException if it cannot be told what the next one is; there is none after it
  @Nullable Order next() throws IOException, InterruptedException;
}
