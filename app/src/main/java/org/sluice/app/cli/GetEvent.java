package org.sluice.app.cli;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.FileResult;
import org.sluice.engine.error.TransferErrorCode;

/// What the loop tells the thread that writes to the terminal.
///
/// Each shows itself: a `switch` over these types would have to be linked at every start.
sealed interface GetEvent {
  /// Whether there is anybody to show it to.
  boolean isShown(Verbosity verbosity);

  void show(GetReport report);

  /// A transfer was added.
  record Started(long transfer, String name) implements GetEvent {
    @Override
    public boolean isShown(Verbosity verbosity) {
      return verbosity == Verbosity.BARS;
    }

    @Override
    public void show(GetReport report) {
      report.started(this);
    }
  }

  /// A file is there, or will not be.
  ///
  /// @param transfer 0 if it did not come to a transfer
  record Done(long transfer, String url, FileResult result) implements GetEvent {
    @Override
    public boolean isShown(Verbosity verbosity) {
      return verbosity != Verbosity.QUIET || !result.ok();
    }

    @Override
    public void show(GetReport report) {
      report.done(this);
    }
  }

  /// All is done.
  ///
  /// @param only the code if there was exactly one file
  /// @param listError why the list was not read to its end; null if it was
  record Ended(long ok, long failed, long bytes, TransferErrorCode only, @Nullable String listError)
      implements GetEvent {
    @Override
    public boolean isShown(Verbosity verbosity) {
      return true;
    }

    @Override
    public void show(GetReport report) {
      report.ended(this);
    }
  }
}
