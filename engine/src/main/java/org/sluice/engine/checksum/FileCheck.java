package org.sluice.engine.checksum;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;
import org.sluice.engine.item.PieceHashes;
import org.sluice.engine.range.Spans;

/// What a file is that was read from its first byte to its last.
///
/// @param computed what it hashes to; SHA-256 if no hash was wanted
/// @param length in bytes, as read
/// @param broken its broken pieces; empty if all are right, nothing is known of them, or it has
///   another length than they
public record FileCheck(List<Checksum> computed, long length, Spans broken) {
  private static final int READ_BYTES = 1 << 20;

  public FileCheck {
    computed = List.copyOf(computed);
  }

  /// Reads `channel` to its end. This takes as long as the disk takes.
  ///
  /// @param expected by which it will be judged
  /// @param pieces that are looked at too; null for none
  /// @param progress told how many bytes were read, now and then
  public static FileCheck read(
      FileChannel channel,
      List<Checksum> expected,
      @Nullable PieceHashes pieces,
      LongConsumer progress)
      throws IOException {
    Set<Algorithm> algorithms = EnumSet.noneOf(Algorithm.class);
    expected.forEach(checksum -> algorithms.add(checksum.algorithm()));
    if (algorithms.isEmpty()) {
      algorithms.add(Algorithm.SHA_256);
    }
    long length = channel.size();
    Digests digests = new Digests(algorithms);
    PieceCheck check =
        pieces != null && pieces.fits(length) ? new PieceCheck(pieces, length) : null;
    ByteBuffer bytes = ByteBuffer.allocate(READ_BYTES);
    long read = 0;
    for (int n = channel.read(bytes); n >= 0; n = channel.read(bytes)) {
      bytes.flip();
      if (check != null && read + n <= length) { // it may be growing
        check.feed(read, bytes.duplicate());
      }
      digests.update(bytes);
      bytes.clear();
      read += n;
      progress.accept(read);
    }
    return new FileCheck(digests.finish(), read, check == null ? Spans.EMPTY : check.broken());
  }
}
