package org.sluice.engine.download;

import java.util.List;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.range.Spans;

/// What became of a file that was read again.
///
/// @param ok whether nothing contradicts
/// @param sentence for a person
/// @param computed what the file hashes to, under each algorithm that was asked for; SHA-256 if
///   nothing was known to compare with
/// @param broken the pieces that are wrong, if the pieces are known
public record Verification(boolean ok, String sentence, List<Checksum> computed, Spans broken) {
  public Verification {
    computed = List.copyOf(computed);
  }

  /// Of a file of whose pieces nothing is known, or whose pieces are all right.
  public Verification(boolean ok, String sentence, List<Checksum> computed) {
    this(ok, sentence, computed, Spans.EMPTY);
  }
}
