package org.sluice.app.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.Checksum;

/// What files should hash to, as the user says it.
///
/// @param checksums of the only file
/// @param sums list of hashes, absolute; null for none
/// @param metalink Metalink of them, absolute; null for none
record Expectations(List<Checksum> checksums, @Nullable Path sums, @Nullable Path metalink) {
  Expectations {
    checksums = List.copyOf(checksums);
  }

  /// Whether the user says nothing, so that the list of downloads has to know.
  boolean isEmpty() {
    return checksums.isEmpty() && sums == null && metalink == null;
  }
}
