package org.sluice.app.cli;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.FileResult;
import org.sluice.engine.error.TransferErrorCode;

/// What the loop tells the thread that writes to the terminal.
sealed interface GetEvent {
  /// A transfer was added.
  record Started(long transfer, String name) implements GetEvent {}

  /// A file is there, or will not be.
  ///
  /// @param transfer 0 if it did not come to a transfer
  record Done(long transfer, String url, FileResult result) implements GetEvent {}

  /// All is done.
  ///
  /// @param only the code if there was exactly one file
  /// @param listError why the list was not read to its end; null if it was
  record Ended(long ok, long failed, long bytes, TransferErrorCode only, @Nullable String listError)
      implements GetEvent {}
}
