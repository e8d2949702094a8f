package org.sluice.app.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlEntryTest {
  @ParameterizedTest
  @CsvSource({
    "https://example.org/a, https://example.org/a",
    "'  http://example.org ', http://example.org",
    "HTTP://example.org, http://example.org",
    "example.org/file.iso, https://example.org/file.iso",
    "localhost:8080/x, http://localhost:8080/x",
    "<https://example.org/a>, https://example.org/a",
    "http:///x, http://x",
    "https://example.org/a b, https://example.org/a%20b",
    "http://b\u00fccher.example/\u00e4, http://xn--bcher-kva.example/%C3%A4",
    "http://me:pw@example.org/a b, http://me:pw@example.org/a%20b",
    "http://example.org/<x>, http://example.org/%3Cx%3E",
    "http://[::1]:80/x, http://[::1]:80/x"
  })
  void whatCanBeStartedIs(String typed, String url) {
    assertThat(UrlEntry.of(typed)).isEqualTo(new UrlEntry.Good(url));
  }

  @ParameterizedTest
  @CsvSource({
    "'', no URL",
    "'   ', no URL",
    "ftp://example.org/x, does not speak ftp",
    "mailto:me@example.org, does not speak mailto",
    "http://:80/x, names no server",
    "http://exa mple.org, a space",
    "http://[::1/x, not a URL",
    "http://example.org:99999/, Port 99999"
  })
  void whatCannotIsToldWhy(String typed, String words) {
    assertThat(UrlEntry.of(typed))
        .isInstanceOfSatisfying(UrlEntry.Bad.class, bad -> assertThat(bad.words()).contains(words));
  }
}
