package org.sluice.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes 0-0/1, 0, 0, 1",
    "bytes 5-9/*, 5, 9, -1",
    "BYTES  10-19/20, 10, 19, 20",
    "' bytes 0-999999999999999999/* ', 0, 999999999999999999, -1"
  })
  void reads(String value, long first, long last, long total) {
    assertThat(ContentRange.parse(value)).contains(new ContentRange(first, last, total));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes",
        "bytes */100",
        "bytes 5-4/10",
        "bytes 0-10/10",
        "bytes 0-9",
        "bytes -1-9/10",
        "bytes 0-9/10, 20-29/30",
        "bytes 0-9999999999999999999/*",
        "lines 0-9/10",
        "bytes=0-9/10"
      })
  void refuses(String value) {
    assertThat(ContentRange.parse(value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"bytes */0, 0", "' BYTES  */1234 ', 1234"})
  void readsTheTotalOfARangeThatIsNotThere(String value, long total) {
    assertThat(ContentRange.unsatisfiedTotal(value)).hasValue(total);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bytes */*", "bytes */-1", "bytes 0-1/2", "*/5", "bytes */1 2"})
  void refusesOtherTotals(String value) {
    assertThat(ContentRange.unsatisfiedTotal(value)).isEmpty();
  }
}
