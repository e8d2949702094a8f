package org.sluice.engine.transfer;

import org.sluice.engine.error.TransferException;
import org.sluice.engine.http2.StreamFailure;
import org.sluice.engine.request.HttpVersionChoice;

/// How often a hop was tried, whether it may be tried once more behind the application's back, and what
/// earlier tries have taught about the server.
///
/// **Source**: RFC 9112, 9.3.1: a kept connection may die at any time; RFC 9113, 8.7: what the server
/// has not looked at may be asked again; RFC 9110, 15.5.20: a misdirected request wants another
/// connection. **Limits**: [#MOST].
final class HopTries {
  /// As libcurl.
  private static final int MOST = 5;

  private int retries;
  private boolean fresh;
  private boolean shared;
  private boolean needsHttp1;
  private boolean needsHttp10;
  private boolean misdirected;

  void hopStarts() {
    fresh = misdirected;
    misdirected = false;
    retries = 0;
  }

  /// The next try has to be on a connection that nobody used before.
  boolean wantsFresh() {
    return fresh;
  }

  HttpVersionChoice version(HttpVersionChoice wished) {
    return needsHttp1 ? HttpVersionChoice.HTTP_1_1 : wished;
  }

  /// @param reused whether others have used the connection before
  void connectionIs(boolean reused) {
    shared = reused;
  }

  boolean wasShared() {
    return shared;
  }

  boolean needsHttp10() {
    return needsHttp10;
  }

  void sawHttp10() {
    needsHttp10 = true;
  }

  /// The answer says that the connection leads to the wrong server; the next hop is the same again.
  void misdirected(boolean value) {
    misdirected = value;
  }

  /// It is tried once more.
  ///
  /// @param freshConnection whether on a connection of its own
  void again(boolean freshConnection) {
    fresh = freshConnection;
    retries++;
  }

  /// Whether a request may go out again that had the connection for itself.
  ///
  /// @param repeatable whether its body can be sent from its beginning
  boolean mayRetry(TransferException e, boolean reused, boolean answered, boolean repeatable) {
    return reused
        && !fresh
        && !answered
        && repeatable
        && switch (e.code()) {
          case SEND_ERROR, RECV_ERROR, GOT_NOTHING -> true;
          default -> false;
        };
  }

  /// Whether a request may go out again that was a stream of a shared connection; learns from why it
  /// ended.
  boolean mayRetry(StreamFailure.Kind why, boolean answered, boolean repeatable) {
    if (answered || retries >= MOST || !repeatable) {
      return false;
    }
    return switch (why) {
      case UNPROCESSED -> true;
      case NEEDS_HTTP1 -> {
        needsHttp1 = true;
        yield true;
      }
      case CUT -> shared && retries == 0;
      case BROKEN -> false;
    };
  }
}
