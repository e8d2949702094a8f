package org.sluice.engine.resume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.engine.http.Headers;
import org.sluice.engine.item.Validators;
import org.sluice.engine.range.Span;

class RangeRequestTest {

  /// What If-Range carries, by what is known.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "5000 etag=\"a\" modified=old | EARLIER_RUN | true | ETAG | \"a\"",
        "5000 etag=\"a\" modified=old | THIS_RUN | true | ETAG | \"a\"",
        "5000 etag=\"a\" modified=old | EARLIER_RUN | false | NONE | -",
        "5000 etag=\"a\" modified=old | OTHER_ADDRESS | true | NONE | -",
        "5000 etag=W/\"a\" modified=old | EARLIER_RUN | true | NONE | -",
        "5000 etag=a modified=old | EARLIER_RUN | true | NONE | -",
        "5000 modified=old | EARLIER_RUN | true | DATE | Thu, 01 Jan 2026 00:00:00 GMT",
        "5000 modified=old | EARLIER_RUN | false | NONE | -",
        "5000 modified=today | EARLIER_RUN | true | NONE | -",
        "5000 | EARLIER_RUN | true | NONE | -"
      })
  void carriesAStrongValidatorOrNone(
      String known, Basis basis, boolean etagWorks, Condition condition, String ifRange) {
    RangeRequest request = RangeRequest.of(1_000, 3_000, Words.validators(known), basis, etagWorks);
    assertThat(request.condition()).isEqualTo(condition);
    assertThat(request.proves()).isEqualTo(condition != Condition.NONE);
    assertThat(request.reason()).isNotBlank();
    Headers fields = request.fields();
    assertThat(fields.first("If-Range")).isEqualTo(ifRange);
    assertThat(fields.first("Range")).isEqualTo("bytes=1000-2999");
    assertThat(fields.first("Accept-Encoding")).isEqualTo("identity");
  }

  @Test
  void theFirstAsksForAllAsARange() {
    assertThat(RangeRequest.first().fields())
        .isEqualTo(Headers.of("Accept-Encoding", "identity", "Range", "bytes=0-"));
    assertThat(RangeRequest.whole().fields()).isEqualTo(Headers.of("Accept-Encoding", "identity"));
    assertThat(RangeRequest.sample(new Span(5, 10)).fields())
        .isEqualTo(Headers.of("Accept-Encoding", "identity", "Range", "bytes=5-9"));
    assertThat(
            RangeRequest.of(7, -1, Validators.UNKNOWN, Basis.EARLIER_RUN, true)
                .fields()
                .first("Range"))
        .isEqualTo("bytes=7-");
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThatIllegalArgumentException().isThrownBy(() -> RangeRequest.unconditional(5, 5, "x"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RangeRequest(5, -1, false, Condition.NONE, null, "x"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RangeRequest(5, -1, true, Condition.ETAG, null, "x"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RangeRequest(0, -1, false, Condition.ETAG, "\"a\"", "x"));
  }
}
