package org.sluice.engine.transfer;

import org.sluice.engine.buffer.SharedBuffers;
import org.sluice.engine.connection.ConnectionPool;
import org.sluice.engine.dns.Resolver;
import org.sluice.engine.filter.SocketWatcher;
import org.sluice.engine.filter.TlsContexts;

/// What all transfers of one multi share.
///
/// @param wakes what other threads hand over
/// @param pollsResolver whether a transfer must look for its name's answer from time to time, as
///   nobody wakes the application
public record Workshop(
    ConnectionPool pool,
    Resolver resolver,
    TlsContexts tls,
    SharedBuffers buffers,
    SocketWatcher watcher,
    Wakes wakes,
    boolean pollsResolver) {}
