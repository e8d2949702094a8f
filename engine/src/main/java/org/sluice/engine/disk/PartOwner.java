package org.sluice.engine.disk;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Whom a part file belongs to.
///
/// @param executor runs every answer; for a loop, `loop::post`
/// @param onFailed told once when bytes could not be written: the file takes no more, what was
///   written before can still be forced
public record PartOwner(Executor executor, Consumer<DiskFailure> onFailed) {}
