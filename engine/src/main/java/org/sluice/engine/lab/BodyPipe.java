package org.sluice.engine.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/// The body of a request on a stream, from the connection's thread to the stream's.
///
/// **Threads** one writes, one reads. **Limits** what waits is bounded by the stream's window.
final class BodyPipe extends InputStream {
  /// Told of what was read.
  @FunctionalInterface
  interface Taken {
    void bytes(int n) throws IOException;
  }

  private final Taken taken;
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private byte[] current = new byte[0];
  private int at;
  private int worth;
  private boolean ended;
  private boolean chunks;
  private boolean endSaid;

  BodyPipe(Taken taken) {
    this.taken = taken;
  }

  synchronized void put(byte[] bytes) {
    if (bytes.length > 0) {
      waiting.add(bytes);
    }
    notifyAll();
  }

  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /// Whether the reader wants to see it as HTTP/1 has it without a length.
  synchronized void frameAsChunks(boolean value) {
    chunks = value;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int start, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at == current.length && !next()) {
      return -1;
    }
    int n = Math.min(length, current.length - at);
    System.arraycopy(current, at, into, start, n);
    at += n;
    if (at == current.length) {
      int done = worth;
      worth = 0;
      taken.bytes(done);
    }
    return n;
  }

  private synchronized boolean next() throws IOException {
    try {
      while (waiting.isEmpty() && !ended) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the lab is closing", e);
    }
    byte[] piece = waiting.poll();
    at = 0;
    if (piece == null) {
      boolean first = chunks && !endSaid;
      endSaid = true;
      current = first ? "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII) : new byte[0];
      return first;
    }
    worth = piece.length;
    current = chunks ? chunk(piece) : piece;
    return true;
  }

  private static byte[] chunk(byte[] piece) {
    byte[] size = (Integer.toHexString(piece.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[size.length + piece.length + 2];
    System.arraycopy(size, 0, all, 0, size.length);
    System.arraycopy(piece, 0, all, size.length, piece.length);
    all[all.length - 2] = '\r';
    all[all.length - 1] = '\n';
    return all;
  }
}
