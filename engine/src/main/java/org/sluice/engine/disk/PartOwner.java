package org.sluice.engine.disk;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Whom a part file belongs to.
///
/// @param executor runs every answer; for a loop, `loop::post`
/// @param onFailed told once when bytes could not be written: the file takes no more, what was
///   written before can still be forced
/// @param announcer told of a new file before it is made
public record PartOwner(Executor executor, Consumer<DiskFailure> onFailed, Announcer announcer) {
  /// One who does not remember the names of its files.
  public PartOwner(Executor executor, Consumer<DiskFailure> onFailed) {
    this(executor, onFailed, Announcer.NONE);
  }
}
