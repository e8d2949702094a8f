package org.sluice.app.words;

import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;

/// The state of a download, and its reason, in words.
public final class StateWords {
  private StateWords() {}

  /// In a few words, for a line or a table.
  public static String briefly(ItemState state, StateReason reason) {
    return reason == StateReason.NONE ? state(state) : briefly(reason);
  }

  /// The state alone.
  public static String state(ItemState state) {
    return switch (state) {
      case QUEUED -> "waits for its turn";
      case RUNNING -> "running";
      case WAITING -> "waiting";
      case VERIFYING -> "being checked";
      case PAUSED -> "paused";
      case COMPLETE -> "complete";
      case FAILED -> "failed";
    };
  }

  private static String briefly(StateReason reason) {
    return switch (reason) {
      case NONE -> "";
      case BY_USER -> "paused by you";
      case QUEUE_CLOSED -> "its queue is closed";
      case DISK_FULL -> "the disk is full";
      case NEEDS_ADDRESS -> "needs a new address";
      case FILE_CHANGED -> "the file has changed";
      case WEB_PAGE -> "a web page came";
      case CAPTIVE_PORTAL -> "the network wants a sign-in";
      case SERVER_BUSY -> "the server asked to wait";
      case RETRY -> "will be tried again";
      case NETWORK_CHANGED -> "the network has changed";
      case NEEDS_CREDENTIALS -> "needs a name and password";
      case NOT_TRUSTED -> "the server is not trusted";
      case NAME_TAKEN -> "there is such a file";
      case CANNOT_WRITE -> "cannot be written";
      case WRONG_CHECKSUM -> "wrong checksum";
      case NOT_REACHED -> "no connection";
      case REFUSED -> "the server refuses";
      case BAD_REQUEST -> "makes no sense";
      case JOURNAL_FAILED -> "the list cannot be written";
    };
  }

  /// What happened, as a sentence; for a reason that came without one of its own.
  public static String happened(StateReason reason) {
    return switch (reason) {
      case NONE -> "";
      case BY_USER -> "You paused it.";
      case QUEUE_CLOSED -> "Its queue is stopped, or outside of its hours.";
      case DISK_FULL -> "The disk is full.";
      case NEEDS_ADDRESS -> "The address has expired.";
      case FILE_CHANGED -> "The file on the server is another one than the one that was begun.";
      case WEB_PAGE -> "The server sent a web page and not the file.";
      case CAPTIVE_PORTAL -> "This network wants a sign-in before it lets anything through.";
      case SERVER_BUSY -> "The server is busy and asked to wait.";
      case RETRY -> "The connection failed; it will be tried again.";
      case NETWORK_CHANGED -> "The network is gone or has changed.";
      case NEEDS_CREDENTIALS -> "The server wants a name and a password.";
      case NOT_TRUSTED -> "The certificate of the server is not trusted.";
      case NAME_TAKEN -> "There is a file of that name already, and it was not replaced.";
      case CANNOT_WRITE -> "The file cannot be written.";
      case WRONG_CHECKSUM -> "The file does not have the checksum that it should have.";
      case NOT_REACHED -> "The server could not be reached, or every connection broke.";
      case REFUSED -> "The server refuses to send the file.";
      case BAD_REQUEST -> "The address cannot be used.";
      case JOURNAL_FAILED -> "The list of downloads cannot be written, so nothing may go on.";
    };
  }
}
