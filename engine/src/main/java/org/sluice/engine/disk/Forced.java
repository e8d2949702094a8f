package org.sluice.engine.disk;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.range.Spans;

/// What a force brought.
///
/// @param spans of the file that no power cut reaches, new since the last one; empty after a
///   failure
/// @param tookNanos the force alone, not the wait for its turn
/// @param failure null if it went well; after a failed force nothing that was not forced before can
///   be trusted, and the file has to be closed
public record Forced(Spans spans, long tookNanos, @Nullable DiskFailure failure) {}
