package org.sluice.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

  /// The table of RFC 9110, 8.8.3.2.
  @ParameterizedTest
  @CsvSource({
    "W/\"1\", W/\"1\", false, true",
    "W/\"1\", W/\"2\", false, false",
    "W/\"1\", \"1\", false, true",
    "\"1\", \"1\", true, true",
    "\"1\", \"2\", false, false"
  })
  void compares(String one, String other, boolean strong, boolean weak) {
    EntityTag a = EntityTag.parse(one).orElseThrow();
    EntityTag b = EntityTag.parse(other).orElseThrow();
    assertThat(a.strongEquals(b)).isEqualTo(strong);
    assertThat(b.strongEquals(a)).isEqualTo(strong);
    assertThat(a.weakEquals(b)).isEqualTo(weak);
    assertThat(a.fieldValue()).isEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", " \"a,b\" ", "W/\"x!#~\"", "\"\u00e9\""})
  void reads(String value) {
    assertThat(EntityTag.parse(value)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"",
        "x",
        "w/\"x\"",
        "W/x",
        "W/",
        "\"a\"b\"",
        "\"a b\"",
        "\"a\r\nX: y\"",
        "'a'",
        "\"a\u007f\""
      })
  void refuses(String value) {
    assertThat(EntityTag.parse(value)).isEmpty();
  }

  @Test
  void hasABound() {
    String longest = "a".repeat(EntityTag.MOST_CHARACTERS);
    assertThat(EntityTag.parse("\"" + longest + "\"")).isPresent();
    assertThat(EntityTag.parse("\"" + longest + "a\"")).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new EntityTag(false, longest + "a"));
    assertThatIllegalArgumentException().isThrownBy(() -> new EntityTag(false, "a\"b"));
  }
}
