package org.sluice.app.cli;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.download.ItemView;
import org.sluice.engine.error.TransferErrorCode;

/// The exit code of one download, and its name.
///
/// @param label of curl's error or of the [ExitCode]
record EndCode(String label, int number) {
  /// That of a download that has ended so, if it is the only one.
  static EndCode of(ItemView item, RunEnd end) {
    return switch (end) {
      case SAVED, SKIPPED -> of(ExitCode.OK);
      case STOPPED -> stopped(item);
      case TIMED_OUT -> of(TransferErrorCode.OPERATION_TIMEDOUT);
      case REMOVED -> of(ExitCode.NOTHING_THERE);
    };
  }

  private static EndCode of(ExitCode code) {
    return new EndCode(code.name(), code.number());
  }

  private static EndCode of(TransferErrorCode code) {
    return new EndCode(code.name(), code.number());
  }

  private static EndCode stopped(ItemView item) {
    TransferErrorCode code = transferError(item);
    return code == null ? of(ExitCode.of(item.state(), item.standing().reason())) : of(code);
  }

  /// The error of the transfer, if that is what stopped the download; null if it is not.
  static @Nullable TransferErrorCode transferError(ItemView item) {
    return switch (item.standing().reason()) {
      case REFUSED, NOT_REACHED, BAD_REQUEST, NOT_TRUSTED, RETRY, SERVER_BUSY, NETWORK_CHANGED ->
          item.standing().code();
      case NONE,
          BY_USER,
          QUEUE_CLOSED,
          DISK_FULL,
          NEEDS_ADDRESS,
          FILE_CHANGED,
          WEB_PAGE,
          CAPTIVE_PORTAL,
          NEEDS_CREDENTIALS,
          NAME_TAKEN,
          CANNOT_WRITE,
          WRONG_CHECKSUM,
          JOURNAL_FAILED ->
          null;
    };
  }
}
