package org.sluice.app.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.ItemId;
import org.sluice.engine.item.PieceHashes;

/// What is known of one file.
///
/// @param id its download in the list; null if there is none
/// @param checksums of the whole file
/// @param pieces null if nothing is known of them
record KnownFile(@Nullable ItemId id, List<Checksum> checksums, @Nullable PieceHashes pieces) {
  static final KnownFile NOTHING = new KnownFile(null, List.of(), null);

  KnownFile {
    checksums = List.copyOf(checksums);
  }

  KnownFile checksums(List<Checksum> value) {
    return new KnownFile(id, value, pieces);
  }
}
