package org.sluice.engine.checksum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.engine.item.Checksum.Algorithm;
import org.sluice.engine.item.PieceHashes;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

class BrokenPiecesTest {
  private static final PieceHashes FORTY =
      new PieceHashes(Algorithm.MD5, 100, Collections.nCopies(40, "00".repeat(16)));

  private static String words(long... fromAndTo) {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < fromAndTo.length; i += 2) {
      spans.add(new Span(fromAndTo[i], fromAndTo[i + 1]));
    }
    return BrokenPieces.words(FORTY, Spans.of(spans));
  }

  @Test
  void oneIsNamedWithItsBytes() {
    assertThat(words(300, 400)).isEqualTo("Piece 4 of 40 is broken (bytes 300 to 399)");
    assertThat(words(3900, 3950)).as("the last one is short").contains("Piece 40 of 40");
  }

  @Test
  void severalAreNamedInRuns() {
    assertThat(words(100, 200, 400, 700, 3900, 3950))
        .isEqualTo(
            "Pieces 2, 5 to 7 and 40 of 40 are broken (5 of them, between bytes 100 and 3949)");
    assertThat(words(0, 200)).startsWith("Pieces 1 to 2 of 40 are broken (2 of them");
  }

  @Test
  void ofManyOnlyTheFirstAreNamed() {
    long[] everyOther = new long[40];
    for (int i = 0; i < 20; i++) {
      everyOther[2 * i] = i * 200L;
      everyOther[2 * i + 1] = i * 200L + 100;
    }
    assertThat(words(everyOther)).contains("1, 3, 5,", "23 and 8 more of 40", "20 of them");
  }
}
