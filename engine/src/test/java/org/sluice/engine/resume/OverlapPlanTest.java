package org.sluice.engine.resume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.item.Validators;
import org.sluice.engine.range.Span;
import org.sluice.engine.range.Spans;

class OverlapPlanTest {
  private static final long WINDOW = OverlapPlan.WINDOW_BYTES;
  private static final long MIB = 1 << 20;

  @Test
  void startMiddleAndEndOfOneSpan() {
    assertThat(OverlapPlan.windows(Spans.of(new Span(0, 10 * MIB))).spans())
        .containsExactly(
            new Span(0, WINDOW),
            new Span(5 * MIB - WINDOW / 2, 5 * MIB + WINDOW / 2),
            new Span(10 * MIB - WINDOW, 10 * MIB));
  }

  @Test
  void bothSeamsOfSegments() {
    Spans committed =
        Spans.of(new Span(0, MIB), new Span(4 * MIB, 5 * MIB), new Span(8 * MIB, 9 * MIB));
    assertThat(OverlapPlan.windows(committed).spans())
        .containsExactly(
            new Span(0, WINDOW),
            new Span(MIB - WINDOW, MIB),
            new Span(4 * MIB + MIB / 2 - WINDOW / 2, 4 * MIB + MIB / 2 + WINDOW / 2),
            new Span(9 * MIB - WINDOW, 9 * MIB));
  }

  @Test
  void littleIsComparedWhole() {
    Spans little = Spans.of(new Span(0, 5), new Span(10, 4 * WINDOW + 5));
    assertThat(OverlapPlan.windows(little)).isEqualTo(little);
    assertThat(OverlapPlan.isEverything(little, little)).isTrue();
    assertThat(OverlapPlan.windows(Spans.EMPTY)).isEqualTo(Spans.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void windowsAreInsideFewAndAtTheSeams(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      List<Span> parts = new ArrayList<>();
      for (int i = 1 + random.nextInt(12); i > 0; i--) {
        long from = random.nextLong(1 << 24);
        parts.add(new Span(from, from + 1 + random.nextLong(1 << random.nextInt(1, 22))));
      }
      Spans committed = Spans.of(parts);
      Spans windows = OverlapPlan.windows(committed);
      String as = "windows of " + committed + ", seed " + seed;
      assertThat(windows.minus(committed).isEmpty()).as(as).isTrue();
      assertThat(windows.total()).as(as).isBetween(1L, OverlapPlan.MOST_WINDOWS * WINDOW);
      long last = committed.spans().getLast().to();
      long first = committed.spans().getFirst().to();
      assertThat(windows.covers(new Span(last - 1, last))).as(as).isTrue();
      assertThat(windows.covers(new Span(first - 1, first))).as(as).isTrue();
      long begin = committed.spans().getFirst().from();
      assertThat(windows.covers(new Span(begin, begin + 1))).as(as).isTrue();
    }
  }

  /// committed bytes, what is known, basis, whether tags work in If-Range
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0 | 5 etag=\"a\" | EARLIER_RUN | true | FromStart",
        "1000 | 5 etag=\"a\" | EARLIER_RUN | true | AskForRest",
        "1000 | 5 etag=\"a\" | EARLIER_RUN | false | CompareFirst",
        "1000 | 5 modified=old | EARLIER_RUN | true | AskForRest",
        "1000 | 5 etag=W/\"a\" | EARLIER_RUN | true | CompareFirst",
        "1000 | 5 | EARLIER_RUN | true | CompareFirst",
        "1000 | 5 etag=\"a\" | OTHER_ADDRESS | true | CompareFirst",
        "1000 | 5 | THIS_RUN | true | AskForRest"
      })
  void aResumeBeginsByWhatProvesIt(
      long committed, String known, Basis basis, boolean etagWorks, String wanted) {
    Spans spans = committed == 0 ? Spans.EMPTY : Spans.of(new Span(0, committed));
    ResumePlan plan = ResumePlan.decide(spans, Words.validators(known), basis, etagWorks);
    assertThat(plan.getClass().getSimpleName()).isEqualTo(wanted);
    assertThat(plan.reason()).isNotBlank();
    if (plan instanceof ResumePlan.CompareFirst compare) {
      assertThat(compare.windows()).isEqualTo(spans);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://h/a?X-Amz-Signature=1, true",
    "https://h/a?b=c&SIGNATURE=1, true",
    "https://h/a?expires=1700000000&x=y, true",
    "https://h/a?token=t, true",
    "https://h/a, false",
    "https://h/a?b=token, false",
    "https://h/token=1?b=c, false",
    "https://h/a?token, false"
  })
  void aSignedAddressIsKnownByItsParameters(String address, boolean signed) {
    assertThat(SignedAddress.looksSigned(Words.url(address))).isEqualTo(signed);
  }

  @ParameterizedTest
  @CsvSource({
    "https://h/a?x=1, https://h/a?x=2, true",
    "https://h/a, https://h/a?x=2, true",
    "https://h/a, https://h/b, false",
    "https://h/a, https://i/a, false",
    "https://h/a, http://h/a, false"
  })
  void aPlaceIsAllButTheQuery(String one, String other, boolean same) {
    assertThat(SignedAddress.samePlace(Words.url(one), Words.url(other))).isEqualTo(same);
  }

  @Test
  void nothingComparedIsNoSample() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Samples.Equal(0, true));
    assertThat(Validators.UNKNOWN.length()).isEqualTo(-1);
  }
}
