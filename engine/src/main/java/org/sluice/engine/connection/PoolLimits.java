package org.sluice.engine.connection;

/// How many connections there may be.
///
/// @param perHost open to one name and port; 0 for no limit
/// @param total open in all; 0 for no limit
/// @param idle kept without a user
public record PoolLimits(int perHost, int total, int idle) {}
