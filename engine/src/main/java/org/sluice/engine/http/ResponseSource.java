package org.sluice.engine.http;

import java.nio.ByteBuffer;
import org.sluice.engine.error.TransferException;

/// Where the events of one response come from, whatever HTTP it is in.
///
/// Ask [#next] until it says MORE; each HEAD and BODY is to be fetched before the next call.
public interface ResponseSource {
  /// What was found.
  enum Event {
    /// More bytes are needed.
    MORE,
    /// [ResponseSource#head] is ready; may come several times (1xx).
    HEAD,
    /// [ResponseSource#body] is ready.
    BODY,
    /// The response is complete.
    END,
    /// The connection ended before the response did.
    EARLY_EOF
  }

  /// Goes on to the next event.
  ///
  /// @param input bytes of the connection, where it carries nothing else
  Event next(ByteBuffer input) throws TransferException;

  /// The connection has ended: END if that ends the body, EARLY_EOF if not.
  Event eof() throws TransferException;

  /// The head of the last HEAD event.
  ResponseHead head();

  /// The text of the last HEAD event's head, from the status line to the empty line, one character
  /// for each byte; as it came, where it came as text.
  String headText();

  /// As much as was understood of a head that failed or broke off; empty for nothing.
  default String brokenHead() {
    return "";
  }

  /// The fields that came behind the body.
  Headers trailers();

  /// The chunk of the last BODY event; taken, so that there can be a next one.
  ByteBuffer body();

  /// Whether anything of an answer was understood.
  boolean started();

  /// Whether the body has no end of its own but that of the connection.
  boolean endsWithConnection();

  /// Whether everything so far kept to the rules, so that the connection may carry another answer.
  default boolean orderly() {
    return true;
  }
}
