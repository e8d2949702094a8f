package org.sluice.engine.checksum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluice.engine.item.Checksum;
import org.sluice.engine.item.Checksum.Algorithm;

class VerdictTest {
  private static Checksum sum(Algorithm algorithm, String digit) {
    return new Checksum(algorithm, digit.repeat(algorithm.bytes() * 2));
  }

  private static final Checksum MD5 = sum(Algorithm.MD5, "a");
  private static final Checksum SHA_1 = sum(Algorithm.SHA_1, "b");
  private static final Checksum SHA_256 = sum(Algorithm.SHA_256, "c");
  private static final Checksum OTHER = sum(Algorithm.SHA_256, "d");

  @Test
  void allThatCanBeComparedMustBeRight() {
    assertThat(Verdict.of(List.of(MD5, SHA_256), List.of(SHA_1, SHA_256, MD5)))
        .isInstanceOfSatisfying(
            Verdict.Matches.class,
            matches -> {
              assertThat(matches.strongest()).isEqualTo(SHA_256);
              assertThat(matches.sentence()).isEqualTo("The file's sha-256 is right");
            });
    assertThat(Verdict.of(List.of(MD5, OTHER), List.of(SHA_256, MD5)))
        .isInstanceOfSatisfying(
            Verdict.Differs.class,
            differs -> {
              assertThat(differs.expected()).isEqualTo(OTHER);
              assertThat(differs.found()).isEqualTo(SHA_256);
              assertThat(differs.sentence()).contains(OTHER.hex(), SHA_256.hex(), "kept");
            });
    assertThat(Verdict.of(List.of(SHA_256, OTHER), List.of(SHA_256)))
        .as("two that contradict each other")
        .isInstanceOf(Verdict.Differs.class);
  }

  @Test
  void aWeakOneIsRightAndSaysHowMuchThatMeans() {
    assertThat(Verdict.of(List.of(MD5, SHA_256), List.of(MD5)).sentence())
        .startsWith("The file's md5 is right; it tells of damage");
  }

  @Test
  void nothingToCompareIsNoProof() {
    assertThat(Verdict.of(List.of(), List.of(MD5))).isInstanceOf(Verdict.Unknown.class);
    assertThat(Verdict.of(List.of(MD5), List.of(SHA_1))).isInstanceOf(Verdict.Unknown.class);
  }

  @Test
  void computesWhatTheUserGaveAndTheBestThatTheServerSays() {
    assertThat(Verdict.worthComputing(List.of(), List.of(MD5, SHA_256, SHA_1)))
        .containsExactly(Algorithm.SHA_256);
    assertThat(Verdict.worthComputing(List.of(MD5), List.of(SHA_256, SHA_1)))
        .containsExactly(Algorithm.MD5, Algorithm.SHA_256);
    assertThat(Verdict.worthComputing(List.of(SHA_256, SHA_1), List.of(MD5)))
        .containsExactly(Algorithm.SHA_1, Algorithm.SHA_256);
    assertThat(Verdict.worthComputing(List.of(), List.of())).isEmpty();
  }
}
