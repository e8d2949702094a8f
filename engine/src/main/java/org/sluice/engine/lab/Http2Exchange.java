package org.sluice.engine.lab;

import java.io.IOException;
import java.net.Socket;
import org.eclipse.jetty.http2.ErrorCode;

/// What a route may do to its connection, done to one stream instead.
final class Http2Exchange extends Connection {
  private final Http2Reply reply;

  Http2Exchange(LabServer lab, LabRequest request, Socket raw, Socket stream, Http2Reply reply)
      throws IOException {
    super(lab, request.origin(), request.connection(), raw, stream);
    this.reply = reply;
  }

  @Override
  boolean lastExchange() {
    return false;
  }

  @Override
  void closeAfterExchange() {
    // The stream ends anyway.
  }

  @Override
  void closeOnNextRequest() {
    // There is no next one on a stream.
  }

  @Override
  void closeWhenIdle(int millis) {
    // The connection is for others too.
  }

  @Override
  void holdUntilClientCloses() throws IOException {
    reply.holdUntilGone();
  }

  @Override
  void cut() throws IOException {
    reply.closeConnection();
  }

  @Override
  void reset() {
    reply.breakOff(ErrorCode.INTERNAL_ERROR);
  }
}
