package org.sluice.engine.filter;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.sluice.engine.time.TimerTable;

/// The other end as a script: what it says comes in pieces, one for each time that it is waited for;
/// what it hears is written down.
final class ScriptedFilter implements ConnectionFilter {
  private static final byte[] NOTHING_NOW = new byte[0];

  private final Deque<byte[]> pieces = new ArrayDeque<>();
  private final int mostSent;
  private boolean ends;
  private int room;
  final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  boolean closed;

  /// @param mostSent bytes that it takes at a time, with a pause behind each portion; 0 for all
  ScriptedFilter(int mostSent) {
    this.mostSent = mostSent;
    room = mostSent;
  }

  /// Says `bytes` in portions, with nothing between one and the next.
  ScriptedFilter says(byte[] bytes, int portion) {
    for (int i = 0; i < bytes.length; i += portion) {
      int n = Math.min(portion, bytes.length - i);
      byte[] piece = new byte[n];
      System.arraycopy(bytes, i, piece, 0, n);
      pieces.add(piece);
      pieces.add(NOTHING_NOW);
    }
    return this;
  }

  /// Says `bytes` in two portions, cut at `at`.
  ScriptedFilter saysCut(byte[] bytes, int at) {
    return says(slice(bytes, 0, at), Math.max(1, at))
        .says(slice(bytes, at, bytes.length), Math.max(1, bytes.length - at));
  }

  static byte[] slice(byte[] bytes, int from, int to) {
    byte[] part = new byte[to - from];
    System.arraycopy(bytes, from, part, 0, part.length);
    return part;
  }

  ScriptedFilter thenEnds() {
    ends = true;
    return this;
  }

  String heardText() {
    return heard.toString(StandardCharsets.ISO_8859_1);
  }

  /// Whether it has nothing more to say.
  boolean finished() {
    return pieces.isEmpty();
  }

  @Override
  public boolean connect(long nowNanos) {
    return true;
  }

  @Override
  public long connectDeadlineNanos() {
    return TimerTable.NONE;
  }

  @Override
  public int recv(ByteBuffer dst) {
    byte[] piece = pieces.poll();
    if (piece == null) {
      return ends ? EOF : 0;
    }
    int n = Math.min(piece.length, dst.remaining());
    dst.put(piece, 0, n);
    if (n < piece.length) {
      pieces.addFirst(slice(piece, n, piece.length));
    }
    return n;
  }

  @Override
  public int send(ByteBuffer src) {
    if (mostSent > 0 && room == 0) {
      room = mostSent;
      return 0;
    }
    int n = mostSent > 0 ? Math.min(room, src.remaining()) : src.remaining();
    room -= n;
    for (int i = 0; i < n; i++) {
      heard.write(src.get());
    }
    return n;
  }

  @Override
  public boolean mayHaveInput() {
    return !pieces.isEmpty();
  }

  @Override
  public void adjustPollset(Pollset pollset, int wanted) {
    wants = wanted;
  }

  int wants;

  @Override
  public String describe() {
    return "";
  }

  @Override
  public void close() {
    closed = true;
  }
}
