package org.sluice.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.sluice.engine.item.Checksum.Algorithm;
import org.sluice.engine.item.PieceHashes;

/// The hashes of the pieces of a file as one word: algorithm, length of a piece, and all hashes in a
/// row, with colons between the three.
final class PieceText {
  private PieceText() {}

  static String of(PieceHashes pieces) {
    return pieces.algorithm() + ":" + pieces.pieceLength() + ":" + String.join("", pieces.hex());
  }

  /// @throws IllegalArgumentException if it is none
  static PieceHashes parse(String word) {
    String[] parts = word.split(":", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("no hashes of pieces: " + word);
    }
    Algorithm algorithm = Algorithm.valueOf(parts[0]);
    int digits = 2 * algorithm.bytes();
    List<String> hex = new ArrayList<>(parts[2].length() / digits);
    for (int at = 0; at < parts[2].length(); at += digits) {
      hex.add(parts[2].substring(at, Math.min(parts[2].length(), at + digits)));
    }
    return new PieceHashes(algorithm, Long.parseLong(parts[1]), hex);
  }
}
