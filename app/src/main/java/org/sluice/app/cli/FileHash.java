package org.sluice.app.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.sluice.engine.checksum.Digests;
import org.sluice.engine.item.Checksum;

/// Reads a file and hashes it.
final class FileHash {
  private static final int PIECE_BYTES = 1 << 20;

  private FileHash() {}

  /// @param progress told how many bytes were read, now and then
  /// @throws IOException if it cannot be read
  static List<Checksum> of(Path file, Set<Checksum.Algorithm> algorithms, LongConsumer progress)
      throws IOException {
    Digests digests = new Digests(algorithms);
    ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long read = 0;
      for (int n = channel.read(piece); n >= 0; n = channel.read(piece)) {
        read += n;
        digests.update(piece.flip());
        piece.clear();
        progress.accept(read);
      }
    }
    return digests.finish();
  }
}
