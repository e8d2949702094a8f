package org.sluice.engine.transfer;

import java.nio.ByteBuffer;
import org.sluice.engine.error.TransferException;

/// Where the bytes of a request's body go.
@FunctionalInterface
interface BodyWay {
  /// @return bytes taken from `src`; 0 if none can be taken now
  int send(ByteBuffer src) throws TransferException;

  /// Everything has been sent; where the framing of the body does not say so, this does.
  default void end() {}
}
