package org.sluice.engine.multi;

import java.nio.channels.SocketChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One open socket of a multi, as a monitor wants to see it.
///
/// @param serial its number; never used twice by its multi
/// @param peer address and port
/// @param protocol in words; empty for an idle one
/// @param poll last reported; REMOVE where it is not announced
/// @param socketp what was assigned
/// @param transfers numbers of its users
/// @param bytesIn from the network, TLS overhead included
public record SocketInfo(
    long serial,
    SocketChannel channel,
    String peer,
    String protocol,
    Poll poll,
    @Nullable Object socketp,
    List<Long> transfers,
    long bytesIn,
    long bytesOut) {}
