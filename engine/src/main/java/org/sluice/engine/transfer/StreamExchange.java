package org.sluice.engine.transfer;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.connection.Http2Link;
import org.sluice.engine.http2.Http2Stream;
import org.sluice.engine.http2.RequestFieldList;
import org.sluice.engine.http2.StreamFailure;
import org.sluice.engine.http2.StreamOrder;

/// One request and its answer on a connection of HTTP/2 that others share.
///
/// **Threads**: confined to the thread of its multi.
final class StreamExchange implements BodyWay {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final Http2Link link;
  private final Http2Stream stream;

  /// @param bare whether nothing follows the head
  /// @param headRequest whether the answer has no body, whatever it says
  /// @param onEvent the transfer has something to do
  StreamExchange(
      Http2Link link,
      OutgoingRequest request,
      boolean bare,
      boolean headRequest,
      Runnable onEvent) {
    this.link = link;
    stream =
        link.open(
            new StreamOrder(
                RequestFieldList.of(
                    request.method(),
                    request.scheme(),
                    request.authority(),
                    request.target(),
                    request.fields()),
                bare,
                headRequest,
                onEvent));
  }

  Http2Link link() {
    return link;
  }

  Http2Stream stream() {
    return stream;
  }

  /// Whether something waits that the transfer would take now.
  boolean hasNewsFor(@Nullable Response response, boolean paused) {
    return response != null
        && !response.ended()
        && !paused
        && stream.hasNews()
        && stream.allowed() > 0;
  }

  /// What may be done about its early end.
  StreamFailure.Kind reasonToRetry() {
    StreamFailure failure = stream.failure();
    return failure == null ? StreamFailure.Kind.BROKEN : failure.kind();
  }

  @Override
  public int send(ByteBuffer src) {
    int before = src.remaining();
    stream.send(src, false);
    link.flush();
    return before - src.remaining();
  }

  @Override
  public void end() {
    stream.send(NOTHING.duplicate(), true);
    link.flush();
  }

  /// The transfer needs it no more, whatever is still to come.
  void leave() {
    stream.cancel();
    link.flush();
  }
}
