package org.sluice.engine.journal;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.sluice.engine.item.Checksum.Algorithm;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.PieceHashes;

/// The hashes of the pieces of a file, in a row of their own: they never change, and are many times
/// as long as the row of the item, which changes every second.
final class PieceRows {
  private PieceRows() {}

  static Row row(ItemId id, PieceHashes pieces) {
    byte[] all = new byte[pieces.count() * pieces.algorithm().bytes()];
    int at = 0;
    for (String one : pieces.hex()) {
      byte[] hash = HexFormat.of().parseHex(one);
      System.arraycopy(hash, 0, all, at, hash.length);
      at += hash.length;
    }
    return new Row(
        Table.PIECES, id.value(), 0, List.of(pieces.algorithm().name(), pieces.pieceLength(), all));
  }

  /// @throws IllegalArgumentException for what [#row] does not make
  static PieceHashes pieces(Row row) {
    Algorithm algorithm = Algorithm.valueOf(String.valueOf(row.text(0)));
    byte[] all = (byte[]) Objects.requireNonNull(row.values().get(2));
    List<String> hex = new ArrayList<>(all.length / algorithm.bytes());
    for (int at = 0; at + algorithm.bytes() <= all.length; at += algorithm.bytes()) {
      hex.add(HexFormat.of().formatHex(all, at, at + algorithm.bytes()));
    }
    return new PieceHashes(algorithm, row.number(1), hex);
  }
}
