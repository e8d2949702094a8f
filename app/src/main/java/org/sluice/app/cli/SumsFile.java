package org.sluice.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sluice.engine.checksum.ChecksumList;
import org.sluice.engine.item.Checksum;

/// A file with hashes and names, such as SHA256SUMS.
///
/// **Limits**: as of [ChecksumList]; more is not read.
final class SumsFile {
  private final Path file;
  private final ChecksumList list;

  private SumsFile(Path file, ChecksumList list) {
    this.file = file;
    this.list = list;
  }

  /// @throws IOException if it cannot be read, or has no hash in it
  static SumsFile read(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(ChecksumList.MOST_CHARS);
    }
    ChecksumList list = ChecksumList.parse(new String(bytes, StandardCharsets.UTF_8));
    if (list.entries().isEmpty()) {
      throw new IOException(file + " has no checksum in it that is known here");
    }
    return new SumsFile(file, list);
  }

  /// What `name` must hash to.
  ///
  /// @throws IllegalArgumentException if the list does not say it
  List<Checksum> of(String name) {
    List<Checksum> checksums = list.of(name);
    if (checksums.isEmpty()) {
      throw new IllegalArgumentException(file + " has no checksum of " + name);
    }
    return checksums;
  }
}
