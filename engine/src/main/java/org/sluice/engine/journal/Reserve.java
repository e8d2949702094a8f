package org.sluice.engine.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;

/// Room on the disk that is taken in good days and given to the journal when the disk is full.
final class Reserve {
  static final int BYTES = 64 << 10;

  private final JournalFiles files;

  Reserve(JournalFiles files) {
    this.files = files;
  }

  /// Takes the room, if it is not taken.
  void take() throws IOException {
    Path file = files.reserve();
    if (Files.exists(file) && Files.size(file) == BYTES) {
      return;
    }
    byte[] content = new byte[BYTES];
    new SplittableRandom(BYTES).nextBytes(content); // zeros take no room where a disk packs them
    files.makeEmpty(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(file); // half of it would be room taken for nothing
      throw e;
    }
  }

  /// Gives the room away.
  ///
  /// @return whether there was any
  boolean release() throws IOException {
    return Files.deleteIfExists(files.reserve());
  }
}
