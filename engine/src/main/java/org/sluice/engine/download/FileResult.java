package org.sluice.engine.download;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;

/// What became of a download.
///
/// @param fate what happened to the file
/// @param code how it ended; also what went wrong with the file after a transfer that was OK
/// @param sentence what happened, for a person; empty for OK
/// @param bytes written
/// @param kept the file that is there now: the target if OK, else the `.part` file; null for none
public record FileResult(
    Fate fate, TransferErrorCode code, String sentence, long bytes, @Nullable Path kept) {

  /// What happened to the file.
  public enum Fate {
    /// It is complete and has its name.
    SAVED,
    /// There is a file of that name, which may not be overwritten.
    NAME_TAKEN,
    /// It is not complete, or could not be written.
    FAILED
  }

  public boolean ok() {
    return fate == Fate.SAVED;
  }
}
