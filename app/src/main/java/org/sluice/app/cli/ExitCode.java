package org.sluice.app.cli;

import org.sluice.engine.item.ItemState;
import org.sluice.engine.item.StateReason;

/// The exit codes of Sluice that are not curl's.
///
/// For a single download that failed in a way that curl knows too, the code is curl's number for it
/// (below 110).
public enum ExitCode {
  OK(0, "All is well: every file is complete."),
  FAILED(1, "Some of several failed; or something failed that has no number of its own."),
  USAGE(2, "The arguments make no sense; nothing was done."),
  BAD_ADDRESS(3, "The address is none."),
  HTTP_ERROR(22, "The server refuses: 403, 404, 410 and the like."),
  CANNOT_WRITE(23, "The file cannot be written, its name is taken, or the disk is full."),
  CANNOT_READ(26, "A file of this computer cannot be read."),
  TIME_IS_UP(28, "A time limit was met, such as `--max-time`."),
  CONNECTION(56, "The connection failed, again and again, without another number for it."),
  NOT_TRUSTED(60, "The server's certificate is not trusted."),
  LOGIN(67, "The server wants a name and a password, or others."),
  PAUSED(110, "Paused, for example in the window."),
  FILE_CHANGED(111, "The file on the server is not the one that was begun; what was here is kept."),
  NEEDS_ADDRESS(112, "The address has expired; what was here is kept."),
  WRONG_CHECKSUM(113, "The file does not hash to what it should."),
  WEB_PAGE(114, "A web page came instead of the file."),
  NOTHING_THERE(
      115, "There is nothing to go on with, or nothing of that number or name in the list."),
  LIST(116, "The list of downloads cannot be read or written."),
  INTERRUPTED(130, "Ended by Ctrl-C; what was here is kept."),
  TERMINATED(143, "Ended by the system; what was here is kept.");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  public int number() {
    return number;
  }

  /// In a sentence.
  public String meaning() {
    return meaning;
  }

  /// The code of a single download that goes no further, where curl has no number for it.
  static ExitCode of(ItemState state, StateReason reason) {
    if (state == ItemState.COMPLETE) {
      return OK;
    }
    return switch (reason) {
      case NONE -> FAILED;
      case BY_USER, QUEUE_CLOSED -> PAUSED;
      case BAD_REQUEST -> BAD_ADDRESS;
      case REFUSED -> HTTP_ERROR;
      case DISK_FULL, NAME_TAKEN, CANNOT_WRITE -> CANNOT_WRITE;
      case RETRY, NOT_REACHED, SERVER_BUSY, NETWORK_CHANGED, CAPTIVE_PORTAL -> CONNECTION;
      case NOT_TRUSTED -> NOT_TRUSTED;
      case NEEDS_CREDENTIALS -> LOGIN;
      case FILE_CHANGED -> FILE_CHANGED;
      case NEEDS_ADDRESS -> NEEDS_ADDRESS;
      case WRONG_CHECKSUM -> WRONG_CHECKSUM;
      case WEB_PAGE -> WEB_PAGE;
      case JOURNAL_FAILED -> LIST;
    };
  }
}
