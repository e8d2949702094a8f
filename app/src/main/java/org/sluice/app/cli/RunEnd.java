package org.sluice.app.cli;

import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;

/// How a download ended in a run.
enum RunEnd {
  /// The file has its name.
  SAVED,
  /// There is such a file, and it was to be left.
  SKIPPED,
  /// It does not go on without a person.
  STOPPED,
  /// It was not complete in time.
  TIMED_OUT,
  /// It was taken out of the list.
  REMOVED;

  boolean isGood() {
    return this == SAVED || this == SKIPPED;
  }

  /// Whether `item` goes on without a person, sooner or later.
  static boolean goesOn(ItemView item) {
    return switch (item.state()) {
      case QUEUED, RUNNING, WAITING, VERIFYING -> true;
      case COMPLETE, FAILED -> false;
      case PAUSED -> isPassing(item.standing().reason());
    };
  }

  /// Whether it goes away without a person.
  static boolean isPassing(StateReason reason) {
    return switch (reason) {
      case QUEUE_CLOSED, DISK_FULL, CAPTIVE_PORTAL, SERVER_BUSY, RETRY, NETWORK_CHANGED -> true;
      case NONE,
          BY_USER,
          NEEDS_ADDRESS,
          FILE_CHANGED,
          WEB_PAGE,
          NEEDS_CREDENTIALS,
          NOT_TRUSTED,
          NAME_TAKEN,
          CANNOT_WRITE,
          WRONG_CHECKSUM,
          NOT_REACHED,
          REFUSED,
          BAD_REQUEST,
          JOURNAL_FAILED ->
          false;
    };
  }

  /// The end of an item that does not go on.
  ///
  /// @param skipsExisting whether a file that is there is as good as a download
  static RunEnd of(ItemView item, boolean skipsExisting) {
    if (item.state() == ItemState.COMPLETE) {
      return SAVED;
    }
    return skipsExisting && item.standing().reason() == StateReason.NAME_TAKEN ? SKIPPED : STOPPED;
  }
}
