package org.sluice.engine.transfer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// One piece of a request's body at a time, with the frame of its chunk around it where it has one.
///
/// **Source**: RFC 9112, 7.1.
final class OutBuffer {
  /// The size in hexadecimal and its line's end.
  private static final int HEAD_BYTES = 10;

  private static final int TAIL_BYTES = 2;
  private static final byte[] LINE_END = {'\r', '\n'};
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final boolean chunked;
  private final ByteBuffer bytes = ByteBuffer.allocate(Upload.BUFFER_BYTES).limit(0);
  private int payloadEnd;

  OutBuffer(boolean chunked) {
    this.chunked = chunked;
  }

  boolean hasRemaining() {
    return bytes.hasRemaining();
  }

  /// What is to be sent.
  ByteBuffer bytes() {
    return bytes;
  }

  /// Bytes of the body itself among what is still to be sent.
  int payloadLeft() {
    return Math.max(0, payloadEnd - Math.max(bytes.position(), chunked ? HEAD_BYTES : 0));
  }

  /// Room for the next piece, of at most so many bytes.
  ByteBuffer room(long most) {
    int from = chunked ? HEAD_BYTES : 0;
    int room = bytes.capacity() - from - (chunked ? TAIL_BYTES : 0);
    bytes.clear();
    ByteBuffer piece = bytes.slice(from, (int) Math.min(room, most));
    bytes.limit(0);
    return piece;
  }

  /// The room was filled with so many bytes.
  void filled(int n) {
    if (!chunked) {
      payloadEnd = n;
      bytes.position(0).limit(n);
      return;
    }
    byte[] size = (Integer.toHexString(n) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    int start = HEAD_BYTES - size.length;
    payloadEnd = HEAD_BYTES + n;
    bytes.limit(payloadEnd + TAIL_BYTES);
    bytes.put(start, size).put(payloadEnd, LINE_END);
    bytes.position(start);
  }

  /// Nothing follows.
  void end() {
    payloadEnd = 0;
    bytes.clear().limit(0);
    if (chunked) {
      bytes.limit(LAST_CHUNK.length).put(0, LAST_CHUNK);
    }
  }
}
