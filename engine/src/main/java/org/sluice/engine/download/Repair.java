package org.sluice.engine.download;

import org.jspecify.annotations.Nullable;
import org.sluice.engine.checksum.BrokenPieces;
import org.sluice.engine.item.PieceHashes;
import org.sluice.engine.item.StateReason;
import org.sluice.engine.range.Spans;

/// What follows when pieces of a file are broken: they, and nothing else, are fetched again, from
/// another address if there is one; but not for ever.
///
/// **Threads**: pure functions. **Limits**: [#MOST_TIMES].
final class Repair {
  /// So often pieces of one download are fetched again before it fails.
  static final int MOST_TIMES = 3;

  private Repair() {}

  /// @param repaired how often pieces were fetched again already
  /// @param elsewhere the host that is asked this time; null for the same as before
  static Ending of(PieceHashes pieces, Spans broken, int repaired, @Nullable String elsewhere) {
    String which = BrokenPieces.words(pieces, broken);
    if (repaired >= MOST_TIMES) {
      return Ending.failed(
          StateReason.WRONG_CHECKSUM,
          which
              + ", although fetched again "
              + repaired
              + " times; the right ones are kept, and to resume tries the others once more");
    }
    return Ending.queued(
        which
            + (BrokenPieces.count(pieces, broken) == 1 ? "; it is" : "; they are")
            + " fetched again"
            + (elsewhere == null ? "" : ", from " + elsewhere));
  }
}
