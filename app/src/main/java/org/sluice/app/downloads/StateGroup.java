package org.sluice.app.downloads;

import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.StateReason;

/// What a download is counted as, in the side bar and by its colour.
public enum StateGroup {
  /// Works, or goes on by itself.
  ACTIVE,
  /// Waits for its turn.
  QUEUED,
  /// Waits for the user, who stopped it.
  PAUSED,
  DONE,
  /// Does not go on until the user has done something about it.
  FAILED;

  public static StateGroup of(ItemView item) {
    return switch (item.state()) {
      case QUEUED -> QUEUED;
      case RUNNING, VERIFYING, WAITING -> ACTIVE;
      case PAUSED -> paused(item.standing().reason());
      case COMPLETE -> DONE;
      case FAILED -> FAILED;
    };
  }

  private static StateGroup paused(StateReason reason) {
    return switch (reason) {
      case NONE, BY_USER -> PAUSED;
      case QUEUE_CLOSED -> QUEUED;
      case DISK_FULL, CAPTIVE_PORTAL, SERVER_BUSY, RETRY, NETWORK_CHANGED -> ACTIVE;
      case NEEDS_ADDRESS,
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
          FAILED;
    };
  }

  /// Whether pausing it means something.
  public boolean canPause() {
    return this == ACTIVE || this == QUEUED;
  }

  /// Whether resuming it means something.
  public boolean canResume() {
    return this == PAUSED || this == FAILED;
  }
}
