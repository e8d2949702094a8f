package org.sluice.engine.item;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.sluice.engine.item.Checksum.Algorithm;
import org.sluice.engine.range.Span;

/// The hashes of the equal pieces of a file, by which a broken one is found.
///
/// **Limits**: [#MOST_PIECES], [#MOST_KEPT_BYTES].
///
/// **Source**: RFC 5854, 4.1.3.
///
/// @param pieceLength of each piece; the last one may be shorter
/// @param hex in order, in lower case
public record PieceHashes(Algorithm algorithm, long pieceLength, List<String> hex) {
  /// A TiB in pieces of 1 MiB.
  public static final int MOST_PIECES = 1 << 20;

  /// What a download may carry with it; above that it is checked as a whole only.
  public static final int MOST_KEPT_BYTES = 1_000_000;

  public PieceHashes {
    if (pieceLength < 1) {
      throw new IllegalArgumentException("a piece has at least one byte: " + pieceLength);
    }
    if (hex.isEmpty() || hex.size() > MOST_PIECES) {
      throw new IllegalArgumentException(
          "a file has 1 to " + MOST_PIECES + " pieces, not " + hex.size());
    }
    List<String> lower = new ArrayList<>(hex.size());
    for (String one : hex) {
      byte[] hash = HexFormat.of().parseHex(one); // refuses what is no hex
      if (hash.length != algorithm.bytes()) {
        throw new IllegalArgumentException(
            "\"" + one + "\" is no " + algorithm.label() + " of a piece");
      }
      lower.add(one.toLowerCase(Locale.ROOT));
    }
    hex = List.copyOf(lower);
  }

  /// Whether a download can carry them with it.
  public boolean canBeKept() {
    return (long) hex.size() * algorithm.bytes() <= MOST_KEPT_BYTES;
  }

  public int count() {
    return hex.size();
  }

  /// Whether a file of `length` bytes has as many pieces.
  public boolean fits(long length) {
    return length > 0 && (length - 1) / pieceLength + 1 == hex.size();
  }

  /// The bytes of one piece.
  ///
  /// @param number from 0
  /// @param length of the file
  public Span piece(int number, long length) {
    long from = Math.multiplyExact(pieceLength, number);
    long left = length - from;
    return new Span(from, from + Math.min(pieceLength, left));
  }
}
