package org.sluice.engine.http1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.error.TransferErrorCode;
import org.sluice.engine.error.TransferException;
import org.sluice.engine.http.Headers;

/// Takes the chunks off a body as curl does: a line may end in LF alone.
///
/// **Errors**: RECV_ERROR, and WEIRD_SERVER_REPLY for trailers, as curl's. **Limits**: those of a head, for the trailers and for what
/// stands behind a size. **Source**: RFC 9112, 7.1.
final class LaxChunks {
  /// Digits of a size.
  private static final int MOST_DIGITS = 16;

  private enum State {
    SIZE,
    /// Behind the digits, up to the end of the line.
    EXTENSION,
    DATA,
    /// The line that ends a chunk.
    DATA_END,
    TRAILERS,
    DONE
  }

  private final Http1Limits limits;
  private final List<Headers.Field> trailers = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private State state = State.SIZE;
  private int digits;
  private long left;
  private int spentBytes;
  private int last;
  private boolean orderly = true;

  LaxChunks(Http1Limits limits) {
    this.limits = limits;
  }

  boolean done() {
    return state == State.DONE;
  }

  /// Whether every line ended as it must.
  boolean orderly() {
    return orderly;
  }

  List<Headers.Field> trailers() {
    return trailers;
  }

  /// The next piece of the body, a slice of `input`; null if more input is needed, or it is done.
  @Nullable ByteBuffer next(ByteBuffer input) throws TransferException {
    while (input.hasRemaining() && state != State.DONE) {
      if (state == State.DATA) {
        int n = (int) Math.min(left, input.remaining());
        ByteBuffer piece = input.slice(input.position(), n);
        input.position(input.position() + n);
        left -= n;
        if (left == 0) {
          state = State.DATA_END;
          last = 0;
        }
        return piece;
      }
      take(input.get() & 0xff);
    }
    return null;
  }

  private void take(int c) throws TransferException {
    switch (state) {
      case SIZE -> size(c);
      case EXTENSION -> extension(c);
      case DATA_END -> dataEnd(c);
      case TRAILERS -> trailer(c);
      case DATA, DONE -> throw new IllegalStateException("no framing in " + state);
    }
    last = c;
  }

  private void size(int c) throws TransferException {
    int digit = Character.digit(c, 16);
    if (digit >= 0) {
      if (++digits > MOST_DIGITS || left > Long.MAX_VALUE >> 4) {
        throw bad("The size of a chunk is too large");
      }
      left = left << 4 | digit;
    } else if (digits == 0) {
      throw bad("A chunk has no size");
    } else {
      state = State.EXTENSION;
      last = 0;
      extension(c);
    }
  }

  private void extension(int c) throws TransferException {
    if (c != '\n') {
      orderly &= last != '\r';
      spend();
      return;
    }
    orderly &= last == '\r';
    digits = 0;
    state = left == 0 ? State.TRAILERS : State.DATA;
  }

  private void dataEnd(int c) throws TransferException {
    if (c == '\n') {
      orderly &= last == '\r';
      state = State.SIZE;
      spentBytes = 0;
    } else if (c == '\r') {
      orderly &= last != '\r';
      spend();
    } else {
      throw bad("A chunk is longer than its size");
    }
  }

  private void trailer(int c) throws TransferException {
    if (c != '\n') {
      spend();
      line.append((char) c);
      return;
    }
    int end = line.length();
    boolean ordered = end > 0 && line.charAt(end - 1) == '\r';
    orderly &= ordered;
    String text = line.substring(0, ordered ? end - 1 : end);
    line.setLength(0);
    if (text.isEmpty()) {
      state = State.DONE;
      return;
    }
    if (text.indexOf('\0') >= 0 || text.indexOf('\r') >= 0 || text.indexOf(':') < 0) {
      throw new TransferException(
          TransferErrorCode.WEIRD_SERVER_REPLY, "A field behind the chunks is none");
    }
    if (trailers.size() >= limits.headerCount()) {
      throw bad("There are more than " + limits.headerCount() + " fields behind the chunks");
    }
    Headers.Field field = LaxField.of(text);
    if (field == null) {
      orderly = false;
    } else {
      trailers.add(field);
    }
  }

  private void spend() throws TransferException {
    if (++spentBytes > limits.headerBytes()) {
      throw bad("There are more than " + limits.headerBytes() + " bytes beside the chunks");
    }
  }

  private static TransferException bad(String sentence) {
    return new TransferException(TransferErrorCode.RECV_ERROR, sentence);
  }
}
