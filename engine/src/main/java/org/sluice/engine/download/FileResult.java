package org.sluice.engine.download;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;

/// What became of a download.
///
/// @param code how it ended; also what went wrong with the file after a transfer that was OK
/// @param sentence what happened, for a person; empty for OK
/// @param bytes written
/// @param kept the file that is there now: the target if OK, else the `.part` file; null for none
public record FileResult(TransferErrorCode code, String sentence, long bytes, @Nullable Path kept) {

  public boolean ok() {
    return code == TransferErrorCode.OK;
  }
}
