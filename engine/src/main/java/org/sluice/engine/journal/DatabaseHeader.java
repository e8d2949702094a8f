package org.sluice.engine.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// The first bytes of the database, looked at before SQLite sees it: SQLite takes an empty file for a
/// new database and deletes the log beside it.
///
/// **Source**: sqlite.org/fileformat2.html, 1.3 "The Database Header".
final class DatabaseHeader {
  private static final int BYTES = 100;
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int PAGE_BYTES_AT = 16;
  private static final int WRITE_VERSION_AT = 18;
  private static final int READ_VERSION_AT = 19;
  private static final int APPLICATION_ID_AT = 68;
  private static final int WITH_LOG = 2;

  private DatabaseHeader() {}

  static void check(Path file) throws IOException, DamagedException {
    ByteBuffer header = ByteBuffer.allocate(BYTES);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (header.hasRemaining() && channel.read(header) >= 0) {
        // on to the rest
      }
    } catch (NoSuchFileException e) {
      throw new DamagedException("its file is missing", e);
    }
    if (header.hasRemaining()) {
      throw new DamagedException("its file is cut short");
    }
    byte[] magic = new byte[MAGIC.length];
    header.get(0, magic);
    if (!Arrays.equals(magic, MAGIC)
        || (header.getShort(PAGE_BYTES_AT) & 0xffff) != Database.PAGE_BYTES
        || header.get(WRITE_VERSION_AT) != WITH_LOG
        || header.get(READ_VERSION_AT) != WITH_LOG
        || header.getInt(APPLICATION_ID_AT) != Schema.APPLICATION_ID) {
      throw new DamagedException("its file does not begin as a journal does");
    }
  }
}
