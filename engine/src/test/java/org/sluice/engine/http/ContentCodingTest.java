package org.sluice.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentCodingTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "gzip, text/plain, gzip",
        "' GZip ', text/plain, gzip",
        "br, application/octet-stream, br",
        "'gzip, br', application/gzip, 'gzip, br'",
        "identity, text/plain, -",
        "'', text/plain, -",
        "gzip, application/gzip, -",
        "x-gzip, Application/X-GZip; charset=binary, -",
        "x-gzip, application/x-tgz, -",
        "gzip, application/octet-stream, gzip"
      })
  void tellsTheCoding(String field, String type, String wanted) {
    Headers headers = Headers.of("Content-Encoding", field, "Content-Type", type);
    assertThat(ContentCoding.of(new ResponseHead(1, 200, "", headers, 5))).isEqualTo(wanted);
  }

  @Test
  void withoutTheFieldThereIsNone() {
    assertThat(ContentCoding.of(new ResponseHead(1, 200, "", Headers.EMPTY, 5))).isNull();
  }

  @Test
  void aTypeIsWhatStandsBeforeItsParameters() {
    assertThat(MediaType.essence(" Text/HTML ; charset=utf-8")).isEqualTo("text/html");
    assertThat(MediaType.essence(null)).isEmpty();
    assertThat(MediaType.isPage("text/html")).isTrue();
    assertThat(MediaType.isPage("text/plain")).isFalse();
  }
}
