package org.sluice.engine.connection;

import org.sluice.engine.request.Http2Limits;

/// How many connections there may be.
///
/// @param perHost open to one name and port; 0 for no limit
/// @param total open in all; 0 for no limit
/// @param idle kept without a user
/// @param streams transfers that share one connection of HTTP/2
/// @param http2 what such a connection may cost
public record PoolLimits(int perHost, int total, int idle, int streams, Http2Limits http2) {}
