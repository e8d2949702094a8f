package org.sluice.engine.metalink;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.PieceHashes;
import org.sluice.engine.item.Source;

/// One file of a Metalink.
///
/// @param name without any folder, not yet safe on every system; null if it has none that can be used
/// @param size in bytes; -1 if unknown
/// @param sources http and https only, by priority; at least one
/// @param checksums of the whole file, the strongest first
/// @param pieces null for none
public record MetalinkFile(
    @Nullable String name,
    long size,
    List<Source> sources,
    List<Checksum> checksums,
    @Nullable PieceHashes pieces) {
  public MetalinkFile {
    sources = List.copyOf(sources);
    checksums = List.copyOf(checksums);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("a file needs an address");
    }
    if (size < -1) {
      throw new IllegalArgumentException("not a size: " + size);
    }
  }
}
