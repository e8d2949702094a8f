package org.sluice.engine.segment;

/// How many bytes there were at a time.
///
/// @param nanos the time
/// @param bytes a position in the file, or all bytes since the plan began
public record Sample(long nanos, long bytes) {}
