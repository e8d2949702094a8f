package org.sluice.engine.lab;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The incoming side of one connection: lines and bytes out of a buffer that survives from one
/// request to the next, so that pipelined requests are not lost.
///
/// **Threads** the connection's own. **Limits** a head has at most 64 KiB.
final class RequestInput {
  static final int HEAD_LIMIT_BYTES = 64 * 1024;
  private static final int FIRST_BUFFER_BYTES = 1024;

  private final InputStream in;
  private byte[] buffer = new byte[FIRST_BUFFER_BYTES];
  private int start;
  private int end;

  RequestInput(InputStream in) {
    this.in = in;
  }

  /// The next head without its empty line, or null when the client has closed between requests.
  @Nullable String readHead() throws IOException {
    skipEmptyLines();
    int scanned = start;
    int lineStart = start;
    while (true) {
      int newline = indexOfNewline(scanned);
      if (newline < 0) {
        if (end - start >= HEAD_LIMIT_BYTES) {
          throw new BadRequestException(431, "the head is longer than 64 KiB");
        }
        int kept = lineStart - start;
        scanned = end - start;
        if (!fill()) {
          if (start == end) {
            return null;
          }
          throw new EOFException("the client closed in the middle of a head");
        }
        scanned += start;
        lineStart = start + kept;
        continue;
      }
      if (newline == lineStart || buffer[newline - 1] != '\r') {
        throw new BadRequestException("a line of the head does not end in CRLF");
      }
      if (newline == lineStart + 1) {
        String head = new String(buffer, start, lineStart - start, StandardCharsets.ISO_8859_1);
        start = newline + 1;
        return head;
      }
      scanned = newline + 1;
      lineStart = scanned;
    }
  }

  /// One line of a chunked body, without its CRLF.
  String readLine() throws IOException {
    int newline;
    while ((newline = indexOfNewline(start)) < 0) {
      if (end - start >= HEAD_LIMIT_BYTES) {
        throw new BadRequestException("a line of the body is longer than 64 KiB");
      }
      fillOrFail();
    }
    int length = newline - start;
    if (length == 0 || buffer[newline - 1] != '\r') {
      throw new BadRequestException("a line of the body does not end in CRLF");
    }
    String line = new String(buffer, start, length - 1, StandardCharsets.ISO_8859_1);
    start = newline + 1;
    return line;
  }

  /// Reads an exact number of bytes.
  void read(long bytes, OutputStream into) throws IOException {
    long left = bytes;
    while (left > 0) {
      if (start == end) {
        fillOrFail();
      }
      int step = (int) Math.min(left, end - start);
      into.write(buffer, start, step);
      start += step;
      left -= step;
    }
  }

  /// Reads and forgets an exact number of bytes.
  void skip(long bytes) throws IOException {
    long left = bytes;
    while (left > 0) {
      if (start == end) {
        fillOrFail();
      }
      int step = (int) Math.min(left, end - start);
      start += step;
      left -= step;
    }
  }

  /// Reads and forgets until the client closes.
  void skipToEnd() throws IOException {
    do {
      start = end;
    } while (fill());
  }

  /// Whether the client has sent something that nobody has read yet.
  boolean hasUnread() throws IOException {
    return start < end || in.available() > 0;
  }

  /// What is still to come, those bytes first that have been read already.
  InputStream rest() {
    InputStream read = new ByteArrayInputStream(buffer, start, end - start);
    return new SequenceInputStream(read, in);
  }

  /// Waits until there is something to read; false when the client has closed.
  boolean await() throws IOException {
    return start < end || fill();
  }

  private void skipEmptyLines() throws IOException {
    while (await() && (buffer[start] == '\r' || buffer[start] == '\n')) {
      start++;
    }
  }

  private int indexOfNewline(int from) {
    for (int i = from; i < end; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void fillOrFail() throws IOException {
    if (!fill()) {
      throw new EOFException("the client closed in the middle of a request");
    }
  }

  private boolean fill() throws IOException {
    if (start == end) {
      start = 0;
      end = 0;
    } else if (end == buffer.length) {
      makeRoom();
    }
    int count = in.read(buffer, end, buffer.length - end);
    if (count > 0) {
      end += count;
    }
    return count > 0;
  }

  private void makeRoom() {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    } else {
      buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, HEAD_LIMIT_BYTES + 1));
    }
  }
}
