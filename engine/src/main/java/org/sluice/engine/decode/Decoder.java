package org.sluice.engine.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// One coding: packed bytes in, unpacked bytes out, a piece at a time.
///
/// **Errors**: an [IOException] says in words what is wrong with the bytes.
interface Decoder extends AutoCloseable {
  /// How much one piece of output has at most.
  int PIECE_BYTES = 64 * 1024;

  /// Gives more input; only after [#next] has said that there is no more output.
  ///
  /// @param input read during later calls of [#next]
  void feed(ByteBuffer input);

  /// The next piece, valid until the next call; null if more input is needed.
  @Nullable ByteBuffer next() throws IOException;

  /// Whether the input may end here.
  boolean complete();

  /// Lets go of what it holds outside of Java.
  @Override
  void close();
}
