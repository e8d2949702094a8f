package org.sluice.app.curl.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.request.BodySource;

/// A body that tells of each piece of it that is sent.
///
/// @param onPiece given a view of the bytes, on the thread that reads them
record WatchedBody(BodySource body, Consumer<ByteBuffer> onPiece) implements BodySource {
  @Override
  public long lengthBytes() {
    return body.lengthBytes();
  }

  @Override
  public boolean repeatable() {
    return body.repeatable();
  }

  @Override
  public @Nullable String contentType() {
    return body.contentType();
  }

  @Override
  public Feed open(Runnable onReady) throws IOException {
    Feed feed = body.open(onReady);
    return new Feed() {
      @Override
      public int read(ByteBuffer into) throws IOException {
        int from = into.position();
        int n = feed.read(into);
        if (n > 0) {
          onPiece.accept(into.slice(from, n).asReadOnlyBuffer());
        }
        return n;
      }

      @Override
      public void close() {
        feed.close();
      }
    };
  }
}
