package org.sluice.engine.checksum;

import java.util.ArrayList;
import java.util.List;
import org.sluice.engine.item.PieceHashes;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

/// Names broken pieces for a person.
///
/// **Threads**: pure functions. **Limits**: [#MOST_NAMED].
public final class BrokenPieces {
  /// So many runs of pieces are named; of the others only the number is said.
  public static final int MOST_NAMED = 12;

  private BrokenPieces() {}

  /// Such as `Piece 3 of 4 is broken (bytes 512 to 767)`, or `Pieces 2 and 5 to 7 of 40 are broken`.
  /// Pieces are counted from 1.
  ///
  /// @param broken whole pieces; at least one
  public static String words(PieceHashes pieces, Spans broken) {
    List<Span> spans = broken.spans();
    long count = count(pieces, broken);
    long first = spans.getFirst().from();
    long last = spans.getLast().to() - 1;
    if (count == 1) {
      return "Piece "
          + (first / pieces.pieceLength() + 1)
          + " of "
          + pieces.count()
          + " is broken (bytes "
          + first
          + " to "
          + last
          + ")";
    }
    List<String> names = new ArrayList<>();
    long named = 0;
    for (Span span : spans.subList(0, Math.min(MOST_NAMED, spans.size()))) {
      long from = span.from() / pieces.pieceLength() + 1;
      long to = (span.to() - 1) / pieces.pieceLength() + 1;
      names.add(from == to ? "" + from : from + " to " + to);
      named += to - from + 1;
    }
    if (named < count) {
      names.add(count - named + " more");
    }
    String end = names.removeLast();
    String before = names.isEmpty() ? "" : String.join(", ", names) + " and ";
    return "Pieces "
        + before
        + end
        + " of "
        + pieces.count()
        + " are broken ("
        + count
        + " of them, between bytes "
        + first
        + " and "
        + last
        + ")";
  }

  /// How many there are.
  public static long count(PieceHashes pieces, Spans broken) {
    return broken.spans().stream()
        .mapToLong(span -> Math.ceilDiv(span.length(), pieces.pieceLength()))
        .sum();
  }

  /// Of a file that the pieces cannot be those of.
  public static String otherLength(PieceHashes pieces, long length) {
    return "The file has "
        + length
        + " bytes, and "
        + pieces.count()
        + " pieces of "
        + pieces.pieceLength()
        + " bytes are another one";
  }
}
