package org.sluice.engine.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Takes away the part file of a run that was killed before anybody knew of it.
///
/// Its name was announced when it was free, but another program may have made a file of that name
/// since: only one without a byte in it but zeros goes, which nobody misses. Whoever asks sees to it
/// that it is not the file of another download, which may have no byte yet either.
///
/// **Threads**: those that open files.
final class LeftOver {
  private static final int PIECE_BYTES = 1 << 16;

  private LeftOver() {}

  /// @return false if there is none, or one that is somebody's
  static boolean delete(FileLayer files, Path part) throws IOException {
    try (PartChannel channel = files.reopen(part, null)) {
      if (!isBlank(channel)) {
        return false;
      }
    } catch (NoSuchFileException | NotOurFileException e) {
      return false;
    }
    return files.delete(part, null);
  }

  /// Room that was taken before the first byte reads as zeros.
  private static boolean isBlank(PartChannel channel) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
    long at = 0;
    for (int n = channel.read(piece, at); n > 0; n = channel.read(piece.clear(), at)) {
      piece.flip();
      while (piece.hasRemaining()) {
        if (piece.get() != 0) {
          return false;
        }
      }
      at += n;
    }
    return true;
  }
}
