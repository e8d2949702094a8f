package org.sluice.engine.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpansTest {
  private static final int SIZE = 64;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void behavesAsASetOfBytes(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      List<Span> some = spans(random);
      List<Span> others = spans(random);
      Spans a = Spans.of(some);
      Spans b = Spans.of(others);
      BitSet bits = bits(some);
      assertThat(bits(a.spans())).as("of %s, seed %s", some, seed).isEqualTo(bits);
      BitSet both = (BitSet) bits.clone();
      both.or(bits(others));
      assertThat(bits(a.plus(b).spans())).as("%s plus %s", a, b).isEqualTo(both);
      BitSet rest = (BitSet) bits.clone();
      rest.andNot(bits(others));
      assertThat(bits(a.minus(b).spans())).as("%s minus %s", a, b).isEqualTo(rest);
      BitSet gaps = new BitSet();
      gaps.set(0, SIZE);
      gaps.andNot(bits);
      assertThat(bits(a.gaps(SIZE).spans())).as("gaps of %s", a).isEqualTo(gaps);
      assertThat(a.total()).isEqualTo(bits.cardinality());
      assertThat(a.prefix()).isEqualTo(bits.nextClearBit(0));
      Span one = span(random);
      BitSet inside = bits(List.of(one));
      assertThat(bits(a.plus(one).spans())).isEqualTo(bits(a.plus(Spans.of(one)).spans()));
      BitSet missing = (BitSet) inside.clone();
      missing.andNot(bits);
      assertThat(a.covers(one)).as("%s covers %s", a, one).isEqualTo(missing.isEmpty());
      assertThat(a.overlaps(one)).as("%s overlaps %s", a, one).isEqualTo(bits.intersects(inside));
    }
  }

  @Test
  void refusesWhatIsNoSpan() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Span(5, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new Span(-1, 5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Spans(List.of(new Span(0, 5), new Span(5, 6))))
        .withMessageContaining("[0, 5) before [5, 6)");
  }

  private static List<Span> spans(Random random) {
    List<Span> out = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      out.add(span(random));
    }
    return out;
  }

  private static Span span(Random random) {
    int from = random.nextInt(SIZE);
    return new Span(from, from + 1 + random.nextInt(SIZE - from));
  }

  private static BitSet bits(List<Span> spans) {
    BitSet bits = new BitSet();
    spans.forEach(s -> bits.set((int) s.from(), (int) s.to()));
    return bits;
  }
}
