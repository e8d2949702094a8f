package org.sluice.engine.connection;

import org.sluice.engine.request.HttpVersionChoice;

/// What a transfer wants of a connection.
///
/// @param fresh none that another transfer has used
/// @param pipeWait wait for one that is being opened, if it may turn out to take several transfers
public record Wish(Origin origin, HttpVersionChoice http, boolean fresh, boolean pipeWait) {
  /// Whether a new connection may turn out to speak HTTP/2.
  boolean mayGetHttp2() {
    return !(origin.via() instanceof Via.Forward)
        && (origin.secure()
            ? http.allowsHttp2()
            : http == HttpVersionChoice.HTTP_2_PRIOR_KNOWLEDGE);
  }

  /// Whether `connection`, which is connected, would do.
  ///
  /// As with libcurl, prior knowledge is about servers without TLS; with it, both sides negotiate.
  boolean takes(Connection connection) {
    if (!connection.origin().equals(origin)) {
      return false;
    }
    return connection.http2() == null
        ? http.allowsHttp1() || origin.secure() || origin.via() instanceof Via.Forward
        : http.allowsHttp2();
  }
}
