package org.sluice.engine.download;

/// What the user decides about a file that is another one on the server now.
public enum ChangedFile {
  /// Keep the old bytes and go no further: the download stays paused, its part file as it is.
  KEEP_OLD,
  /// Put the old bytes aside, beside the part file, and fetch the new file from its start.
  TAKE_NEW,
  /// Throw the old bytes away and fetch the new file from its start.
  REPLACE_OLD,
  /// Take the user's word that it is the same file: go on, and say that nothing proves it.
  CONTINUE
}
