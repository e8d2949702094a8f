package org.sluice.engine.request;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.sluice.engine.http.ResponseHead;

/// Where the body of a transfer goes, and its heads for those who want them.
///
/// **Threads**: called on the thread of the multi, from inside its API calls; must not wait.
/// **Errors**: an [IOException] ends the transfer with WRITE_ERROR.
public interface BodySink extends HeadSink {
  /// What a sink says to a chunk.
  enum Answer {
    /// The chunk was taken, all of it.
    TAKEN,
    /// Nothing was taken; the transfer pauses and the same chunk comes again whole after unpause.
    PAUSE
  }

  /// Takes everything and keeps nothing.
  BodySink DISCARD = chunk -> Answer.TAKEN;

  /// The head of the final response, before its body; not called for redirects that are followed.
  default void head(ResponseHead head) throws IOException {}

  /// A piece of the body, in order.
  ///
  /// @param chunk a slice of the engine's direct buffer (no copy), valid only during the call
  Answer write(ByteBuffer chunk) throws IOException;
}
