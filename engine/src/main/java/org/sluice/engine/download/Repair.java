package org.sluice.engine.download;

import org.jspecify.annotations.Nullable;
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
    String which = words(pieces, broken);
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
            + (broken.spans().size() == 1 && pieces(pieces, broken) == 1 ? "; it is" : "; they are")
            + " fetched again"
            + (elsewhere == null ? "" : ", from " + elsewhere));
  }

  /// Such as `Piece 3 of 4 is broken (bytes 512 to 767)`.
  static String words(PieceHashes pieces, Spans broken) {
    long count = pieces(pieces, broken);
    long first = broken.spans().getFirst().from();
    long last = broken.spans().getLast().to() - 1;
    long number = first / pieces.pieceLength() + 1;
    return (count == 1
            ? "Piece " + number + " of " + pieces.count() + " is broken (bytes "
            : count + " of " + pieces.count() + " pieces are broken (between bytes ")
        + first
        + (count == 1 ? " to " : " and ")
        + last
        + ")";
  }

  static String otherLength(PieceHashes pieces, long length) {
    return "The file has "
        + length
        + " bytes, and "
        + pieces.count()
        + " pieces of "
        + pieces.pieceLength()
        + " bytes are another one; it was kept, do not use it";
  }

  private static long pieces(PieceHashes pieces, Spans broken) {
    return broken.spans().stream()
        .mapToLong(span -> Math.ceilDiv(span.length(), pieces.pieceLength()))
        .sum();
  }
}
