package org.sluice.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.engine.http.RetryAfter;

class RetryPolicyTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final RetryPolicy POLICY = RetryPolicy.DEFAULT;

  private static String words(RetryDecision decision) {
    assertThat(decision.reason()).startsWith("It did not go well").doesNotEndWith(".");
    return switch (decision) {
      case RetryDecision.Again again ->
          "again " + again.delay().toMillis() + " ms" + (again.counts() ? "" : ", free");
      case RetryDecision.WaitUntil wait ->
          (wait.isLong() ? "wait long " : "wait ") + wait.delay().toSeconds() + " s";
      case RetryDecision.OtherSource _ -> "other";
      case RetryDecision.Pause pause -> "pause " + pause.state();
      case RetryDecision.GiveUp giveUp -> "give up " + giveUp.state();
    };
  }

  private static Failure failure(FailureKind kind, long asked) {
    return new Failure(
        kind,
        "It did not go well",
        asked < 0 ? Optional.empty() : Optional.of(new RetryAfter(Duration.ofSeconds(asked))));
  }

  /// kind | seconds asked for, -1 for none | failed before | wanted, with no luck (chance 0)
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NO_NAME | -1 | 0 | again 500 ms",
        "NO_CONNECTION | -1 | 1 | again 1000 ms",
        "CUT | -1 | 2 | again 2000 ms",
        "TIMEOUT | -1 | 3 | again 4000 ms",
        "TLS_BROKEN | -1 | 4 | again 8000 ms",
        "SERVER_ERROR | -1 | 5 | again 16000 ms",
        "NO_SENSE | -1 | 6 | again 30000 ms",
        "CUT | -1 | 9 | again 30000 ms",
        "CUT | -1 | 10 | give up NOT_REACHED",
        "BUSY | -1 | 0 | again 500 ms",
        "BUSY | -1 | 10 | give up SERVER_BUSY",
        // the server's own wait, never shorter, never capped
        "BUSY | 2 | 0 | wait 2 s",
        "BUSY | 2 | 9 | wait 2 s",
        "BUSY | 2 | 10 | give up SERVER_BUSY",
        "BUSY | 0 | 3 | again 4000 ms",
        "BUSY | 31 | 0 | wait 31 s",
        "BUSY | 300 | 0 | wait 300 s",
        "BUSY | 301 | 0 | wait long 301 s",
        "BUSY | 7200 | 0 | wait long 7200 s",
        "BUSY | 604800 | 0 | wait long 604800 s",
        "SERVER_ERROR | 40 | 0 | wait 40 s",
        // nobody's fault: no try is burnt, however many there were
        "NETWORK_CHANGED | -1 | 0 | again 500 ms, free",
        "NETWORK_CHANGED | -1 | 99 | again 500 ms, free",
        "SLEPT | -1 | 99 | again 500 ms, free",
        "TOO_MANY | -1 | 2 | again 2000 ms, free",
        "TOO_MANY | 9 | 99 | wait 9 s",
        // only somebody else can help
        "EXPIRED | -1 | 0 | pause NEEDS_ADDRESS",
        "NEEDS_CREDENTIALS | -1 | 0 | pause NEEDS_CREDENTIALS",
        "WEB_PAGE | -1 | 0 | pause WEB_PAGE",
        "SIGN_IN | -1 | 0 | pause CAPTIVE_PORTAL",
        "CHANGED | -1 | 0 | pause FILE_CHANGED",
        "NO_RANGES | -1 | 0 | pause FILE_CHANGED",
        "NOT_TRUSTED | -1 | 0 | pause NOT_TRUSTED",
        "DISK_FULL | -1 | 0 | pause DISK_FULL",
        "CANNOT_WRITE | -1 | 0 | pause CANNOT_WRITE",
        "NAME_TAKEN | -1 | 0 | pause NAME_TAKEN",
        "JOURNAL_FAILED | -1 | 0 | pause JOURNAL_FAILED",
        "CANCELLED | -1 | 0 | pause BY_USER",
        // nobody can
        "REFUSED | -1 | 0 | give up REFUSED",
        "BAD_REQUEST | -1 | 0 | give up BAD_REQUEST",
        "WRONG_CHECKSUM | -1 | 0 | give up WRONG_CHECKSUM"
      })
  void eachKind(FailureKind kind, long asked, int failed, String wanted) {
    assertThat(words(POLICY.decide(failure(kind, asked), failed, false, 0, NOW))).isEqualTo(wanted);
  }

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void anotherSourceIsTriedAtOnceIfThisOneIsToBlame(FailureKind kind) {
    RetryDecision decision = POLICY.decide(failure(kind, 60), 0, true, 0.5, NOW);
    assertThat(decision instanceof RetryDecision.OtherSource)
        .as(kind.name())
        .isEqualTo(kind.isOfTheSource());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void halfOfAWaitIsChance(long seed) {
    Random random = new Random(seed);
    for (int failed = 0; failed < 60; failed++) {
      long whole = failed < 6 ? 1_000L << failed : 60_000;
      for (int i = 0; i < 50; i++) {
        long millis = POLICY.backoff(failed, random.nextDouble()).toMillis();
        assertThat(millis).as("after %s, seed %s", failed, seed).isBetween(whole / 2, whole);
      }
    }
    double sum = 0;
    for (int i = 0; i < 10_000; i++) {
      sum += POLICY.backoff(3, random.nextDouble()).toMillis();
    }
    assertThat(sum / 10_000).as("mean, seed %s", seed).isCloseTo(6_000, within(100.0));
  }

  @Test
  void aWaitThatWasAskedForIsNeverShortened() {
    for (double chance : new double[] {0, 0.5, 0.999}) {
      RetryDecision.WaitUntil wait =
          (RetryDecision.WaitUntil)
              POLICY.decide(failure(FailureKind.BUSY, 100), 0, false, chance, NOW);
      assertThat(wait.delay()).isBetween(Duration.ofSeconds(100), Duration.ofSeconds(101));
      assertThat(wait.until()).isEqualTo(NOW.plus(wait.delay()));
      assertThat(wait.reason()).contains("100 s");
    }
  }

  @Test
  void saysWhichTryItIs() {
    assertThat(POLICY.decide(failure(FailureKind.CUT, -1), 3, false, 0, NOW).reason())
        .endsWith("try 4 of 10");
    assertThat(POLICY.decide(failure(FailureKind.CUT, -1), 10, false, 0, NOW).reason())
        .endsWith("after 10 tries without a byte that is the end");
  }

  @Test
  void noTriesMeansTheFirstFailureIsTheEnd() {
    RetryPolicy none = new RetryPolicy(0, Duration.ofSeconds(1), Duration.ofSeconds(1));
    assertThat(words(none.decide(failure(FailureKind.CUT, -1), 0, false, 0, NOW)))
        .isEqualTo("give up NOT_REACHED");
    assertThat(words(none.decide(failure(FailureKind.SLEPT, -1), 0, false, 0, NOW)))
        .isEqualTo("again 500 ms, free");
  }

  @Test
  void refusesWhatIsNoPolicy() {
    Duration second = Duration.ofSeconds(1);
    assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(-1, second, second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetryPolicy(1, Duration.ZERO, second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetryPolicy(1, second, Duration.ofMillis(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> POLICY.backoff(1, 1.0));
  }
}
