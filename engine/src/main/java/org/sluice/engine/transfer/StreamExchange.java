package org.sluice.engine.transfer;

import org.sluice.engine.connection.Http2Link;
import org.sluice.engine.http2.Http2Stream;
import org.sluice.engine.http2.RequestFieldList;
import org.sluice.engine.http2.StreamFailure;
import org.sluice.engine.http2.StreamOrder;

/// One request and its answer on a connection of HTTP/2 that others share.
///
/// **Threads**: confined to the thread of its multi.
final class StreamExchange {
  private final Http2Link link;
  private final Http2Stream stream;

  /// @param onEvent the transfer has something to do
  StreamExchange(Http2Link link, OutgoingRequest request, boolean headRequest, Runnable onEvent) {
    this.link = link;
    stream =
        link.open(
            new StreamOrder(
                RequestFieldList.of(
                    request.method(),
                    request.scheme(),
                    request.authority(),
                    request.target(),
                    request.own(),
                    request.users()),
                true,
                headRequest,
                onEvent));
  }

  Http2Link link() {
    return link;
  }

  Http2Stream stream() {
    return stream;
  }

  /// Why it ended early, as far as that is a reason to try again; null if it is none.
  StreamFailure.Kind reasonToRetry() {
    StreamFailure failure = stream.failure();
    return failure == null ? StreamFailure.Kind.BROKEN : failure.kind();
  }

  /// The transfer needs it no more, whatever is still to come.
  void leave() {
    stream.cancel();
    link.flush();
  }
}
