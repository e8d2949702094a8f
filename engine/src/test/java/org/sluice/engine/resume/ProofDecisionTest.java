package org.sluice.engine.resume;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.engine.item.Proof;
import org.sluice.engine.item.Proof.Level;
import org.sluice.engine.item.Validators;

class ProofDecisionTest {

  private static Samples samples(String word) {
    return switch (word) {
      case "none" -> new Samples.NotCompared();
      case "equal" -> new Samples.Equal(200_000, false);
      case "all" -> new Samples.Equal(900, true);
      case "differ" -> new Samples.Different(77);
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static String words(ProofDecision decision) {
    assertThat(decision.reason()).isNotBlank().doesNotEndWith(".").hasSizeLessThan(200);
    return switch (decision) {
      case ProofDecision.Continue c -> c.proof().level().toString();
      case ProofDecision.Compare _ -> "compare";
      case ProofDecision.Changed c -> c.certain() ? "changed" : "may have changed";
    };
  }

  /// known | seen | samples | lenient | strict
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // validators alone
        "5 etag=\"a\" | 5 etag=\"a\" | none | PROVEN | PROVEN",
        "5 etag=\"a\" | etag=\"a\" | none | PROVEN | PROVEN",
        "5 modified=old | 5 modified=old | none | PROVEN | PROVEN",
        "5 modified=old | modified=old | none | compare | compare",
        "5 modified=today | 5 modified=today | none | compare | compare",
        "5 etag=W/\"a\" | 5 etag=W/\"a\" | none | compare | compare",
        "5 etag=\"a\" modified=old | 5 etag=\"b\" modified=old | none | compare | compare",
        "5 | 5 | none | compare | compare",
        "5 etag=\"a\" | 6 etag=\"a\" | none | changed | changed",
        // samples that differ settle it, whatever the validators say
        "5 etag=\"a\" | 5 etag=\"a\" | differ | changed | changed",
        "5 | 5 | differ | changed | changed",
        "5 | 6 | equal | changed | changed",
        // samples that are equal
        "5 etag=\"a\" | 5 etag=\"a\" | equal | PROVEN | PROVEN",
        "5 etag=\"a\" modified=old | 5 etag=\"a\" modified=later | equal | PROVEN | PROVEN",
        "5 | 5 | equal | PROBABLE | PROBABLE",
        "5 etag=W/\"a\" | 5 etag=W/\"a\" | equal | PROBABLE | PROBABLE",
        "5 etag=\"a\" | 5 etag=W/\"a\" | equal | PROBABLE | PROBABLE",
        "5 etag=\"a\" | 5 | equal | PROBABLE | PROBABLE",
        "5 modified=today | 5 modified=today | equal | PROBABLE | PROBABLE",
        "5 | type=a/b | equal | UNVERIFIED | UNVERIFIED",
        "type=a/b | 5 | equal | UNVERIFIED | UNVERIFIED",
        // a tag that changes with each token or edge
        "5 etag=\"a\" | 5 etag=\"b\" | equal | UNVERIFIED | may have changed",
        "5 etag=\"a\" modified=old | 5 etag=\"b\" modified=old | equal | PROBABLE | may have changed",
        "5 etag=\"a\" modified=old | 5 etag=\"b\" modified=later | equal | UNVERIFIED"
            + " | may have changed",
        "5 etag=\"a\" | etag=\"b\" | equal | UNVERIFIED | may have changed",
        "5 modified=old | 5 modified=later | equal | UNVERIFIED | may have changed",
        // everything was compared: there is nothing left to doubt
        "5 etag=\"a\" | 5 etag=\"b\" | all | PROVEN | PROVEN",
        "5 | 5 | all | PROVEN | PROVEN",
        "5 | 6 | all | changed | changed"
      })
  void afterAnEarlierRun(String known, String seen, String samples, String lenient, String strict) {
    for (Basis basis : new Basis[] {Basis.EARLIER_RUN, Basis.THIS_RUN}) {
      assertThat(words(decide(known, seen, basis, samples, Strictness.LENIENT))).isEqualTo(lenient);
      assertThat(words(decide(known, seen, basis, samples, Strictness.STRICT))).isEqualTo(strict);
    }
  }

  /// The validators of another address prove nothing alone, and contradict nothing.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "5 etag=\"a\" | 5 etag=\"a\" | none | compare",
        "5 modified=old | 5 modified=old | none | compare",
        "5 etag=\"a\" | 5 etag=\"a\" | equal | PROVEN",
        "5 etag=\"a\" | etag=\"a\" | equal | UNVERIFIED",
        "5 etag=\"a\" | 5 etag=\"b\" | equal | PROBABLE",
        "5 modified=old | 5 modified=old | equal | PROBABLE",
        "5 modified=old | 5 modified=later | equal | PROBABLE",
        "5 | 5 | all | PROVEN",
        "5 | 6 | equal | changed",
        "5 etag=\"a\" | 5 etag=\"a\" | differ | changed"
      })
  void atAnotherAddress(String known, String seen, String samples, String wanted) {
    for (Strictness strictness : Strictness.values()) {
      assertThat(words(decide(known, seen, Basis.OTHER_ADDRESS, samples, strictness)))
          .isEqualTo(wanted);
    }
  }

  private static ProofDecision decide(
      String known, String seen, Basis basis, String samples, Strictness strictness) {
    return ProofDecision.decide(
        Words.validators(known), Words.validators(seen), basis, samples(samples), strictness);
  }

  @Test
  void aTagThatMovesIsNotComparedAgain() {
    Validators kept = kept("5 etag=\"a\" modified=old type=a/b", "5 etag=\"b\" modified=old");
    assertThat(kept).isEqualTo(new Validators(5, null, Words.OLD, Words.TODAY, "a/b"));
    assertThat(kept("5 etag=\"a\" modified=old", "etag=\"a\" modified=later"))
        .isEqualTo(new Validators(5, "\"a\"", null, Words.TODAY, null));
    ProofDecision.Continue other =
        (ProofDecision.Continue)
            decide("5 etag=\"a\"", "5 etag=\"b\"", Basis.OTHER_ADDRESS, "equal", Strictness.STRICT);
    assertThat(other.keep().etag()).isEqualTo("\"b\"");
  }

  private static Validators kept(String known, String seen) {
    return ((ProofDecision.Continue)
            decide(known, seen, Basis.EARLIER_RUN, "equal", Strictness.LENIENT))
        .keep();
  }

  @Test
  void aFreshDownloadNeedsNoProof() {
    ProofDecision decision =
        ProofDecision.decide(
            Validators.UNKNOWN,
            Words.validators("5"),
            Basis.FRESH,
            new Samples.NotCompared(),
            Strictness.STRICT);
    assertThat(((ProofDecision.Continue) decision).proof()).isEqualTo(Proof.NOT_NEEDED);
  }

  @Test
  void theLeastSureProofIsWhatIsSaid() {
    Proof proven = new Proof(Level.PROVEN, "a");
    Proof probable = new Proof(Level.PROBABLE, "b");
    assertThat(ProofDecision.least(Proof.NOT_NEEDED, proven)).isSameAs(proven);
    assertThat(ProofDecision.least(probable, proven)).isSameAs(probable);
    assertThat(ProofDecision.least(proven, Proof.NOT_NEEDED)).isSameAs(proven);
    assertThat(ProofDecision.least(new Proof(Level.PROBABLE, "older"), probable))
        .isSameAs(probable);
  }
}
