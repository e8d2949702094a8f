package org.sluice.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.FileWish;
import org.sluice.engine.item.FileWish.IfExists;
import org.sluice.engine.item.FileWish.Preallocation;

/// Where files go and what they are like.
///
/// @param directory for files whose path is not absolute
/// @param serverTime whether a file gets the time that the server says
/// @param webMark whether it is marked as coming from the internet
record GetFiles(
    Path directory,
    Existing existing,
    Preallocation preallocation,
    boolean serverTime,
    boolean webMark) {
  /// What to do about a file of the same name.
  enum Existing {
    /// Fail, and say how it can go on.
    REFUSE,
    /// Leave it, and take it as done.
    SKIP,
    /// Replace it when the new one is complete.
    OVERWRITE,
    /// Take another name: `name (1).ext`.
    NUMBER
  }

  static final GetFiles DEFAULT =
      new GetFiles(Path.of(""), Existing.REFUSE, Preallocation.SPARSE, false, true);

  GetFiles directory(Path value) {
    return new GetFiles(value, existing, preallocation, serverTime, webMark);
  }

  GetFiles existing(Existing value) {
    return new GetFiles(directory, value, preallocation, serverTime, webMark);
  }

  /// The wish for one file.
  ///
  /// @param folder absolute
  /// @param name null to take it from the server or the address
  FileWish wish(Path folder, @Nullable String name) {
    IfExists ifExists =
        switch (existing) {
          case REFUSE, SKIP -> IfExists.REFUSE;
          case OVERWRITE -> IfExists.OVERWRITE;
          case NUMBER -> IfExists.NUMBER;
        };
    return new FileWish(folder, name, ifExists, preallocation, serverTime, webMark);
  }
}
