package org.sluice.engine.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The file with the [Mark], written in place.
final class MarkFile implements AutoCloseable {
  private static final long MOST_BYTES = 4096;

  private final FileChannel channel;

  private MarkFile(FileChannel channel) {
    this.channel = channel;
  }

  /// @return null if there is none, or none that makes sense
  static @Nullable Mark read(Path file) throws IOException {
    try {
      return Files.size(file) > MOST_BYTES ? null : Mark.parse(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  static MarkFile open(JournalFiles files) throws IOException {
    files.makeIfMissing(files.mark());
    return new MarkFile(FileChannel.open(files.mark(), StandardOpenOption.WRITE));
  }

  void write(Mark mark) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(mark.bytes());
    int length = bytes.remaining();
    while (bytes.hasRemaining()) {
      channel.write(bytes, bytes.position());
    }
    if (channel.size() > length) {
      channel.truncate(length); // what was there was no mark
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
