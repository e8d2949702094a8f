package org.sluice.engine.journal;

import org.jspecify.annotations.Nullable;

/// Why the journal could not do something.
///
/// @param sentence for a person: what happened, what was kept, what to do; has no address and no secret
///   in it
/// @param cause null if nothing was thrown
public record JournalFailure(Kind kind, String sentence, @Nullable Throwable cause) {

  /// What it was.
  public enum Kind {
    /// No room; what was committed is safe. The same post may work later.
    DISK_FULL,
    /// Another process has the journal.
    IN_USE,
    /// The folder or its files cannot be read or written.
    NO_ACCESS,
    /// The disk, or the system, reports an error.
    IO_ERROR,
    /// The journal was found damaged while in use; the next opening mends it.
    DAMAGED,
    /// A newer Sluice wrote it.
    NEWER_SCHEMA,
    /// A change of an item that is not in the list.
    UNKNOWN_ITEM,
    /// An item is added under a number that is taken.
    DUPLICATE_ITEM,
    /// A change is longer than a sane one can be.
    TOO_LARGE,
    /// A change has something in it that cannot be: a fault of the program.
    SENSELESS,
    /// The journal is closed.
    CLOSED
  }
}
