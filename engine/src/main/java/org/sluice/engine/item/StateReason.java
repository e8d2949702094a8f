package org.sluice.engine.item;

/// Why a download is in the state that it is in.
public enum StateReason {
  /// Nothing needs to be said.
  NONE,
  /// The user paused it.
  BY_USER,
  /// Its queue is stopped, or outside of its hours.
  QUEUE_CLOSED,
  /// The volume is full; it goes on by itself when there is room.
  DISK_FULL,
  /// The address has expired; a new one continues the same file.
  NEEDS_ADDRESS,
  /// The file on the server is another one now; the old bytes are kept until the user decides.
  FILE_CHANGED,
  /// A web page came where a file was expected.
  WEB_PAGE,
  /// A network wants a sign-in before it lets anything through.
  CAPTIVE_PORTAL,
  /// The server asked to wait (Retry-After).
  SERVER_BUSY,
  /// It will be tried again.
  RETRY,
  /// A network that was there is gone or has changed.
  NETWORK_CHANGED,
  /// A name or password is wanted.
  NEEDS_CREDENTIALS,
  /// The certificate is not trusted.
  NOT_TRUSTED,
  /// A file of that name may not be replaced.
  NAME_TAKEN,
  /// The file cannot be written for another reason than a full disk.
  CANNOT_WRITE,
  /// The finished file does not hash to what was given.
  WRONG_CHECKSUM,
  /// No connection came about, or each broke, until the tries were used up.
  NOT_REACHED,
  /// The server refuses for good, or does not speak HTTP.
  REFUSED,
  /// The request makes no sense: not an address, a scheme that is not spoken.
  BAD_REQUEST,
  /// The journal could not be written, so nothing may go on.
  JOURNAL_FAILED
}
