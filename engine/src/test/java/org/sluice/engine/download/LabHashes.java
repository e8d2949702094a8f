package org.sluice.engine.download;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;
import org.sluice.engine.item.PieceHashes;
import org.sluice.engine.lab.LabBytes;

/// What the files of the lab hash to.
final class LabHashes {
  /// As in the Metalinks of the lab.
  static final int PIECE = 256 << 10;

  private LabHashes() {}

  static Checksum whole(Algorithm algorithm, int length) {
    return new Checksum(algorithm, hex(algorithm, 0, length));
  }

  static PieceHashes pieces(int length) {
    List<String> hex = new ArrayList<>();
    for (int at = 0; at < length; at += PIECE) {
      hex.add(hex(Algorithm.SHA_256, at, Math.min(PIECE, length - at)));
    }
    return new PieceHashes(Algorithm.SHA_256, PIECE, hex);
  }

  private static String hex(Algorithm algorithm, long from, int length) {
    byte[] bytes = new byte[length];
    LabBytes.fill(bytes, from);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm.jdkName()).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
