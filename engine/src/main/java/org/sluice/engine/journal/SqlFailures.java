package org.sluice.engine.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.sluice.engine.journal.JournalFailure.Kind;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What an error of SQLite means for the journal.
///
/// **Source**: sqlite.org/rescode.html.
final class SqlFailures {
  private static final int PRIMARY = 0xff;

  /// Errors of reading: the file is there and may be opened, but does not give what was written.
  private static final Set<SQLiteErrorCode> UNREADABLE =
      EnumSet.of(
          SQLiteErrorCode.SQLITE_IOERR_READ,
          SQLiteErrorCode.SQLITE_IOERR_SHORT_READ,
          SQLiteErrorCode.SQLITE_IOERR_CORRUPTFS,
          SQLiteErrorCode.SQLITE_IOERR_DATA);

  private SqlFailures() {}

  /// @param what the journal was about to do, as in "The journal could not …"
  static JournalFailure of(SQLException e, String what) {
    return of(kind(e), e, what);
  }

  /// The same where something was to be written: SQLite knows ENOSPC as a full disk, but not EDQUOT and
  /// EFBIG.
  static JournalFailure of(SQLException e, String what, Path folder) {
    Kind kind = kind(e);
    return of(kind == Kind.IO_ERROR && IoFailures.isFull(folder) ? Kind.DISK_FULL : kind, e, what);
  }

  static JournalFailure damaged(DamagedException e, String what) {
    return of(Kind.DAMAGED, e, what);
  }

  /// Whether more room on the disk may help.
  static boolean mayBeRoom(SQLException e) {
    Kind kind = kind(e);
    return kind == Kind.DISK_FULL || kind == Kind.IO_ERROR;
  }

  private static JournalFailure of(Kind kind, Exception e, String what) {
    return new JournalFailure(kind, "The journal could not " + what + ": " + words(kind, e), e);
  }

  static Kind kind(SQLException e) {
    if (!(e instanceof SQLiteException sqlite)) {
      return Kind.IO_ERROR;
    }
    SQLiteErrorCode code = sqlite.getResultCode();
    if (UNREADABLE.contains(code)) {
      return Kind.DAMAGED;
    }
    int primary = code.code & PRIMARY;
    if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
      return Kind.DISK_FULL;
    }
    if (primary == SQLiteErrorCode.SQLITE_BUSY.code
        || primary == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return Kind.IN_USE;
    }
    if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code
        || primary == SQLiteErrorCode.SQLITE_NOTADB.code
        || primary == SQLiteErrorCode.SQLITE_FORMAT.code
        || primary == SQLiteErrorCode.SQLITE_ERROR.code) { // a table that is not there
      return Kind.DAMAGED;
    }
    if (primary == SQLiteErrorCode.SQLITE_CANTOPEN.code
        || primary == SQLiteErrorCode.SQLITE_PERM.code
        || primary == SQLiteErrorCode.SQLITE_AUTH.code
        || primary == SQLiteErrorCode.SQLITE_READONLY.code) {
      return Kind.NO_ACCESS;
    }
    return Kind.IO_ERROR;
  }

  private static String words(Kind kind, Exception e) {
    return switch (kind) {
      case DISK_FULL -> "the disk is full. What was committed is safe; make room, and it goes on.";
      case IN_USE -> "another program has it open. Close that one and try again.";
      case NO_ACCESS -> "its folder or files may not be written. Correct their permissions.";
      case DAMAGED -> "it is damaged. It is mended at the next start; nothing is thrown away.";
      case IO_ERROR, NEWER_SCHEMA, UNKNOWN_ITEM, DUPLICATE_ITEM, TOO_LARGE, SENSELESS, CLOSED ->
          "the system reports an error (" + name(e) + "). What was committed before is safe.";
    };
  }

  private static String name(Exception e) {
    return e instanceof SQLiteException sqlite
        ? sqlite.getResultCode().name()
        : e.getClass().getSimpleName();
  }
}
