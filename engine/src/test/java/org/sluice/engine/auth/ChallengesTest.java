package org.sluice.engine.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengesTest {
  /// Each challenge as `scheme token {parameters}`.
  private static List<String> read(String... fields) {
    List<String> out = new ArrayList<>();
    for (Challenge c : Challenges.parse(List.of(fields))) {
      Map<String, String> sorted = new TreeMap<>(c.parameters());
      out.add(c.scheme() + (c.token() == null ? "" : " " + c.token()) + " " + sorted);
    }
    return out;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Basic|[Basic {}]",
        "Basic realm=\"x\"|[Basic {realm=x}]",
        "basic  Realm = x|[basic {realm=x}]",
        "Basic realm=\"a, b\"|[Basic {realm=a, b}]",
        "Basic realm=\"a\\\"b\\\\c\"|[Basic {realm=a\"b\\c}]",
        "Negotiate|[Negotiate {}]",
        "Negotiate YWJj/+==|[Negotiate YWJj/+== {}]",
        "Negotiate YWJj==, Basic realm=x|[Negotiate YWJj== {}, Basic {realm=x}]",
        "NTLM, Basic realm=x|[NTLM {}, Basic {realm=x}]",
        "Newauth realm=\"apps\", type=1, title=\"Login to \\\"apps\\\"\", Basic realm=\"simple\""
            + "|[Newauth {realm=apps, title=Login to \"apps\", type=1}, Basic {realm=simple}]",
        ", , Basic realm=x, ,|[Basic {realm=x}]",
        "Digest nonce=a,nonce=b|[Digest {nonce=a}]",
        "Basic realm=\"no end|[Basic {}]",
        "Basic realm=x @ Digest nonce=y|[Basic {realm=x}]",
        "=|[]",
        "~~|[]"
      })
  void reads(String field, String expected) {
    assertThat(read(field)).hasToString(expected);
  }

  @Test
  void readsSeveralFields() {
    assertThat(read("Digest nonce=1", "Basic realm=x")).hasSize(2);
  }

  @Test
  void takesOnlySoMany() {
    assertThat(read("a, ".repeat(1_000))).hasSize(Challenges.MOST_CHALLENGES);
    StringBuilder many = new StringBuilder("Digest nonce=1");
    for (int i = 0; i < 1_000; i++) {
      many.append(", p").append(i).append("=1");
    }
    assertThat(Challenges.parse(List.of(many.toString())).getFirst().parameters())
        .hasSizeLessThanOrEqualTo(Challenges.MOST_PARAMETERS + 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void takesAnythingAndEnds(long seed) {
    Random random = new Random(seed);
    String signs = "ab=, \t\"\\;/+Basic Digest nonce qop\0é";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      assertThat(Challenges.parse(List.of(text.toString())))
          .as("of \"%s\", seed %s", text, seed)
          .hasSizeLessThanOrEqualTo(Challenges.MOST_CHALLENGES);
    }
  }
}
