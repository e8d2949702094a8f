package org.sluice.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.http.RetryAfter;

class HostBookTest {
  private static final String HOST = "https://example.org";
  private static final Optional<RetryAfter> NOT_ASKED = Optional.empty();

  /// Clocks may be anywhere, also just before their overflow.
  private static final long START = Long.MAX_VALUE - seconds(90);

  private static long seconds(long n) {
    return TimeUnit.SECONDS.toNanos(n);
  }

  private static Optional<RetryAfter> asked(long seconds) {
    return Optional.of(new RetryAfter(Duration.ofSeconds(seconds)));
  }

  private static String admit(HostBook book, int open, long atSeconds) {
    return switch (book.admit(HOST, open, START + seconds(atSeconds))) {
      case Admission.Open _ -> "open";
      case Admission.Full full -> {
        assertThat(full.reason()).contains(HOST);
        yield "full " + full.cap();
      }
      case Admission.Blocked blocked -> {
        assertThat(blocked.reason()).contains(HOST);
        yield "blocked " + TimeUnit.NANOSECONDS.toMillis(blocked.forNanos());
      }
    };
  }

  @Test
  void anUnknownHostIsOpen() {
    assertThat(admit(HostBook.EMPTY, 1_000, 0)).isEqualTo("open");
    assertThat(HostBook.EMPTY.facts(HOST)).isEqualTo(HostFacts.NOTHING);
    assertThat(HostBook.EMPTY.succeeded(HOST, 3)).isSameAs(HostBook.EMPTY);
  }

  /// What a refused connection, with so many open, leaves as the cap.
  @ParameterizedTest
  @CsvSource({"8, 7", "2, 1", "1, 1", "0, 1", "33, 32"})
  void eachRefusalLowersTheCapByOne(int attempted, int cap) {
    HostBook book = HostBook.EMPTY.refused(HOST, attempted, asked(0), 0, START);
    assertThat(admit(book, cap, 0)).isEqualTo("full " + cap);
    assertThat(admit(book, cap - 1, 0)).isEqualTo("open");
  }

  @Test
  void fourOfEightRefusedLeavesFour() {
    HostBook book = HostBook.EMPTY;
    for (int attempted = 8; attempted > 4; attempted--) {
      book = book.refused(HOST, attempted, NOT_ASKED, 0.5, START);
    }
    assertThat(admit(book, 4, 0)).isEqualTo("full 4");
    assertThat(admit(book, 3, 0)).isEqualTo("open"); // no block: the others go on
    assertThat(book.facts(HOST)).isEqualTo(new HostFacts(4, true));
  }

  @Test
  void whereNothingRunsTheBlockDoubles() {
    HostBook book = HostBook.EMPTY;
    long[] millis = {1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000};
    for (long wanted : millis) {
      book = book.refused(HOST, 1, NOT_ASKED, 0.5, START);
      assertThat(admit(book, 0, 0)).isEqualTo("blocked " + wanted);
    }
    assertThat(admit(book, 0, 30)).isEqualTo("open");
    HostBook good = book.succeeded(HOST, 1);
    assertThat(admit(good, 0, 0)).isEqualTo("open");
    assertThat(admit(good.refused(HOST, 1, NOT_ASKED, 0.5, START), 0, 0)).isEqualTo("blocked 1000");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void aBlockHasAFifthOfChance(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      HostBook book = HostBook.EMPTY.refused(HOST, 1, NOT_ASKED, random.nextDouble(), START);
      long nanos = ((Admission.Blocked) book.admit(HOST, 0, START)).forNanos();
      assertThat(nanos).as("seed %s", seed).isBetween(seconds(4) / 5, seconds(6) / 5);
    }
  }

  @Test
  void whatWasAskedForHoldsForEveryDownloadOfTheHostAndIsNotCapped() {
    HostBook book = HostBook.EMPTY.refused(HOST, 5, asked(7_200), 0.9, START);
    assertThat(admit(book, 0, 0)).isEqualTo("blocked 7200000");
    assertThat(admit(book, 3, 7_199)).isEqualTo("blocked 1000");
    assertThat(admit(book, 3, 7_200)).isEqualTo("open");
    // a later and shorter wait does not shorten it, a success meanwhile does not end it
    HostBook more = book.refused(HOST, 4, asked(5), 0, START).succeeded(HOST, 3);
    assertThat(admit(more, 0, 10)).isEqualTo("blocked 7190000");
    assertThat(book.admit("https://other.org", 0, START)).isEqualTo(new Admission.Open());
  }

  @Test
  void theCapGoesUpByOneAfterAMinuteWithoutARefusal() {
    HostBook book = HostBook.EMPTY.refused(HOST, 3, NOT_ASKED, 0, START);
    assertThat(admit(book, 2, 59)).isEqualTo("full 2");
    assertThat(admit(book, 2, 60)).isEqualTo("open");
    assertThat(admit(book, 3, 60)).isEqualTo("full 3");
    assertThat(admit(book, 3, 120)).isEqualTo("open");
  }

  @Test
  void aRiseInVainIsTriedLessOften() {
    HostBook book = HostBook.EMPTY.refused(HOST, 3, NOT_ASKED, 0, START);
    book = book.refused(HOST, 3, NOT_ASKED, 0, START + seconds(60));
    assertThat(admit(book, 2, 60 + 119)).isEqualTo("full 2");
    assertThat(admit(book, 2, 60 + 120)).isEqualTo("open");
    book = book.refused(HOST, 3, NOT_ASKED, 0, START + seconds(180));
    assertThat(admit(book, 2, 180 + 239)).isEqualTo("full 2");
    assertThat(admit(book, 2, 180 + 240)).isEqualTo("open");
    for (int i = 0; i < 20; i++) {
      book = book.refused(HOST, 3, NOT_ASKED, 0, START + seconds(180 + 3_600L * (i + 1)));
    }
    assertThat(admit(book, 2, 180 + 3_600 * 21 - 1)).isEqualTo("full 2");
    assertThat(admit(book, 2, 180 + 3_600 * 21)).isEqualTo("open");
  }

  @Test
  void whatWasLearnedOutlivesTheSession() {
    HostBook book = HostBook.EMPTY.remembering(HOST, new HostFacts(2, false), START);
    assertThat(admit(book, 2, 0)).isEqualTo("full 2");
    assertThat(admit(book, 2, 60)).isEqualTo("open");
    assertThat(book.facts(HOST).etagIfRangeWorks()).isFalse();
    HostBook more = book.succeeded(HOST, 3);
    assertThat(more.facts(HOST)).isEqualTo(new HostFacts(3, false));
    assertThat(more.succeeded(HOST, 2)).isSameAs(more);
    assertThat(admit(HostBook.EMPTY.remembering(HOST, HostFacts.NOTHING, START), 9, 0))
        .isEqualTo("open");
  }

  @Test
  void aTagThatDoesNotWorkIsLearned() {
    HostBook book = HostBook.EMPTY.etagIfRangeFails(HOST);
    assertThat(book.facts(HOST)).isEqualTo(new HostFacts(HostFacts.UNKNOWN, false));
    assertThat(book.refused(HOST, 4, NOT_ASKED, 0, START).facts(HOST))
        .isEqualTo(new HostFacts(3, false));
  }

  @Test
  void theHostThatWasTouchedLongestAgoIsForgotten() {
    HostBook book = HostBook.EMPTY;
    for (int i = 0; i < HostBook.MOST_HOSTS; i++) {
      book = book.etagIfRangeFails("h" + i);
    }
    book = book.etagIfRangeFails("h0").etagIfRangeFails("one more");
    assertThat(book.pages()).hasSize(HostBook.MOST_HOSTS).containsKeys("h0", "h2", "one more");
    assertThat(book.pages()).doesNotContainKey("h1");
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThatIllegalArgumentException().isThrownBy(() -> new HostFacts(-1, true));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HostPenalty(0, false, 0, 0, 0, HostPenalty.DECAY_NANOS));
    assertThat(new HostBook(Map.of()).pages()).isEmpty();
  }
}
