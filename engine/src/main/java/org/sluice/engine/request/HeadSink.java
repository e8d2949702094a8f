package org.sluice.engine.request;

import java.io.IOException;
import org.sluice.engine.http.Headers;
import org.sluice.engine.http.ResponseHead;

/// Where all heads of a transfer go, those in between too: what `curl -v`, `-i` and `-D` show.
///
/// **Threads**: called on the thread of the multi, from inside its API calls; must not wait.
/// **Errors**: an [IOException] ends the transfer with WRITE_ERROR.
public interface HeadSink {
  /// The head of a request, as it was sent.
  ///
  /// @param text from the request line to the empty line, one character for each byte. It has
  ///   secrets in it
  default void requestSent(String text) throws IOException {}

  /// The head of any answer, before it is judged.
  ///
  /// @param text from the status line to the empty line as they came, one character for each byte
  default void received(HeadKind kind, ResponseHead head, String text) throws IOException {}

  /// As much as was understood of a head that broke off; the transfer fails.
  ///
  /// @param text whole lines, one character for each byte
  default void brokenHead(String text) throws IOException {}

  /// The fields behind a chunked body; not called if there are none.
  default void trailers(Headers trailers) throws IOException {}
}
