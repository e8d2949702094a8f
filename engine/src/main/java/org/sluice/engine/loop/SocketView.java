package org.sluice.engine.loop;

import java.util.List;
import org.sluice.engine.multi.Poll;

/// One watched or pooled socket at the moment of a snapshot.
///
/// @param serial its number; never used twice
/// @param peer address and port, or host and port
/// @param protocol words such as `HTTP/1.1 · TLS 1.3`, `connecting…`
/// @param poll what the engine last asked to watch it for; REMOVE for an idle pooled one
/// @param assigned what the application assigned, as text; empty for nothing
/// @param transfers numbers of the transfers that use it
/// @param bytesIn from the network, TLS overhead included
/// @param lastAction `IN`, `OUT`, `callback`, … the last thing that happened to it
/// @param lastActionNanos when
public record SocketView(
    long serial,
    String peer,
    String protocol,
    Poll poll,
    String assigned,
    List<Long> transfers,
    long bytesIn,
    long bytesOut,
    long openedNanos,
    String lastAction,
    long lastActionNanos) {}
