package org.sluice.engine.download;

import java.util.List;
import org.sluice.engine.item.Checksum;

/// What became of a file that was read again.
///
/// @param ok whether nothing contradicts
/// @param sentence for a person
/// @param computed what the file hashes to, under each algorithm that was asked for; SHA-256 if
///   nothing was known to compare with
public record Verification(boolean ok, String sentence, List<Checksum> computed) {
  public Verification {
    computed = List.copyOf(computed);
  }
}
