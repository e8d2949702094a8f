package org.sluice.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.sluice.app.settings.DataFolder;
import org.sluice.app.terminal.Terminal;
import org.sluice.engine.download.Downloads;
import org.sluice.engine.download.DownloadsOptions;

/// Runs `get` from its options to its exit code.
final class Get {
  private final GetOptions options;
  private final Caller caller;

  /// @param options to which there is no objection
  Get(GetOptions options, Caller caller) {
    this.options = options;
    this.caller = caller;
  }

  /// @return the exit code
  int run() throws InterruptedException {
    throw new UnsupportedOperationException();
  }
}
