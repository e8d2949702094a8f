package org.sluice.app.monitor;

import org.sluice.engine.download.ItemView;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.multi.TransferState;

/// How a download, or a transfer of it, looks in the list.
public enum Phase {
  QUEUED,
  ACTIVE,
  LIMITED,
  /// Goes on by itself, at a time or when something has changed.
  WAITING,
  /// The user paused it.
  PAUSED,
  /// Goes on when the user has done something about it.
  STOPPED,
  DONE,
  FAILED;

  /// Of a whole download.
  ///
  /// @param busiest of its transfers
  static Phase of(ItemView item, TransferState busiest) {
    return switch (item.state()) {
      case QUEUED -> QUEUED;
      case RUNNING -> busiest == TransferState.RATELIMITING ? LIMITED : ACTIVE;
      case WAITING -> WAITING;
      case VERIFYING -> ACTIVE;
      case PAUSED -> paused(item.standing().reason());
      case COMPLETE -> DONE;
      case FAILED -> FAILED;
    };
  }

  /// Of one transfer of a download that runs.
  static Phase of(TransferState state) {
    return switch (state) {
      case INIT, PENDING -> QUEUED;
      case RESOLVING, CONNECTING, TLS, DO, WAITING, PERFORMING, COMPLETED -> ACTIVE;
      case RATELIMITING -> LIMITED;
      case PAUSED -> PAUSED;
    };
  }

  private static Phase paused(StateReason reason) {
    return switch (reason) {
      case NONE, BY_USER -> PAUSED;
      case QUEUE_CLOSED, DISK_FULL, CAPTIVE_PORTAL, SERVER_BUSY, RETRY, NETWORK_CHANGED -> WAITING;
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
          STOPPED;
    };
  }

  /// Whether nothing more happens until the user does something about it.
  public boolean ended() {
    return this == DONE || isBad();
  }

  /// Whether something went wrong that does not mend itself.
  boolean isBad() {
    return this == FAILED || this == STOPPED;
  }

  boolean canPause() {
    return switch (this) {
      case QUEUED, ACTIVE, LIMITED, WAITING -> true;
      case PAUSED, STOPPED, DONE, FAILED -> false;
    };
  }

  boolean canResume() {
    return switch (this) {
      case WAITING, PAUSED, STOPPED, FAILED -> true;
      case QUEUED, ACTIVE, LIMITED, DONE -> false;
    };
  }
}
