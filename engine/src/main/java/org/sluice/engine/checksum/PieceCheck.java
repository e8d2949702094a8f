package org.sluice.engine.checksum;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import org.sluice.engine.item.PieceHashes;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// Finds out which pieces of a file are broken, so that only those are fetched again.
///
/// Pieces may come in any order and again; the bytes of one must come in a row.
///
/// **Threads**: one at a time.
public final class PieceCheck {
  private final PieceHashes hashes;
  private final long length;
  private final MessageDigest digest;
  private final BitSet good = new BitSet();
  private final BitSet broken = new BitSet();
  private int piece = -1;
  private long at;

  /// @param length of the file
  /// @throws IllegalArgumentException if the hashes are those of a file of another length
  public PieceCheck(PieceHashes hashes, long length) {
    if (!hashes.fits(length)) {
      throw new IllegalArgumentException(
          hashes.count()
              + " pieces of "
              + hashes.pieceLength()
              + " bytes are not a file of "
              + length);
    }
    this.hashes = hashes;
    this.length = length;
    digest = Digests.start(hashes.algorithm());
  }

  /// Takes bytes of the file; takes all of the buffer.
  ///
  /// @param offset of the first of them
  public void feed(long offset, ByteBuffer bytes) {
    if (offset < 0 || offset + bytes.remaining() > length) {
      throw new IllegalArgumentException(
          bytes.remaining() + " bytes at " + offset + " are not in a file of " + length);
    }
    if (piece < 0 || offset != at) {
      piece = -1;
      digest.reset();
      at = offset;
    }
    while (bytes.hasRemaining()) {
      int number = Math.toIntExact(at / hashes.pieceLength());
      Span span = hashes.piece(number, length);
      if (at == span.from()) {
        piece = number;
      }
      ByteBuffer part = bytes.duplicate();
      part.limit(part.position() + (int) Math.min(part.remaining(), span.to() - at));
      bytes.position(part.limit());
      at += part.remaining();
      if (piece < 0) {
        continue; // the rest of a piece whose start is not known
      }
      digest.update(part);
      if (at == span.to()) {
        boolean right = HexFormat.of().formatHex(digest.digest()).equals(hashes.hex().get(number));
        good.set(number, right);
        broken.set(number, !right);
        piece = -1;
      }
    }
  }

  /// What hashes to what it must.
  public Spans good() {
    return spans(good);
  }

  /// What is to be fetched again.
  public Spans broken() {
    return spans(broken);
  }

  /// What was not looked at in whole pieces.
  public Spans unknown() {
    return good().plus(broken()).gaps(length);
  }

  private Spans spans(BitSet pieces) {
    List<Span> spans = new ArrayList<>();
    pieces.stream().forEach(number -> spans.add(hashes.piece(number, length)));
    return Spans.of(spans);
  }
}
