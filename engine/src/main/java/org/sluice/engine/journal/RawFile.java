package org.sluice.engine.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The pages of a database file, whatever state it is in.
///
/// **Errors**: a page that the disk does not give is one that is not there.
final class RawFile implements PageImages, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RawFile.class.getName());

  private final FileChannel channel;
  private final long pages;

  private RawFile(FileChannel channel, long pages) {
    this.channel = channel;
    this.pages = pages;
  }

  static RawFile open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new RawFile(channel, (channel.size() + Database.PAGE_BYTES - 1) / Database.PAGE_BYTES);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// How many there are; the last may be cut short.
  long pages() {
    return pages;
  }

  @Override
  public byte @Nullable [] page(long number) {
    if (number < 1 || number > pages) {
      return null;
    }
    ByteBuffer page = ByteBuffer.allocate(Database.PAGE_BYTES);
    long from = (number - 1) * Database.PAGE_BYTES;
    try {
      while (page.hasRemaining() && channel.read(page, from + page.position()) > 0) {
        // on to the rest
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "page " + number + " of a damaged journal", e);
      return null;
    }
    return page.array();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
