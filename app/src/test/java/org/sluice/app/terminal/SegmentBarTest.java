package org.sluice.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

class SegmentBarTest {
  @Test
  void eachSegmentIsSeen() {
    Spans here = Spans.of(new Span(0, 25), new Span(50, 55));
    assertThat(bar(here, 100, List.of(25L, 55L, 80L), 10)).isEqualTo("##+..+..>.");
    assertThat(bar(Spans.EMPTY, 100, List.of(0L), 10)).isEqualTo(">.........");
    assertThat(bar(Spans.of(new Span(0, 100)), 100, List.of(), 10)).isEqualTo("##########");
  }

  @Test
  void aFileShorterThanTheBar() {
    assertThat(bar(Spans.of(new Span(0, 1)), 2, List.of(), 4)).isEqualTo("##..");
    assertThat(bar(Spans.of(new Span(0, 2)), 2, List.of(), 4)).isEqualTo("####");
  }

  @Test
  void withoutALengthThereIsNoShare() {
    long step = SegmentBar.STEP_BYTES;
    assertThat(bar(Spans.EMPTY, -1, List.of(), 4)).isEqualTo("....");
    assertThat(bar(Spans.of(new Span(0, 1)), -1, List.of(), 4)).isEqualTo("+...");
    assertThat(bar(Spans.of(new Span(0, 6 * step)), -1, List.of(), 4)).isEqualTo("..+.");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aPlaceIsFullOnlyIfAllItsBytesAreHere(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      int places = 1 + random.nextInt(40);
      int length = 1 + random.nextInt(300);
      List<Span> some = new ArrayList<>();
      for (int i = random.nextInt(5); i > 0; i--) {
        int from = random.nextInt(length);
        some.add(new Span(from, from + 1 + random.nextInt(length - from)));
      }
      Spans here = Spans.of(some);
      String bar = bar(here, length, List.of(), places);
      String as = here + " of " + length + " in " + places + ", seed " + seed;
      assertThat(bar).as(as).hasSize(places);
      for (int place = 0; place < places; place++) {
        long from = (long) length * place / places;
        long to = Math.max(from + 1, (long) length * (place + 1) / places);
        Span span = new Span(from, to);
        char expected = here.covers(span) ? '#' : here.overlaps(span) ? '+' : '.';
        assertThat(bar.charAt(place)).as("%s at %d", as, place).isEqualTo(expected);
      }
    }
  }

  @Test
  void hugeLengthsDoNotOverflow() {
    long length = Long.MAX_VALUE;
    Spans half = Spans.of(new Span(0, length / 2));
    assertThat(bar(half, length, List.of(), 10)).isEqualTo("####+.....".replace('+', '#'));
  }

  private static String bar(Spans here, long length, List<Long> frontiers, int places) {
    return SegmentBar.of(here, length, frontiers, places, Glyphs.ASCII);
  }
}
